import { createInterface } from 'node:readline/promises';
import { harmlessIn } from '../platform/harmless';
import { told } from '../i18n/say';
import type { Text, Told } from '../text/text';

/** Where results and progress go; one place that knows the terminal. */
export interface Io {
  /** A result, to standard output. */
  readonly print: (text: string) => void;
  /** A remark, to standard error. */
  readonly remark: (text: Told) => void;
  /** Colour on standard output. */
  readonly color: boolean;
  /** Columns of standard output. */
  readonly width: number;
  /** Standard error is a terminal: progress may move. */
  readonly live: boolean;
  /** Asks a person. Without a terminal the answer is `otherwise`. */
  readonly confirm: (question: Text, otherwise: boolean) => Promise<boolean>;
}

export function terminalIo(): Io {
  const { stdout, stderr, stdin, env } = process;
  const color = stdout.isTTY === true && !env['NO_COLOR'];
  const colorful = stderr.isTTY === true && !env['NO_COLOR'];
  return {
    // Names and output of others are in it.
    print: (text) => void stdout.write(`${harmlessIn(text, color)}\n`),
    remark: (text) => void stderr.write(`${harmlessIn(told(text), colorful)}\n`),
    color,
    width: stdout.columns ?? (Number(env['COLUMNS']) || 80),
    live: stderr.isTTY === true,
    async confirm(question, otherwise) {
      if (stdin.isTTY !== true || stderr.isTTY !== true) return otherwise;
      const line = createInterface({ input: stdin, output: stderr });
      const answer = await line.question(`${told(question)} [${otherwise ? 'Y/n' : 'y/N'}] `);
      line.close();
      return answer.trim() === '' ? otherwise : /^(y(es)?|是|好)$/i.test(answer.trim());
    },
  };
}
