import { compareVersions } from '../../toolchain/versions';
import { type Text, phrase } from '../../text/text';

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
  readonly what: Text;
  readonly next: Text;
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
      what: phrase('has no Docker'),
      next: phrase('run setup.sh there as root, or install Docker Engine'),
    });
  } else if (found.starting && engine === undefined) {
    problems.push({
      what: phrase('has an engine that is still starting'),
      next: phrase('there: systemctl status docker'),
    });
  } else if (!found.socket) {
    problems.push({
      what: phrase('has Docker, but its engine does not run'),
      next: phrase('there: sudo systemctl enable --now docker'),
    });
  } else if (!found.access) {
    problems.push({
      what: phrase('does not let {user} use its engine: not in the group docker', {
        user: found.user,
      }),
      next: phrase('there: sudo usermod -aG docker {user}', { user: found.user }),
    });
  } else if (engine === undefined) {
    problems.push({
      what: phrase('does not let ssh forward the socket of its engine, or the engine is stuck'),
      next: phrase('there: AllowStreamLocalForwarding yes in sshd_config; docker version'),
    });
  } else if (compareVersions(engine, OLDEST) < 0) {
    problems.push({
      what: phrase('has Docker Engine {version}, which is too old', { version: engine }),
      next: phrase('install {version} or newer there (setup.sh)', { version: OLDEST }),
    });
  }
  if (found.access && rootOn(found) === undefined) {
    problems.push({
      what: phrase(
        'has no way for {user} to be root: sudo asks for a password, and there is no nsenter',
        { user: found.user },
      ),
      next: phrase('there: install util-linux, or let sudo do without a password'),
    });
  }
  if (!found.perl) {
    problems.push({
      what: phrase('has no perl, which measures there'),
      next: phrase('there: install perl'),
    });
  }
  if (found.free !== undefined && found.free < GIB) {
    problems.push({
      what: phrase('has {n} MiB left for images: its disk is full', {
        n: (found.free / 1024).toFixed(0),
      }),
      next: phrase('free 1 GiB there: docker system df; docker system prune'),
    });
  }
  const behind = here.time - found.time;
  if (Math.abs(behind) > CLOCK) {
    const much = duration(Math.abs(behind));
    problems.push({
      what:
        behind > 0
          ? phrase("has a clock that is {much} behind this machine's", { much })
          : phrase("has a clock that is {much} ahead of this machine's", { much }),
      next: phrase('set the one that is wrong: sudo timedatectl set-ntp true'),
    });
  }
  if (here.arch !== undefined && (ARCHES[found.arch] ?? found.arch) !== here.arch) {
    problems.push({
      what: phrase('is a {arch} machine, and the images at hand are for {here}', {
        arch: found.arch,
        here: here.arch,
      }),
      next: phrase('let it pull its own: LAB_OFFLINE=0'),
    });
  }
  return problems;
}

function duration(seconds: number): Text {
  if (seconds < 2 * 3600) return phrase('{n} minutes', { n: Math.round(seconds / 60) });
  return seconds < 2 * 86_400
    ? phrase('{n} hours', { n: Math.round(seconds / 3600) })
    : phrase('{n} days', { n: Math.round(seconds / 86_400) });
}
