import { advice, forThePerson, type Finding } from '../../src/report/advice';
import { columns } from '../../src/report/columns';
import { inLanguage } from '../../src/i18n/say';
import { phrase, verbatim } from '../../src/text/text';

const fine: Finding = {
  ...{ kind: 'node', name: verbatim('node'), ok: true, found: verbatim('Node.js 20.20.2') },
};
const made: Finding = {
  ...{ kind: 'provider', name: phrase('provider'), ok: false, found: phrase('not built yet') },
  ...{ remedy: verbatim('./lab up'), byUp: true },
};
const engine: Finding = {
  kind: 'engine',
  name: phrase('engine'),
  ok: false,
  found: verbatim(
    'Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is it running?',
  ),
  remedy: phrase('./lab up (as root on Debian or Ubuntu), or start a Docker engine yourself'),
};
const disk: Finding = {
  ...{ kind: 'disk-space', name: phrase('disk space'), ok: false },
  ...{ found: phrase('{size} GiB free at {folder}', { size: '0.2', folder: '/' }) },
  remedy: verbatim('free 4 GiB there'),
};
const options = { color: false, width: 60 };
const absent = [{ name: 'node1', state: 'absent', detail: 'not made' }] as const;
const up = [{ name: 'node1', state: 'up', detail: 'engine 26.1.5' }] as const;

test('a machine with everything is told the next command', () => {
  const text = advice([fine], absent, options);
  expect(text.split('\n')[0]).toBe('This machine is ready.');
  expect(text.split('\n').at(-1)).toBe('Next: ./lab up');
});

test('with the nodes up the next command is another', () => {
  expect(advice([fine], up, options).split('\n\n').at(-1)).toContain('./lab check');
});

test('what ./lab up makes is nothing for the person to do', () => {
  const text = advice([fine, made], absent, options);
  expect(forThePerson([fine, made])).toEqual([]);
  expect(text).toContain('This machine is ready.');
  expect(text).toContain('./lab up sees to these by itself:\n  provider  not built yet');
});

test('what is to be done comes first, numbered, each with its reason and remedy', () => {
  const text = advice([fine, engine, made, disk], [], options);
  expect(text.split('\n')[0]).toBe('2 things to do first, in this order:');
  expect(text).toMatch(/\n1\. engine: Cannot connect/);
  expect(text).toMatch(/\n2\. disk space: 0\.2 GiB/);
  expect(text).toContain('\n   -> free 4 GiB there');
  expect(text.indexOf('The nodes are containers')).toBeLessThan(text.indexOf('-> ./lab up'));
  expect(text.indexOf('2. disk')).toBeLessThan(text.indexOf('In good order:'));
  expect(text.split('\n').at(-1)).toContain('./lab doctor once more');
});

test.each(['en', 'zh'] as const)('no line is wider than the terminal: %s', (language) => {
  const text = inLanguage(language, () => advice([fine, engine, made, disk], up, options));
  for (const line of text.split('\n')) expect(columns(line)).toBeLessThanOrEqual(60);
});
