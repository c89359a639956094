import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Topology } from '../../../src/topology/topology';
import { run } from '../../../src/platform/run';
import { groundAt, type Ground } from './ground';
import { secondPlan, succeed } from './heal';
import type { Bench, Part, Seen, Trial } from './part';
import { shuffled } from './random';
import { INVALID, nodeName, VALID } from './valid';

const RUNS = 10;
/** The share of runs that begin from nothing; the others from what the one before left. */
const ANEW = 0.2;

export const tens: Part = {
  name: 'tens',
  description:
    'each topology that once came up sometimes only comes up, ten times, with an empty second plan; each that cannot is refused',
  usual: RUNS * (Object.keys(VALID).length + Object.keys(INVALID).length),
  trials({ random }) {
    let count = 0;
    const valid = Object.entries(VALID).map(([name, make]): Trial => ({
      name,
      run: (bench) => comesUp((place) => make(place, (count += 1)), bench),
    }));
    const invalid = Object.entries(INVALID).map(([name, make]): Trial => ({
      name: `refused: ${name}`,
      run: ({ ground }) => isRefused(groundAt(ground.place, () => make(ground.place, 0))),
    }));
    return shuffled([...valid, ...invalid], random);
  },
};

async function comesUp(
  make: (place: Ground['place']) => Topology,
  { ground: { place }, random }: Bench,
): Promise<Seen> {
  const topology = make(place);
  const ground = groundAt(place, () => topology);
  const isAnew = random() < ANEW;
  if (isAnew) succeed('down', await ground.lab('a', 'down', '--force'));
  const began = Date.now();
  succeed('up', await ground.lab('a', 'up'));
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  await secondPlan(ground, 'a');
  return { text: `${seconds} s${isAnew ? ' from nothing' : ''}, second plan empty`, counts: true };
}

async function isRefused(ground: Ground): Promise<Seen> {
  const before = await standing(ground);
  const { code, output } = await ground.lab('a', 'up');
  if (code !== 2 || !/^Error: /m.test(output)) throw new Error(`it ended with ${code}\n${output}`);
  const after = await standing(ground);
  if (after !== before) throw new Error(`touched\n${before}\n---\n${after}`);
  return { text: /^Error: .*/m.exec(output)![0], counts: true };
}

/** What the lab keeps, and what runs on its node. */
async function standing({ paths: { lab }, place }: Ground): Promise<string> {
  const files = existsSync(lab)
    ? readdirSync(lab).map((name) => `${name} ${statSync(join(lab, name)).mtimeMs}`)
    : [];
  const ps = ['docker', 'ps', '--all', '--quiet', '--no-trunc'];
  const { stdout } = await run(['docker', 'exec', nodeName(place), ...ps]);
  return [...files, stdout].join('\n');
}
