import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LAB_LABEL } from '../topology/lab';
import { readKernel } from './machine';
import type { CheckContext, Prerequisite } from './prerequisite';
import { phrase } from '../text/text';

/** The control groups in which the nodes' containers live, and whether they can be limited. */
export function controlGroups(root = '/sys/fs/cgroup'): Prerequisite {
  const kind = 'control-groups';
  const name = phrase('control groups');
  const unified = readKernel(`${root}/cgroup.controllers`);
  const version = unified === '' ? 1 : 2;
  const has = (controller: string): boolean =>
    version === 2 ? unified.split(' ').includes(controller) : existsSync(`${root}/${controller}`);
  const missing = ['memory', 'cpu'].filter((controller) => !has(controller));
  if (version === 1 && !existsSync(`${root}/devices`)) {
    return {
      kind,
      name,
      ok: false,
      found: phrase('no control groups at {root}', { root }),
      remedy: phrase('mount them: apt-get install cgroupfs-mount, or boot with systemd'),
    };
  }
  return {
    kind,
    name,
    ok: true,
    found:
      missing.length === 0
        ? phrase('version {version}, memory and CPUs of a node can be limited', { version })
        : phrase('version {version}, without {missing}: nodes run without that limit', {
            version,
            missing: missing.join(' and '),
          }),
  };
}

/** Kernel features that a node cannot load for itself. */
export function kernelFeatures(proc = '/proc', sys = '/sys'): Prerequisite {
  const release = readKernel(`${proc}/sys/kernel/osrelease`);
  const filesystems = readKernel(`${proc}/filesystems`);
  const missing = [
    ...(/\boverlay\b/.test(filesystems) || existsSync(`${sys}/module/overlay`) ? [] : ['overlay']),
    ...(existsSync(`${proc}/sys/net/bridge`) ? [] : ['br_netfilter']),
  ];
  return {
    kind: 'kernel',
    name: phrase('kernel'),
    ok: missing.length === 0,
    found:
      missing.length === 0
        ? phrase('Linux {release}, with overlay and br_netfilter', { release })
        : phrase('Linux {release}, not loaded: {modules}', { release, modules: missing }),
    ...(missing.length === 0
      ? {}
      : { remedy: phrase('modprobe --all {modules} (as root)', { modules: missing.join(' ') }) }),
  };
}

/** Milliseconds in which an engine that is up says something. */
const PATIENCE = 8_000;

const GIB = 1024 ** 3;
const NEEDED = 4;

/** Room for images, provider and nodes. */
export async function diskSpace(cacheDir: string): Promise<Prerequisite> {
  const folders = [existing(cacheDir), existing('/var/lib/docker')];
  const spaces = await Promise.all(
    folders.map(async (folder) => {
      const { bavail, bsize } = await statfs(folder);
      return { folder, free: (bavail * bsize) / GIB };
    }),
  );
  const least = spaces.reduce((a, b) => (b.free < a.free ? b : a));
  const ok = least.free >= NEEDED;
  return {
    kind: 'disk-space',
    name: phrase('disk space'),
    ok,
    found: phrase('{size} GiB free at {folder}', {
      size: least.free.toFixed(1),
      folder: least.folder,
    }),
    ...(ok
      ? {}
      : {
          remedy: phrase('free {size} GiB there: docker system df; rm --recursive {folder}', {
            size: NEEDED,
            folder: cacheDir,
          }),
        }),
  };
}

function existing(folder: string): string {
  return existsSync(folder) || folder === '/' ? folder : existing(dirname(folder));
}

/**
 * The nodes' network is the lab's, or nobody's.
 * @param lab name of the lab of this checkout; undefined where every lab's network counts
 */
export async function subnetFree(
  { config, run }: CheckContext,
  subnet: string,
  lab?: string,
): Promise<Prerequisite> {
  const kind = 'subnet';
  const name = phrase('subnet');
  const labels = ['lab', 'checkout'].map((key) => `{{.Label "docker-network-lab.${key}"}}`);
  const networks = await run(
    [
      ...['docker', 'network', 'ls', '--filter', `label=${LAB_LABEL}`],
      ...['--format', ['{{.ID}}', ...labels].join('\t')],
    ],
    { timeout: PATIENCE },
  );
  const rows = networks.stdout.split('\n').map((line) => line.split('\t'));
  const routes = await run(['ip', '-4', 'route', 'show', 'root', subnet]);
  const devices = [...routes.stdout.matchAll(/ dev (\S+)/g)].map(([, device]) => device ?? '');
  const ownerOf = (device: string) => rows.find(([id]) => device === `br-${id}`);
  const foreign = devices.filter((device) => {
    const [, owner, checkout] = ownerOf(device) ?? ['', ''];
    return owner === '' || (lab !== undefined && (owner !== lab || checkout !== config.root));
  });
  if (routes.failure !== undefined || foreign.length === 0) {
    const found =
      devices.length > 0
        ? phrase("{subnet} is the lab's own", { subnet })
        : phrase('{subnet} is free', { subnet });
    return { kind, name, ok: true, found };
  }
  const [, owner, checkout] = ownerOf(foreign[0] ?? '') ?? [];
  if (owner !== undefined) {
    return {
      kind,
      name,
      ok: false,
      found: phrase('{subnet} is that of the lab {name} of {folder}', {
        subnet,
        name: owner,
        folder: checkout ?? '',
      }),
      remedy: phrase('run ./lab down there first, or give the topology another range'),
    };
  }
  return {
    kind,
    name,
    ok: false,
    found: phrase('{subnet} is in use on {devices}', { subnet, devices: foreign }),
    remedy: phrase(
      'find who has it: docker network ls; ip route show root {subnet}; or give the topology another range',
      { subnet },
    ),
  };
}

/** A user, as far as it decides what they may send. */
export interface Sender {
  readonly root: boolean;
  readonly groups: readonly number[];
}

const thisUser = (): Sender => ({
  root: process.getuid?.() === 0,
  groups: [process.getegid?.() ?? -1, ...(process.getgroups?.() ?? [])],
});

/** Whether this user may send echoes, as every check does from this machine. */
export function echoes(proc = '/proc', { root, groups }: Sender = thisUser()): Prerequisite {
  const range = readKernel(`${proc}/sys/net/ipv4/ping_group_range`);
  const [first = 0, last = 0] = range.split(/\s+/).map(Number);
  // A kernel without the range, and a machine without that kernel, are told by the check itself.
  const ok = root || range === '' || groups.some((group) => group >= first && group <= last);
  return {
    kind: 'echoes',
    name: phrase('echoes'),
    ok,
    found: ok
      ? phrase('this user may send them')
      : phrase('net.ipv4.ping_group_range is {first} {last}', { first, last }),
    ...(ok
      ? {}
      : { remedy: phrase('sudo sysctl --write net.ipv4.ping_group_range="0 2147483647"') }),
  };
}
