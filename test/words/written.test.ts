import fc from 'fast-check';
import { diffReachability } from '../../model/change/diff';
import { TopologyError } from '../../model/problems';
import { validate } from '../../model/validate';
import { inLanguage, speak } from '../../words/say';
import { isWritten, translated } from '../../words/translated';
import { written as dictionary } from '../../words/zh/written';
import articleTopology from '../../topologies/docker-networking';
import { BREAKAGES } from '../support/breakages';
import { edits } from '../model/change/edits';
import { validTopology } from '../support/topologies';
import { written, writtenIn } from './written';

const texts = written();
/** A port is one slot with its protocol. */
const shape = (text: string): string => text.replaceAll(/\{\w*\}/g, '{}').replaceAll('{}/{}', '{}');
const known = new Set(Object.keys(dictionary).map(shape));

/** Values of JSON, and a mark. */
const NAMES = new Set(['node', 'container', 'FAIL']);

afterEach(() => speak('en'));

test('every text that a room writes for people has a translation', () => {
  expect(texts.length).toBeGreaterThan(300);
  const missing = texts.filter(
    ({ text }) => !known.has(shape(text)) && !isWritten(text) && !NAMES.has(text),
  );
  expect(missing.map(({ where, text }) => `${where} ${text}`)).toEqual([]);
});

test('a translation fills in what the English has, and nothing else', () => {
  const slots = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();
  const wrong = Object.entries(dictionary).filter(
    ([english, chinese]) => slots(english).join() !== slots(chinese).join(),
  );
  expect(wrong).toEqual([]);
});

test('every problem of a broken topology is translated whole', () => {
  speak('zh');
  const left = BREAKAGES.flatMap(({ name, apply }) => {
    try {
      validate(apply(articleTopology, 3).topology, 'x.ts');
      return [`${name}: is not broken`];
    } catch (error) {
      if (!(error instanceof TopologyError)) throw error;
      return error.problems
        .flatMap(({ message, why, next }) => [message, why, next])
        .filter((text) => !isWritten(text))
        .map((text) => `${name}: ${text}`);
    }
  });
  expect(left).toEqual([]);
});

test('every cause of a change is translated whole', () => {
  const labs = validTopology().map((topology) => validate(topology, 'random.ts'));
  const pairs = fc.oneof(
    fc.tuple(labs, edits()).map(([lab, edit]) => [lab, edit(lab)] as const),
    fc.tuple(labs, labs),
  );
  fc.assert(
    fc.property(pairs, ([before, after]) => {
      const { groups, withoutEffect } = diffReachability(before, after);
      const causes = [...groups.map(({ cause }) => cause), ...withoutEffect];
      expect(causes.filter((cause) => !isWritten(cause))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test('what is filled in is translated where it is known', () => {
  speak('zh');
  expect(translated('unknown network "taem"')).toBe('未知的网络 "taem"');
  expect(translated('The topology cannot be used: unknown network "taem"')).toBe(
    '拓扑不能使用：未知的网络 "taem"',
  );
  expect(translated('"memory" must be a number, not a text')).toBe('"memory" 须是数字，而不是文本');
});

test('lines are translated one by one, and what is not known stays', () => {
  speak('zh');
  expect(translated('did you mean "team"?\n  and 3 more\nsome output of a tool')).toBe(
    '是不是 "team"？\n  还有 3 处\nsome output of a tool',
  );
});

test('in English everything stays as it is', () => {
  expect(translated('did you mean "team"?')).toBe('did you mean "team"?');
  expect(inLanguage('zh', () => translated('did you mean "team"?'))).not.toContain('did');
});

test('a name that is a word stays a name', () => {
  speak('zh');
  expect(translated('node')).toBe('node');
});

test('the reader of the sources sees texts by where they stand', () => {
  const text = `
    const WHY = 'because of this';
    throw new LabError(\`no \${name} here\`, { why: WHY, next: yes ? 'do one thing' : './lab up' });
    progress('waiting for ' + name);
    command.description('does a thing').option('--x', 'an option of it');
    other('not seen at all');`;
  expect(writtenIn('x.ts', text).map((one) => one.text)).toEqual([
    ...['no {} here', 'because of this', 'do one thing', 'waiting for {}'],
    ...['an option of it', 'does a thing'],
  ]);
});
