import { compareVersions } from '../../kit/versions';

/** What examine.sh found on a host. */
export interface Findings {
  readonly user: string;
  readonly root: boolean;
  /** As `uname -m` says it. */
  readonly arch: string;
  /** Seconds since the epoch. */
  readonly time: number;
  readonly sudo: boolean;
  readonly docker: boolean;
  readonly socket: boolean;
  readonly access: boolean;
  /** Its engine has not come up yet. */
  readonly starting: boolean;
  readonly perl: boolean;
  readonly nsenter: boolean;
  /** Folders in which programs and their libraries are. */
  readonly folders: readonly string[];
  readonly defaultRoute: boolean;
  /** Free KiB where images are kept. */
  readonly free: number | undefined;
}

/** Reads its output; undefined where it did not come to its end. */
export function parseFindings(stdout: string): Findings | undefined {
  const pairs = stdout
    .split('\n')
    .map((line) => /^([a-z0-9]+)=(.*)$/.exec(line.trim()))
    .filter((match) => match !== null)
    .map(([, key = '', value = '']) => [key, value] as const);
  const all = new Map(pairs);
  if (!all.has('end')) return undefined;
  const free = Number(all.get('free') || Number.NaN);
  return {
    user: all.get('user') ?? '',
    root: all.get('uid') === '0',
    arch: all.get('arch') ?? '',
    time: Number(all.get('time')),
    sudo: all.has('sudo'),
    docker: all.has('docker'),
    socket: all.has('socket'),
    access: all.has('access'),
    starting: all.has('starting'),
    perl: all.has('perl'),
    nsenter: all.has('nsenter'),
    folders: pairs.filter(([key]) => key === 'folder').map(([, value]) => value),
    defaultRoute: all.has('route'),
    free: Number.isNaN(free) ? undefined : free,
  };
}

/** How commands come to be run as root on the host. */
export type Root = 'root' | 'sudo' | 'engine';

/** Undefined where there is no way. */
export function rootOn({ root, sudo, access, nsenter }: Findings): Root | undefined {
  if (root) return 'root';
  if (sudo) return 'sudo';
  // Who may use the engine may do anything on its host.
  return access && nsenter ? 'engine' : undefined;
}

/** What keeps a lab from a host, in one line. */
export interface HostProblem {
  readonly what: string;
  readonly next: string;
}

const GIB = 1024 ** 2;
const OLDEST = '20.10';
/** Seconds. */
const CLOCK = 300;

const ARCHES: Readonly<Record<string, string>> = { x86_64: 'x64', aarch64: 'arm64' };

/**
 * @param engine The engine's version as it says itself; undefined where it does not answer through the connection.
 * @param here Time and, where images are brought along, architecture of this machine.
 */
export function hostProblems(
  found: Findings,
  engine: string | undefined,
  here: { readonly time: number; readonly arch?: string },
): HostProblem[] {
  const problems: HostProblem[] = [];
  if (!found.docker && !found.socket) {
    problems.push({
      what: 'has no Docker',
      next: 'run setup.sh there as root, or install Docker Engine',
    });
  } else if (found.starting && engine === undefined) {
    problems.push({
      what: 'has an engine that is still starting',
      next: 'there: systemctl status docker',
    });
  } else if (!found.socket) {
    problems.push({
      what: 'has Docker, but its engine does not run',
      next: 'there: sudo systemctl enable --now docker',
    });
  } else if (!found.access) {
    problems.push({
      what: `does not let ${found.user} use its engine: not in the group docker`,
      next: `there: sudo usermod -aG docker ${found.user}`,
    });
  } else if (engine === undefined) {
    problems.push({
      what: 'does not let ssh forward the socket of its engine, or the engine is stuck',
      next: 'there: AllowStreamLocalForwarding yes in sshd_config; docker version',
    });
  } else if (compareVersions(engine, OLDEST) < 0) {
    problems.push({
      what: `has Docker Engine ${engine}, which is too old`,
      next: `install ${OLDEST} or newer there (setup.sh)`,
    });
  }
  if (found.access && rootOn(found) === undefined) {
    problems.push({
      what: `has no way for ${found.user} to be root: sudo asks for a password, and there is no nsenter`,
      next: 'there: install util-linux, or let sudo do without a password',
    });
  }
  if (!found.perl) {
    problems.push({ what: 'has no perl, which measures there', next: 'there: install perl' });
  }
  if (found.free !== undefined && found.free < GIB) {
    problems.push({
      what: `has ${(found.free / 1024).toFixed(0)} MiB left for images: its disk is full`,
      next: 'free 1 GiB there: docker system df; docker system prune',
    });
  }
  const behind = here.time - found.time;
  if (Math.abs(behind) > CLOCK) {
    const much = duration(Math.abs(behind));
    problems.push({
      what:
        behind > 0
          ? `has a clock that is ${much} behind this machine's`
          : `has a clock that is ${much} ahead of this machine's`,
      next: 'set the one that is wrong: sudo timedatectl set-ntp true',
    });
  }
  if (here.arch !== undefined && (ARCHES[found.arch] ?? found.arch) !== here.arch) {
    problems.push({
      what: `is a ${found.arch} machine, and the images at hand are for ${here.arch}`,
      next: 'let it pull its own: LAB_OFFLINE=0',
    });
  }
  return problems;
}

function duration(seconds: number): string {
  if (seconds < 2 * 3600) return `${Math.round(seconds / 60)} minutes`;
  return seconds < 2 * 86_400
    ? `${Math.round(seconds / 3600)} hours`
    : `${Math.round(seconds / 86_400)} days`;
}
