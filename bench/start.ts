import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pair, ROOT, timed } from './pair';

/**
 * What a command takes before it does anything: the help, an explanation and the app of cdktf, in this checkout and in
 * another one in turn; without another one against a Node.js that does nothing.
 * Usage: npm run bench:start -- [CHECKOUT] [ROUNDS]
 */
const words = process.argv.slice(2);
const other = words.find((word) => !/^\d+$/.test(word));
const rounds = Number(words.find((word) => /^\d+$/.test(word)) ?? 10);

const nothing = (): Promise<void> => Promise.resolve();
const lab = (checkout: string, ...args: string[]): string[] => [join(checkout, 'lab'), ...args];
const app = (checkout: string): string[] => ['sh', '-c', appOf(checkout)];

/** As cdktf runs it. */
const appOf = (checkout: string): string =>
  (JSON.parse(readFileSync(join(checkout, 'cdktf.json'), 'utf8')) as { readonly app: string }).app;

const MEASURED: readonly (readonly [string, (checkout: string) => string[]])[] = [
  ['help', (checkout) => lab(checkout, '--help')],
  ['explain', (checkout) => lab(checkout, 'explain', 'test4', 'test3')],
  ['synth', app],
];

async function main(): Promise<void> {
  for (const [name, argv] of MEASURED) {
    const here = { name, measure: () => timed(argv(ROOT)), reset: nothing };
    const there =
      other === undefined
        ? { name: 'node', measure: () => timed([process.execPath, '-e', '0']), reset: nothing }
        : {
            name: `${name} of ${other}`,
            measure: () => timed(argv(resolve(other)), resolve(other)),
            reset: nothing,
          };
    await timed(argv(ROOT));
    await pair(here, there, rounds);
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
