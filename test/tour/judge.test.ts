import { asDeclared } from '../../src/tour/judge';
import { outputOf, stepMarkdown } from '../../src/tour/markdown';
import type { PlacedStep } from '../../src/tour/place';

const step: PlacedStep = {
  see: 'what to see',
  on: 'test1',
  command: ['true'],
  shows: [/yes/],
  lacks: [/never/],
  fails: false,
  means: 'what it means',
};

test.each([
  ['the output shows it', { exitCode: 0, output: 'yes' }, true],
  ['the output lacks it', { exitCode: 0, output: 'no' }, false],
  ['the output has what must not be there', { exitCode: 0, output: 'yes, never' }, false],
  ['the command fails', { exitCode: 1, output: 'yes' }, false],
  ['the command did not run', { exitCode: undefined, output: 'yes' }, false],
])('where %s', (_, seen, expected) => expect(asDeclared(step, seen)).toBe(expected));

test('a command that is meant to fail and does not is not as declared', () => {
  const failing = { ...step, fails: true };
  expect(asDeclared(failing, { exitCode: 0, output: 'yes' })).toBe(false);
  expect(asDeclared(failing, { exitCode: 1, output: 'yes' })).toBe(true);
  expect(asDeclared(failing, { exitCode: undefined, output: 'yes' })).toBe(false);
});

test('an output with a fence in it does not end the transcript’s', () => {
  const text = stepMarkdown(step, 'cmd', { exitCode: 0, output: 'a\n```\nb' });
  expect(text).toContain('\n````console\n$ cmd\na\n```\nb\n````\n');
});

test('silence, failure and what did not run are said', () => {
  expect(outputOf({ exitCode: 0, output: '' })).toBe('(no output)');
  expect(outputOf({ exitCode: 3, output: 'x' })).toBe('x\n(ended with exit code 3)');
  expect(outputOf({ exitCode: undefined, output: '', problem: 'ENOENT' })).toContain('ENOENT');
});
