import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readWhole, writeWhole } from '../platform/whole-file';

/** What was started, so that exactly that and nothing else is stopped. */
export type EngineRecord =
  | { readonly by: 'systemd'; readonly units: readonly string[] }
  | {
      readonly by: 'lab';
      readonly pid: number;
      /** Clock ticks after boot at which the process started: a reused pid has another. */
      readonly started: string;
    };

export const recordFile = (cacheDir: string): string => join(cacheDir, 'run', 'engine.json');

const schema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('systemd'), units: z.array(z.string()) }),
  z.object({ by: z.literal('lab'), pid: z.int().positive(), started: z.string() }),
]);

export const writeRecord = (cacheDir: string, record: EngineRecord): void =>
  writeWhole(recordFile(cacheDir), `${JSON.stringify(record)}\n`);

/** Undefined where nothing was started, and where nobody can tell any more what: then nothing is stopped. */
export function readRecord(cacheDir: string): EngineRecord | undefined {
  const found = readWhole<EngineRecord>(recordFile(cacheDir), schema);
  return found.kind === 'whole' ? found.value : undefined;
}

export const removeRecord = (cacheDir: string): void =>
  rmSync(recordFile(cacheDir), { recursive: true, force: true });

/** Name, start and parent of a living process; undefined where there is none. */
export function readProcess(
  pid: number,
  proc = '/proc',
): { readonly name: string; readonly started: string; readonly parent: number } | undefined {
  try {
    const stat = readFileSync(join(proc, String(pid), 'stat'), 'utf8');
    // The name stands in brackets and may itself hold brackets and spaces.
    const name = stat.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, parent] = fields;
    return state === 'Z' ? undefined : { name, started: fields[19] ?? '', parent: Number(parent) };
  } catch {
    return undefined;
  }
}

/** True where the pid is still the dockerd that the record is about. */
export function isRecorded(record: Extract<EngineRecord, { by: 'lab' }>, proc = '/proc'): boolean {
  const found = readProcess(record.pid, proc);
  return found?.name === 'dockerd' && found.started === record.started;
}
