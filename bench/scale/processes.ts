import { readdirSync, readFileSync } from 'node:fs';

/** A process, as `/proc/PID/stat` has it. */
interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly program: string;
  /** Seconds. */
  readonly cpu: number;
  /** MB; pages that processes share count in each. */
  readonly rss: number;
}

/** What a command and everything below it used. */
export interface Usage {
  /** MB at once. */
  readonly peak: number;
  /** CPU seconds by program. */
  readonly cpu: ReadonlyMap<string, number>;
  /** The largest process of each program, in MB. */
  readonly largest: ReadonlyMap<string, number>;
}

const TICKS = 100;
const PAGE = 4096;
const EVERY = 150;

/** Looks at a process and its descendants until it is told to stop. */
export function watchTree(root: number): () => Usage {
  let peak = 0;
  const seen = new Map<number, Process>();
  const largest = new Map<string, number>();
  const look = (): void => {
    const tree = descendants(root);
    peak = Math.max(
      peak,
      tree.reduce((sum, { rss }) => sum + rss, 0),
    );
    for (const one of tree) {
      seen.set(one.pid, one);
      largest.set(one.program, Math.max(largest.get(one.program) ?? 0, one.rss));
    }
  };
  const timer = setInterval(look, EVERY);
  return () => {
    clearInterval(timer);
    const cpu = new Map<string, number>();
    for (const one of seen.values()) cpu.set(one.program, (cpu.get(one.program) ?? 0) + one.cpu);
    return { peak, cpu, largest };
  };
}

function descendants(root: number): Process[] {
  const all = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? read(name) : []));
  const tree = new Set([root]);
  // A child may have a lower number than its parent, so until nothing is added.
  for (let size = 0; size !== tree.size;) {
    size = tree.size;
    for (const { pid, parent } of all) if (tree.has(parent)) tree.add(pid);
  }
  return all.filter(({ pid }) => tree.has(pid));
}

function read(pid: string): Process[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name may hold blanks and brackets.
    const end = stat.lastIndexOf(')');
    const fields = stat.slice(end + 2).split(' ');
    return [
      {
        pid: Number(pid),
        parent: Number(fields[1]),
        program: stat.slice(stat.indexOf('(') + 1, end),
        cpu: (Number(fields[11]) + Number(fields[12])) / TICKS,
        rss: (Number(fields[21]) * PAGE) / 1e6,
      },
    ];
  } catch {
    return [];
  }
}
