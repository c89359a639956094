import { setTimeout as pause } from 'node:timers/promises';
import { BLOWS, type Blow } from './blows';
import { expectClosed } from './closed';
import { LAB, type Ended, type Ground, type Started } from './ground';
import { secondPlan, succeed } from './heal';
import type { Bench, Part, Seen, Trial } from './part';
import { shuffled } from './random';
import type { Variant } from './topology';
import { DEPLOY, VERBS, type Verb } from './verbs';

/** Milliseconds. */
const BETWEEN_LOOKS = 5;
/** A command that was asked to end does so within this time. */
const PATIENCE = 120_000;

/** A command of the lab has handlers for signals; cdktf has its own. */
const isLab = ({ argv }: Verb): boolean => argv[0]!.endsWith('/lab');
const runsTerraform = ({ name }: Verb): boolean => name !== 'nodes up' && name !== 'down';

const fits = (verb: Verb, { name }: Blow): boolean =>
  (isLab(verb) || !name.endsWith('lab')) &&
  (runsTerraform(verb) || !/terraform|provider/.test(name));

/** What stands on the nodes, and how long (ms) each command took that nothing struck. */
interface Memory {
  standing: Variant;
  /** As declared, as far as is known. */
  isUp: boolean;
  readonly took: Map<string, number>;
}

export const kills: Part = {
  name: 'kills',
  description:
    'commands that are struck at a random moment; one `./lab up`, or a bare cdktf, heals each',
  usual: 20,
  /** A command that takes down asks the engine, which may not run yet. */
  async begin({ ground }) {
    succeed('nodes up', await ground.lab('a', 'nodes', 'up'));
  },
  trials({ random }) {
    const memory: Memory = { standing: 'a', isUp: false, took: new Map() };
    const cases = VERBS.flatMap((verb) =>
      BLOWS.filter((blow) => fits(verb, blow)).map((blow): Trial => ({
        name: `${verb.name}, ${blow.name}`,
        run: (bench) => strike(verb, blow, bench, memory),
      })),
    );
    return shuffled(cases, random);
  },
};

async function strike(verb: Verb, blow: Blow, bench: Bench, memory: Memory): Promise<Seen> {
  const { ground, random } = bench;
  const usual = memory.took.get(verb.name) ?? (await measured(verb, ground, memory));
  await prepared(verb, ground, memory);
  const [part, healer] = [random(), random()];
  const variant = verb.variant(memory.standing);
  const command = ground.start(variant, verb.argv);
  const began = Date.now();
  const struck = await strikeAt(blow, command, part * usual, ground.paths.stack);
  const ended = await endOf(command);
  memory.standing = variant;
  if (!struck) {
    memory.took.set(verb.name, Date.now() - began);
    succeed(`${verb.name}, which nothing struck,`, ended);
  }
  if (isLab(verb)) expectGentle(blow, struck, ended);
  const since = Date.now();
  const heal = verb.keepsNodes && healer < BARE ? DEPLOY : [LAB, 'up'];
  let healed = await ground.start(variant, heal).ended;
  // A bare cdktf knows nothing of what was broken by hand.
  if (healed.code === 1 && verb.again && heal === DEPLOY) healed = await ground.lab(variant, 'up');
  if (healed.code !== 0) {
    const commands = [verb.argv, heal].map((argv) => argv.slice(-3).join(' '));
    throw new Error(
      `not healed\n--- ${commands[0]}\n${ended.output}\n--- ${commands[1]}\n${healed.output}`,
    );
  }
  const seconds = ((Date.now() - since) / 1000).toFixed(1);
  expectClosed(ground);
  if (random() < PLANNED) await secondPlan(ground, variant);
  memory.isUp = true;
  const when = `${Math.round(part * 100)}% of ${(usual / 1000).toFixed(1)} s`;
  const by = heal === DEPLOY ? ' by cdktf deploy' : '';
  return {
    text: struck ? `at ${when}, healed in ${seconds} s${by}` : `not met: it had ended (${when})`,
    counts: struck,
  };
}

/** The share that a bare cdktf heals, of what it can heal. */
const BARE = 0.25;
/** The share that is asked for a second plan. */
const PLANNED = 0.4;

async function prepared(verb: Verb, ground: Ground, memory: Memory): Promise<void> {
  const { isUp } = memory;
  memory.isUp = false;
  await verb.before(ground, memory.standing, isUp);
}

/** How long a command takes that nothing strikes. */
async function measured(verb: Verb, ground: Ground, memory: Memory): Promise<number> {
  await prepared(verb, ground, memory);
  const variant = verb.variant(memory.standing);
  const began = Date.now();
  succeed(verb.name, await ground.start(variant, verb.argv).ended);
  const took = Date.now() - began;
  memory.standing = variant;
  memory.isUp = verb.leavesUp === true;
  memory.took.set(verb.name, took);
  return took;
}

/** Strikes after `delay` ms, or as soon as there is something to strike then; false where the command ended first. */
async function strikeAt(
  blow: Blow,
  command: Started,
  delay: number,
  stack: string,
): Promise<boolean> {
  let over = false;
  void command.ended.then(() => (over = true));
  await Promise.race([pause(delay), command.ended]);
  while (!over) {
    if (blow.strike(command, stack)) return true;
    await pause(BETWEEN_LOOKS);
  }
  return false;
}

async function endOf({ ended, pid }: Started): Promise<Ended> {
  const stuck = Symbol('stuck');
  const abort = new AbortController();
  const timeout = pause(PATIENCE, stuck, { signal: abort.signal }).catch(() => stuck);
  const first = await Promise.race([ended, timeout]);
  abort.abort();
  if (typeof first !== 'symbol') return first;
  process.kill(-pid, 'SIGKILL');
  throw new Error(`it does not end\n${(await ended).output}`);
}

/** A lab that is asked to end says so, and by its exit code; one that was done already ended as usual. */
function expectGentle(
  { gentle, name }: Blow,
  struck: boolean,
  { code, signal, output }: Ended,
): void {
  if (!struck || gentle === undefined || code === 0) return;
  // It had not begun: nothing stands otherwise than before.
  if (signal !== undefined && !output.includes('...')) return;
  if (code !== undefined && gentle.includes(code) && /\.\/lab up/.test(output)) return;
  throw new Error(`after ${name} it ended with ${code} and said\n${output}`);
}
