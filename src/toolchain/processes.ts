import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { killGroup, signal } from '../platform/interrupt';
import { readProcess } from './process-record';

/** A process as the kernel shows it; nothing of one that another user may not look at. */
export interface FoundProcess {
  readonly pid: number;
  /** Process group. */
  readonly group: number;
  /** Clock ticks after boot. */
  readonly started: string;
  /** File name of its program. */
  readonly program: string;
  readonly folder: string;
}

/** Every process that can be read; none where the kernel has no /proc. */
function allProcesses(proc = '/proc'): FoundProcess[] {
  return pids(proc).flatMap((pid): FoundProcess[] => {
    try {
      const folder = join(proc, pid);
      const stat = readFileSync(join(folder, 'stat'), 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const [state, , group] = fields;
      if (state === 'Z') return [];
      const [word = ''] = readFileSync(join(folder, 'cmdline'), 'utf8').split('\0');
      return [
        {
          ...{ pid: Number(pid), group: Number(group), started: fields[19] ?? '' },
          program: word.split('/').at(-1) ?? '',
          folder: readlinkSync(join(folder, 'cwd')),
        },
      ];
    } catch {
      // It has ended, or is another user's.
      return [];
    }
  });
}

function pids(proc: string): string[] {
  try {
    return readdirSync(proc).filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

/** Terraform or OpenTofu that works in a stack's folder, whoever started it. */
export const terraformIn = (stack: string, all = allProcesses()): FoundProcess[] =>
  all.filter(({ folder, program }) => folder === stack && /^(terraform|tofu)$/.test(program));

/** Ends what a killed Terraform left behind: providers that nobody can talk to any more. */
export function endLostProviders(stack: string): void {
  const all = allProcesses();
  const groups = terraformIn(stack, all).map(({ group }) => group);
  for (const { folder, program, group, pid } of all) {
    const isProvider = folder === stack && program.startsWith('terraform-provider-');
    if (!isProvider || groups.includes(group)) continue;
    signal(pid, 'SIGKILL');
  }
}

/**
 * Ends a command that outlives the lab that started it, with its group: asked first, and by force when `patience` (ms)
 * is over.
 */
export async function endOrphan(
  { pid, started }: { readonly pid: number; readonly started: string },
  pause: (ms: number) => Promise<unknown>,
  patience = 30_000,
): Promise<void> {
  const isLeft = (): boolean => readProcess(pid)?.started === started;
  if (!isLeft()) return;
  signal(pid, 'SIGINT');
  const end = Date.now() + patience;
  while (isLeft() && Date.now() < end) await pause(BETWEEN_LOOKS);
  killGroup(pid);
}

const BETWEEN_LOOKS = 50;
