import { terminalIo } from '../../src/cli/io';
import { describeError, LabError } from '../../src/platform/errors';
import { harmlessIn, readableLines } from '../../src/platform/harmless';
import { verbatim } from '../../src/text/text';

const HOSTILE = 'a\u001b[2Jb\rc\u0007d\u202ee\u009bf';
const TEXT = verbatim(HOSTILE);
const SHOWN = 'a\\u001b[2Jb\\u000dc\\u0007d\\u202ee\\u009bf';

test('nothing of a known error turns a terminal', () => {
  const error = new LabError(TEXT, { where: HOSTILE, why: TEXT, next: TEXT });
  const text = describeError(error);
  expect(text.split(SHOWN)).toHaveLength(5);
  expect(text).not.toContain('\u001b');
});

test('of colours only the switch stays, and only where there are any', () => {
  const green = `\u001b[32m${HOSTILE}\u001b[39m`;
  expect(harmlessIn(green, true)).toBe(`\u001b[32m${SHOWN}\u001b[39m`);
  expect(harmlessIn(green, false)).toBe(`\\u001b[32m${SHOWN}\\u001b[39m`);
});

test('what a verb prints or remarks is harmless', () => {
  const written: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  }
  const io = terminalIo();
  io.print(HOSTILE);
  io.remark(HOSTILE);
  jest.restoreAllMocks();
  expect(written).toEqual([`${SHOWN}\n`, `${SHOWN}\n`]);
});

test('a line is as long as a person reads it', () => {
  const [first = '', second] = readableLines(`${'x'.repeat(5000)}\nshort`).split('\n');
  expect(first.length).toBeLessThan(1010);
  expect(second).toBe('short');
});
