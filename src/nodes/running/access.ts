import { LabError } from '../../platform/errors';
import { type Run, whyOf } from '../../platform/run';
import { ROOT_IMAGE } from '../ssh/root';
import { type Text, phrase } from '../../text/text';

/** A way to run commands as root on the machine of an engine that the lab did not make. */
export interface RootAccess {
  /** The words before a command. */
  readonly exec: readonly string[];
  /** Takes away whatever had to be made for it. */
  readonly close: () => Promise<void>;
}

export interface AccessRequest {
  /** The words of `docker` for the engine. */
  readonly docker: readonly string[];
  /** The words of `ssh` for its machine, where it is reached so. */
  readonly ssh?: readonly string[] | undefined;
  /** True where the engine's processes are those of this machine. */
  readonly isHere: boolean;
  /** An image with perl, for machines without it. */
  readonly image?: string | undefined;
  readonly run: Run;
}

/** Folders in which programs and their libraries are; a machine has some of them. */
const FOLDERS = ['/usr', '/bin', '/sbin', '/lib', '/lib64'];

/**
 * The least that does it: nothing where this process is root there, else root by ssh or its sudo, else a container of
 * the machine's own programs, which is gone with the command.
 * @throws LabError where nothing runs the probes
 */
export async function rootOfEngine(request: AccessRequest): Promise<RootAccess> {
  const { image, run } = request;
  if (image !== undefined) {
    const exec = [...containerWords(request, []), '--entrypoint', '/usr/bin/env', image];
    return requirePerl({ exec, close: nothing }, run, phrase('image {name}', { name: image }));
  }
  const direct = await directly(request);
  if (direct !== undefined)
    return requirePerl({ exec: direct, close: nothing }, run, phrase('its machine'));
  const close = await makeImage(request);
  try {
    const exec = await throughEngine(request);
    return await requirePerl({ exec, close }, run, phrase('its machine'));
  } catch (error) {
    await close();
    throw error;
  }
}

const nothing = (): Promise<void> => Promise.resolve();

async function directly({ ssh, isHere, run }: AccessRequest): Promise<string[] | undefined> {
  if (isHere && process.getuid?.() === 0) return [];
  if (ssh === undefined) return undefined;
  for (const words of [
    [...ssh, 'exec'],
    [...ssh, 'exec', 'sudo', '-n', '--'],
  ]) {
    const { stdout } = await run([...words, 'id', '-u'], { timeout: 30_000 });
    if (stdout.trim() === '0') return words;
  }
  return undefined;
}

async function requirePerl(access: RootAccess, run: Run, where: Text): Promise<RootAccess> {
  const { failure, stderr } = await run([...access.exec, 'perl', '-'], {
    input: 'print "ok\\n";\n',
    timeout: 60_000,
  });
  if (failure === undefined) return access;
  throw new LabError(
    phrase('what runs there cannot be measured'),
    {
      where,
      why: phrase('no perl starts there: {why}', {
        why: stderr.trim().split('\n').at(-1) || failure,
      }),
      next: phrase(
        'install perl there, or name an image that the engine has and that has perl: LAB_PROBE_IMAGE=debian:stable-slim; everything but check needs none',
      ),
    },
    3,
  );
}

/** The image in which the machine's own programs run; it is empty, and was made for this if it was not there. */
async function makeImage({ docker, run }: AccessRequest): Promise<() => Promise<void>> {
  const there = await run([...docker, 'image', 'inspect', ROOT_IMAGE], { timeout: 40_000 });
  if (there.failure === undefined) return nothing;
  const made = await run([...docker, 'import', '--change', 'ENV LAB=', '-', ROOT_IMAGE], {
    input: '\0'.repeat(1024),
    timeout: 60_000,
  });
  if (made.failure !== undefined) throw noAccess(docker, whyOf(made));
  return async () => {
    await run([...docker, 'image', 'rm', ROOT_IMAGE], { timeout: 60_000 });
  };
}

async function throughEngine(request: AccessRequest): Promise<string[]> {
  const { docker, run } = request;
  const root = ['nsenter', '--target', '1', '--mount', '--uts', '--ipc', '--net', '--pid', '--'];
  let folders = FOLDERS;
  for (;;) {
    const exec = [...containerWords(request, folders), ROOT_IMAGE, ...root];
    const { failure, stderr } = await run([...exec, 'true'], { timeout: 60_000 });
    if (failure === undefined) return exec;
    // A folder that is not there is not made by asking for it.
    const missing = folders.filter((folder) =>
      new RegExp(`path does not exist: ${folder}\\b`).test(stderr),
    );
    if (missing.length === 0) throw noAccess(docker, whyOf({ stderr, failure }));
    folders = folders.filter((folder) => !missing.includes(folder));
  }
}

const containerWords = ({ docker }: AccessRequest, folders: readonly string[]): string[] => [
  ...[...docker, 'run', '--rm', '--interactive', '--pull', 'never'],
  ...['--label', 'docker-network-lab.root=true', '--log-driver', 'none'],
  ...['--pid', 'host', '--network', 'host', '--ipc', 'host', '--uts', 'host'],
  ...['--cap-add', 'ALL', '--security-opt', 'label=disable'],
  ...['seccomp', 'apparmor'].flatMap((name) => ['--security-opt', `${name}=unconfined`]),
  ...folders.flatMap((folder) => [
    '--mount',
    `type=bind,source=${folder},target=${folder},readonly`,
  ]),
];

const noAccess = (docker: readonly string[], why: Text): LabError =>
  new LabError(
    phrase('there is no way to be root on the machine of the engine'),
    {
      where: docker.join(' '),
      why,
      next: phrase(
        'run this as root there, or over ssh as a user with sudo; everything but check needs neither',
      ),
    },
    3,
  );
