import { createInterface } from 'node:readline';

/** Asks on the terminal; undefined at the end of input or Ctrl-C. */
export const ask = (prompt: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    const line = createInterface({ input: process.stdin, output: process.stdout });
    line.once('close', () => resolve(undefined));
    line.question(prompt, (answer) => {
      resolve(answer);
      line.close();
    });
  });
