import { parseAnswer } from '../../../src/cli/tour/answer';
import { walk } from '../../../src/cli/tour/walk';
import { LabError } from '../../../src/platform/errors';
import type { Step, TourChapter } from '../../../src/tour/step';
import { verbatim } from '../../../src/text/text';

const step = (name: string): Step => ({
  see: { en: `see ${name}`, zh: '' },
  on: name,
  command: [name],
  shows: [name],
  means: { en: `means ${name}`, zh: '' },
});

const CHAPTERS: readonly TourChapter[] = [
  { id: 'one', opening: { en: 'first', zh: '' }, steps: [step('a'), step('b')] },
  { id: 'two', opening: { en: 'second', zh: '' }, steps: [step('c')] },
];

/** Walks with these answers and tells what happened, in order. */
async function walked(...answers: readonly string[]): Promise<string[]> {
  const told: string[] = [];
  const left = [...answers];
  await walk(CHAPTERS, {
    place: ({ on, command }) =>
      Promise.resolve({
        ...{ see: '', on, command, shows: [], lacks: [], fails: false, means: '' },
      }),
    run: ({ on }) => {
      told.push(`run ${on}`);
      return Promise.resolve({ exitCode: 0, output: '' });
    },
    own: (endpoint, command) => {
      told.push(`own ${endpoint}: ${command}`);
      return endpoint === 'nobody'
        ? Promise.reject(new LabError(verbatim('unknown endpoint')))
        : Promise.resolve();
    },
    ask: () => Promise.resolve(left.shift()),
    screen: {
      chapter: ({ id }) => told.push(`chapter ${id}`),
      before: ({ on }) => told.push(`before ${on}`),
      after: ({ on }) => told.push(`after ${on}`),
      remark: (text) => told.push(text.slice(0, 20)),
    },
  });
  // The first remark says how to answer.
  expect(told.shift()).toBe('At every step: Enter');
  return told;
}

const enter = '';

test('Enter runs each command and goes on to the end', async () => {
  expect(await walked(enter, enter, enter, enter, enter, enter)).toEqual([
    ...['chapter one', 'before a', 'run a', 'after a', 'before b', 'run b', 'after b'],
    ...['chapter two', 'before c', 'run c', 'after c', 'That was the tour. `'],
  ]);
});

test('s skips a command, c the rest of a chapter', async () => {
  expect(await walked('s', 'c', 's')).toEqual([
    ...['chapter one', 'before a', 'before b', 'chapter two', 'before c', 'That was the tour. `'],
  ]);
});

test('r repeats what has run', async () => {
  expect((await walked(enter, 'r', 'R', 'q')).filter((line) => line === 'run a')).toHaveLength(3);
});

test('q and the end of input leave at once', async () => {
  expect(await walked('q')).toEqual(['chapter one', 'before a']);
  expect(await walked(enter)).toEqual(['chapter one', 'before a', 'run a', 'after a']);
});

test('an own command runs on the step’s endpoint, or where it says, and the step stays', async () => {
  expect(await walked('! ls -l', '!test4 -- ping -c 1 x', enter, 'q')).toEqual([
    ...['chapter one', 'before a', 'own a: ls -l', 'own test4: ping -c 1 x', 'run a', 'after a'],
  ]);
});

test('an own command that cannot be run ends no tour', async () => {
  expect(await walked('! nobody -- ls', 'q')).toContain('Error: unknown endpo');
});

test('what is no answer is said, and asked again', async () => {
  expect(await walked('x', 'r', 'q')).toEqual([
    ...['chapter one', 'before a', 'There is no x here; ', 'There is no r here; '],
  ]);
});

test('only the first word before "--" is an endpoint', () => {
  expect(parseAnswer('! echo a -- b')).toEqual({ kind: 'own', command: 'echo a -- b' });
  expect(parseAnswer('!test1 -- echo a -- b')).toEqual({
    kind: 'own',
    endpoint: 'test1',
    command: 'echo a -- b',
  });
});

test('? says what can be answered, and the step stays', async () => {
  const told = await walked('?', enter, '?', 'q');
  expect(told.filter((line) => line.startsWith('  Enter  run'))).toHaveLength(2);
  expect(told.filter((line) => line === 'run a')).toHaveLength(1);
});
