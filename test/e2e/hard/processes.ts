import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly group: number;
  /** Its words with spaces between them. */
  readonly line: string;
  readonly folder: string;
}

/** Every process of this machine that can be read. */
export const processes = (): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): Process[] => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, parent, group] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        if (state === 'Z') return [];
        return [
          {
            pid: Number(name),
            parent: Number(parent),
            group: Number(group),
            line: readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ').trim(),
            folder: readlinkSync(`/proc/${name}/cwd`),
          },
        ];
      } catch {
        return [];
      }
    });

/** A process with all that it started, as far as their parents still live. */
export function withDescendants(pid: number): Process[] {
  const all = processes();
  const found = all.filter((one) => one.pid === pid);
  // Grows while it is walked.
  for (const { pid: parent } of found) found.push(...all.filter((one) => one.parent === parent));
  return found;
}

/** Terraform (or OpenTofu) itself, or a provider that it started, in the folder of a stack. */
export const inStack = (stack: string, which: 'terraform' | 'provider'): Process[] =>
  processes().filter(({ folder, line }) => {
    const [program = ''] = line.split(' ');
    const isProvider = program.includes('terraform-provider-');
    const isTerraform = /(^|\/)(terraform|tofu)$/.test(program);
    return folder === stack && (which === 'provider' ? isProvider : isTerraform);
  });
