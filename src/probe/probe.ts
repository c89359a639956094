import type { Run } from '../platform/run';
import {
  notMeasured,
  parseMeasurement,
  type Measurement,
  type Probe,
  type Source,
} from './measurement';
import { INTERPRETER, script } from '../observe/script';
import { phrase } from '../text/text';

/** Milliseconds that a node's probes may take: so much, and more for each, as if all were waited for in vain twice. */
const TIMEOUT = 120_000;
const TIMEOUT_EACH = 5;

/** A source with its probes. */
export interface Round {
  readonly source: Source;
  readonly probes: readonly Probe[];
}

/**
 * Measures all rounds of one node with one command.
 *
 * @param exec the words before a command that is to run there; empty for this machine
 * @returns a measurement for each probe, in the order of the rounds; one that did not come has no finding
 */
export async function probe(
  exec: readonly string[],
  rounds: readonly Round[],
  run: Run,
): Promise<Measurement[][]> {
  if (rounds.length === 0) return [];
  const count = rounds.reduce((sum, { probes }) => sum + probes.length, 0);
  const result = await run([...exec, ...INTERPRETER], {
    input: `${script('probe')}${probeData(rounds)}`,
    timeout: TIMEOUT + TIMEOUT_EACH * count,
  });
  const found = new Map<string, Measurement>();
  const lost = new Map<string, string>();
  for (const line of result.stdout.split('\n')) {
    if (line.startsWith('!')) {
      const [key = '', reason = ''] = line.slice(1).split('\t');
      lost.set(key, reason);
    } else {
      const [id, measurement] = parseMeasurement(line);
      found.set(id, measurement);
    }
  }
  const otherwise = result.failure ?? phrase('the probe gave no answer');
  return rounds.map(({ probes }, round) =>
    probes.map(
      (_, index) =>
        found.get(`${round}.${index}`) ?? notMeasured(lost.get(String(round)) ?? otherwise),
    ),
  );
}

/** The rounds as probe.pl reads them. */
export function probeData(rounds: readonly Round[]): string {
  const lines: (string | number)[][] = [];
  rounds.forEach(({ source, probes }, round) => {
    lines.push(['source', round, ...files(source)]);
    probes.forEach(({ kind, expected, address, port, text }, index) => {
      lines.push(['probe', `${round}.${index}`, kind, expected, address, port, text]);
    });
  });
  return lines.map((fields) => `${fields.map(field).join('\t')}\n`).join('');
}

/** The source's network namespace, and the folder of the names that it knows. */
function files({ place }: Source): readonly [namespace: string, names: string] {
  switch (place.kind) {
    case 'container':
      return [`/proc/${place.pid}/ns/net`, `/proc/${place.pid}/root/etc`];
    case 'netns':
      return [`/run/netns/${place.name}`, '/etc'];
    case 'node':
      return ['-', '/etc'];
  }
}

// A line of fields is what the script reads: of a text with breaks or tabs the longest part is looked for.
function field(value: string | number): string {
  const [longest = ''] = String(value)
    .split(/[\t\r\n]+/)
    .sort((a, b) => b.length - a.length);
  return longest.trim() || '-';
}
