import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readKernel } from './machine';
import type { CheckContext, Prerequisite } from './prerequisites';

/** The control groups in which the nodes' containers live, and whether they can be limited. */
export function controlGroups(root = '/sys/fs/cgroup'): Prerequisite {
  const name = 'control groups';
  const unified = readKernel(`${root}/cgroup.controllers`);
  const version = unified === '' ? 1 : 2;
  const has = (controller: string): boolean =>
    version === 2 ? unified.split(' ').includes(controller) : existsSync(`${root}/${controller}`);
  const missing = ['memory', 'cpu'].filter((controller) => !has(controller));
  if (version === 1 && !existsSync(`${root}/devices`)) {
    return {
      name,
      ok: false,
      found: `no control groups at ${root}`,
      remedy: 'mount them: apt-get install cgroupfs-mount, or boot with systemd',
    };
  }
  return {
    name,
    ok: true,
    found:
      missing.length === 0
        ? `version ${version}, memory and CPUs of a node can be limited`
        : `version ${version}, without ${missing.join(' and ')}: nodes run without that limit`,
    remedy: '',
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
    name: 'kernel',
    ok: missing.length === 0,
    found:
      missing.length === 0
        ? `Linux ${release}, with overlay and br_netfilter`
        : `Linux ${release}, not loaded: ${missing.join(', ')}`,
    remedy: missing.length === 0 ? '' : `modprobe --all ${missing.join(' ')} (as root)`,
  };
}

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
    name: 'disk space',
    ok,
    found: `${least.free.toFixed(1)} GiB free at ${least.folder}`,
    remedy: ok ? '' : `free ${NEEDED} GiB there: docker system df; rm --recursive ${cacheDir}`,
  };
}

function existing(folder: string): string {
  return existsSync(folder) || folder === '/' ? folder : existing(dirname(folder));
}

/** The nodes' network is the lab's, or nobody's. */
export async function subnetFree({ run }: CheckContext, subnet: string): Promise<Prerequisite> {
  const name = 'subnet';
  const networks = await run([
    ...['docker', 'network', 'ls', '--quiet', '--filter', 'label=docker-network-lab.lab'],
  ]);
  const ids = networks.stdout.split('\n').filter((id) => id !== '');
  const routes = await run(['ip', '-4', 'route', 'show', 'root', subnet]);
  const devices = [...routes.stdout.matchAll(/ dev (\S+)/g)].map(([, device]) => device ?? '');
  const foreign = devices.filter((device) => !ids.some((id) => device === `br-${id}`));
  if (routes.failure !== undefined || foreign.length === 0) {
    const found = devices.length > 0 ? `${subnet} is the lab's own` : `${subnet} is free`;
    return { name, ok: true, found, remedy: '' };
  }
  return {
    name,
    ok: false,
    found: `${subnet} is in use on ${foreign.join(', ')}`,
    remedy: `find who has it: docker network ls; ip route show root ${subnet}; or give the topology another range`,
  };
}
