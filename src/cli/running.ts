import { checkRunning, type NotAsked, type RunningResult } from '../verdict/running';
import type { CheckResult } from '../verdict/result';
import { rootOfEngine, type RootAccess } from '../nodes/running/access';
import { withClaims } from '../sources/claims';
import { engineSource } from '../sources/engine';
import { addressOf, filesBy, filesHere, sshWords } from '../sources/engine/files';
import { dockerWords } from '../sources/engine/inspect';
import { labOf } from '../sources/load';
import { say } from '../i18n/say';
import type { Config } from '../platform/config';
import type { Run } from '../platform/run';
import type { Context } from './context';

/** Measures what runs on an engine that the lab did not make. @throws LabError where that cannot be done */
export async function measureRunning(context: Context): Promise<CheckResult> {
  const { config, io, run } = context;
  const host = config.engineHost!;
  const address = await addressOf(host, run);
  const access = await rootOfEngine({
    ...{ docker: dockerWords(host), run, image: config.probeImage },
    ssh: address.startsWith('ssh://') ? sshWords(address) : undefined,
    isHere: address.startsWith('unix://') && (await isHere(context)),
  });
  const { result, notAsked } = await measureBy(access, { host, run, config });
  for (const [why, count] of notAsked) io.remark(words(why, count));
  return result;
}

interface Engine {
  readonly host: string;
  readonly run: Run;
  readonly config: Pick<Config, 'claims' | 'root'>;
  /** As `Running` has it. */
  readonly udp?: boolean;
}

/** Reads and measures an engine as root on its machine, and gives the access back. @throws LabError */
export async function measureBy(
  access: RootAccess,
  { host, run, config, udp = false }: Engine,
): Promise<RunningResult> {
  try {
    const files = filesBy([...access.exec, 'sh', '-s'], run);
    const source = withClaims(await engineSource({ host, run, files }), config);
    const { facts, pids, own, names } = source;
    return await checkRunning({
      ...{ lab: labOf(source), exec: access.exec, run, udp },
      ...{ facts, pids, own, names },
    });
  } finally {
    await access.close();
  }
}

/** Whether a process of one of its containers is this machine's. */
async function isHere({ source }: Context): Promise<boolean> {
  const { id, pid } = [...(source?.processes ?? [])][0] ?? { id: '', pid: 0 };
  const file = `/proc/${pid}/cgroup`;
  return pid > 0 && ((await filesHere([file])).get(file)?.includes(id) ?? false);
}

function words(why: NotAsked, count: number): string {
  switch (why) {
    case 'outside':
      return say('{count} edges from or to another machine are not asked.', { count });
    case 'open':
      return say('{count} edges depend on what is not known, and are not asked.', { count });
    case 'udp':
      return say('{count} UDP ports on which something listens get no datagram.', { count });
    case 'names':
      return say('{count} names that should be unknown are not looked up.', { count });
    case 'foreign':
      return say(
        '{count} edges lead to addresses that are not its own or not private, and are not asked.',
        { count },
      );
  }
}
