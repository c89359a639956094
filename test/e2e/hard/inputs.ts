import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { baseTopology } from '../../support/base-topology';
import { makeCheckout, type Checkout, type Said } from './checkout';
import type { Input } from './input';
import { FILES } from './input-files';
import { topologies } from './input-topologies';
import { ENVIRONMENT } from './input-words';
import type { Part, Seen } from './part';
import { shuffled } from './random';

/** Verbs that read a topology, and the app of cdktf. */
const VERBS: readonly (readonly string[])[] = [
  ...[['up'], ['check'], ['diff'], ['explain', 'web', 'client'], ['status'], ['doctor'], ['graph']],
  ...[['matrix'], ['report'], ['repair', '--yes'], ['nodes', 'up'], ['nodes', 'down'], ['down']],
  ...[['down', '--force'], ['tour', '--all'], ['exec', 'web', '--', 'true'], ['app']],
];
/** Of each kind of topology. */
const EACH = 50;

let checkout: Checkout | undefined;

export const inputs: Part = {
  name: 'inputs',
  description: 'bad input: one clear error, exit code 2, nothing touched, no stack trace',
  isAlone: true,
  begin() {
    checkout = makeCheckout();
    return Promise.resolve();
  },
  end: () => checkout?.remove(),
  trials({ random }) {
    const seed = Math.floor(random() * 2 ** 31);
    return shuffled([...FILES, ...ENVIRONMENT, ...topologies(seed, EACH)], random).map(
      (input, index) => ({
        name: input.name,
        run: () => give(input, VERBS[index % VERBS.length]!),
      }),
    );
  },
};

async function give(input: Input, verb: readonly string[]): Promise<Seen> {
  const { folder, file, run } = checkout!;
  const good = file('good.ts', `export default ${JSON.stringify(baseTopology())};`);
  const { topology, env = {}, cdktf, files = {}, words = verb } = input;
  const path = topology === undefined ? good : file(`input.${topology.end}`, topology.text);
  for (const [name, text] of Object.entries(files)) file(name, text);
  const isNamed = cdktf === undefined && env['CDKTF_CONTEXT_JSON'] === undefined;
  const named = isNamed ? { LAB_TOPOLOGY: relative(folder, path) } : {};
  const usual = JSON.stringify({
    app: 'node src/tool/start.cjs app',
    context: { topology: 'inputs/good.ts' },
  });
  writeFileSync(join(folder, 'cdktf.json'), cdktf ?? usual);
  const isApp = words[0] === 'app';
  const said = await run(
    isApp ? [] : words,
    { ...named, ...env },
    { entry: isApp ? 'app' : 'lab' },
  );
  const wrong = wrongWith(said);
  const text = `${words.join(' ').slice(0, 60)}: ${firstLine(said.stderr)}`;
  if (wrong === undefined) return { text, counts: true };
  throw new Error(`${wrong}\n--- ${words.join(' ')}\n${shown(said.stdout)}${shown(said.stderr)}`);
}

/** What does not hold of an answer to bad input; undefined where all holds. */
function wrongWith({ code, stdout, stderr, touched }: Said): string | undefined {
  if (code !== 2) return `exit code ${code}`;
  if (touched.length > 0) return `touched ${touched.join(', ')}`;
  if (stdout !== '') return 'a result on standard output';
  if (/^\s+at .*:\d+:\d+\)?$/m.test(stderr)) return 'a stack trace';
  if (!/^(Error: |error: |Usage: )/m.test(stderr)) return 'no error';
  if (/^Error: not up/m.test(stderr)) return 'taken as good';
  if (/^Error: /m.test(stderr) && !/^ +next: +\S/m.test(stderr)) return 'no next step';
  if (/^ +(where|why|next): *$/m.test(stderr)) return 'a line without words';
  // eslint-disable-next-line no-control-regex
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(stderr)) {
    return 'a control character';
  }
  return stderr.length > 20_000 ? `${stderr.length} characters` : undefined;
}

const firstLine = (text: string): string => shown(text).split('\n')[0]!.slice(0, 120);
const shown = (text: string): string => text.slice(0, 3000);
