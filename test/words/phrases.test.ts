import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import article from '../../topologies/docker-networking';
import bridge from '../../topologies/templates/bridge';
import twoNodes from '../../topologies/templates/two-nodes';
import web from '../../topologies/templates/web';
import { zh } from '../../words/zh';
import { said, saidInText } from './said';

const phrases = Object.entries(zh);
const calls = said();

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort();

test('whatever is said has a translation', () => {
  expect(calls.length).toBeGreaterThan(10);
  const missing = calls.flatMap(({ where, phrases: own }) =>
    own.filter((phrase) => !Object.hasOwn(zh, phrase)).map((phrase) => `${where} ${phrase}`),
  );
  expect(missing).toEqual([]);
});

test('what is said can be read from the source', () => {
  expect(calls.filter((call) => call.phrases.length === 0).map(({ where }) => where)).toEqual([]);
});

test('nothing is said before a language is chosen', () => {
  expect(calls.filter(({ early }) => early).map(({ where }) => where)).toEqual([]);
});

test('every translation is of something that is said', () => {
  const used = new Set([...calls.flatMap((call) => call.phrases), ...titles()]);
  expect(Object.keys(zh).filter((phrase) => !used.has(phrase))).toEqual([]);
});

const titles = (): string[] =>
  [article, bridge, twoNodes, web].flatMap(({ title, chapters }) => [
    title ?? '',
    ...chapters.map((chapter) => chapter.title),
  ]);

test('every title that comes with the lab has a translation', () => {
  expect(titles().filter((title) => !Object.hasOwn(zh, title))).toEqual([]);
});

test('placeholders agree', () => {
  const wrong = phrases.filter(
    ([english, chinese]) =>
      placeholders(english).join(' ') !== [...new Set(placeholders(chinese))].join(' '),
  );
  expect(wrong).toEqual([]);
});

test('translations are Chinese, and English is English', () => {
  // A comma between two slots has no characters.
  const words = phrases.filter(([english]) =>
    /[A-Za-z]{2}/.test(english.replaceAll(/\{\w+\}/g, '')),
  );
  expect(words.filter(([, chinese]) => !/\p{Script=Han}/u.test(chinese))).toEqual([]);
  expect(phrases.filter(([english]) => /\p{Script=Han}/u.test(english))).toEqual([]);
});

/** Sentences that are made of data are no phrases: `catalogue.ts` gathers them. */
const NO_PHRASES = new Set(
  ['index', 'catalogue', 'facts', 'reasons', 'statements', 'unsaid', 'verdicts', 'way'].map(
    (name) => `${name}.ts`,
  ),
);

test('no phrase is translated twice', async () => {
  const folder = join(__dirname, '..', '..', 'words', 'zh');
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts') && !NO_PHRASES.has(file));
  const keys: string[] = [];
  for (const file of files) {
    const dictionaries = (await import(join(folder, file))) as Record<string, object>;
    keys.push(...Object.values(dictionaries).flatMap((one) => Object.keys(one)));
  }
  expect(keys.length).toBe(new Set(keys).size);
  expect(new Set(keys)).toEqual(new Set(Object.keys(zh)));
});

test('the reader of the sources sees what is said, and when', () => {
  const text = `
    const LATE = 'late';
    const TABLE: Record<'x', string> = { x: 'in a table' };
    const early = say('early');
    function later(): string {
      return say(yes ? 'one' : 'other', { n: 1 }) + say(LATE) + say(TABLE[kind]) + say(unknown());
    }`;
  expect(saidInText('x.ts', text)).toEqual([
    { where: 'x.ts:4', phrases: ['early'], early: true },
    { where: 'x.ts:6', phrases: ['one', 'other'], early: false },
    { where: 'x.ts:6', phrases: ['late'], early: false },
    { where: 'x.ts:6', phrases: ['in a table'], early: false },
    { where: 'x.ts:6', phrases: [], early: false },
  ]);
});
