import { join } from 'node:path';
import { mustRun, type Run } from '../../platform/run';
import type { Connection } from './connection';
import type { Findings, Root } from './findings';
import { phrase, verbatim } from '../../text/text';

/** An empty image: what runs in it are the host's own programs. */
export const ROOT_IMAGE = 'docker-network-lab/root:1';

/** An archive of nothing is two blocks of zeros. */
const EMPTY_TAR = '\0'.repeat(1024);

/** Makes the empty image on a host's engine where commands become root by the engine. */
export async function ensureRootImage({ socket }: Connection, run: Run): Promise<void> {
  const docker = ['docker', '--host', `unix://${socket}`];
  const there = await run([...docker, 'image', 'inspect', ROOT_IMAGE], { timeout: 20_000 });
  if (there.failure === undefined) return;
  await mustRun([...docker, 'import', '--change', 'ENV LAB=', '-', ROOT_IMAGE], {
    what: phrase('the image for commands as root cannot be made'),
    next: verbatim('./lab doctor'),
    input: EMPTY_TAR,
    run,
  });
}

/** The words before a command that is to run on the host as root, its input passed on. */
export function rootWords(
  how: Root,
  { config, host, socket }: Connection,
  { folders }: Findings,
): string[] {
  if (how !== 'engine') return ['sh', join(__dirname, 'run.sh'), config, host, how];
  return [
    ...['docker', '--host', `unix://${socket}`, 'run', '--rm', '--interactive'],
    ...['--label', 'docker-network-lab.root=true', '--log-driver', 'none'],
    ...['--pid', 'host', '--network', 'host', '--ipc', 'host', '--uts', 'host'],
    ...['--cap-add', 'ALL', '--security-opt', 'label=disable'],
    ...['seccomp', 'apparmor'].flatMap((name) => ['--security-opt', `${name}=unconfined`]),
    ...folders.flatMap((folder) => ['--volume', `${folder}:${folder}:ro`]),
    ...[
      ROOT_IMAGE,
      'nsenter',
      '--target',
      '1',
      '--mount',
      '--uts',
      '--ipc',
      '--net',
      '--pid',
      '--',
    ],
  ];
}
