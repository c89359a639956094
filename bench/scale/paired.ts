import { byHand } from './by-hand';
import { choose, command, destroy, down, inventory, lastCheck, terraform } from './lab';
import { scaled } from './topology';
import { spread } from '../spread';
import { table } from './table';

const seconds = async (work: () => Promise<unknown>): Promise<number> => {
  const started = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - started) / 1e9;
};

/** The words of docker compose, of whatever version there is. */
async function findCompose(): Promise<readonly string[] | undefined> {
  for (const words of [['docker', 'compose'], ['docker-compose']]) {
    try {
      const { stdout } = await command([...words, 'version']);
      console.log(`compose: ${stdout.split('\n')[0]}`);
      return words;
    } catch {
      // The next one.
    }
  }
  console.log('compose: skipped, neither `docker compose` nor `docker-compose` runs here');
  return undefined;
}

interface Row {
  readonly name: string;
  readonly up: number[];
  readonly down: number[];
}

/** `size` containers on one engine: up and down, ours and others in turn. */
export async function paired(size: number, rounds: number): Promise<void> {
  choose(scaled(size, 1));
  await command(['./lab', 'nodes', 'up']);
  const hand = byHand(size, inventory().nodes[0]?.dockerHost ?? '');
  const compose = await findCompose();
  const rows = new Map<string, Row>();
  const note = (name: string, up: number, removed: number): void => {
    const row = rows.get(name) ?? { name, up: [], down: [] };
    rows.set(name, row);
    row.up.push(up);
    row.down.push(removed);
    console.log(`${name}: up ${up.toFixed(1)} s, down ${removed.toFixed(1)} s`);
  };
  for (let round = 1; round <= rounds; round += 1) {
    const { seconds: up, usage } = await command(['./lab', 'up', '--format', 'junit']);
    const check = lastCheck().durationMs / 1000;
    const again = await terraform('plan', '-detailed-exitcode');
    const removed = await destroy();
    note('ours, checked', up, removed.seconds);
    note('ours without its check', up - check, removed.seconds);
    const cpu = [...usage.cpu].map(([program, s]) => `${program} ${s.toFixed(1)}`).join(', ');
    const each = [...usage.largest].map(([p, mb]) => `${p} ${mb.toFixed(0)}`).join(', ');
    console.log(
      `check ${check.toFixed(1)} s, plan without changes ${again.seconds.toFixed(1)} s\n` +
        `memory of all processes at once ${usage.peak.toFixed(0)} MB; largest: ${each}\nCPU s: ${cpu}`,
    );
    for (const [name, abreast] of [
      ['docker run, eight side by side', 8],
      ['docker run, in a row', 1],
    ] as const) {
      const made = await seconds(() => hand.run(abreast));
      note(name, made, await seconds(() => hand.remove()));
    }
    if (compose === undefined) continue;
    const made = await seconds(() => hand.composeUp(compose));
    note('docker compose', made, await seconds(() => hand.composeDown(compose)));
  }
  const [ours] = rows.values();
  console.log(`\n${size} containers on one engine, ${rounds} rounds: median (min to max)`);
  table(
    ['', 'up s', 'down s', 'ours checked / this, up', 'up and down'],
    [...rows.values()].map((row) => [
      row.name,
      spread(row.up),
      spread(row.down),
      spread(row.up.map((one, i) => (ours?.up[i] ?? NaN) / one)),
      spread(
        row.up.map((one, i) => {
          const both = (ours?.up[i] ?? NaN) + (ours?.down[i] ?? NaN);
          return both / (one + (row.down[i] ?? NaN));
        }),
      ),
    ]),
  );
  await down();
}
