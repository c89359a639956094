import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, ROOT, type Ended } from './lab';

/** The machine that stands for a cloud server: a node container of a lab of its own, in a network of its own. */
export const SERVER = 'vms-server';
export const SERVER_ADDRESS = '192.168.209.10';
export const SERVER_LAB = 'vms-server';
/** An ordinary user in the group docker, who may not use sudo. */
export const USER = 'ubuntu';

const topology = {
  LAB_TOPOLOGY: 'test/e2e/topologies/server.ts',
  LAB_HOSTS: 'test/e2e/topologies/no-hosts.json',
};
const lab = (...args: string[]): Promise<Ended> => command([join(ROOT, 'lab'), ...args], topology);

/** Runs a script on the server as root. @throws where it fails */
export async function onServer(script: string): Promise<string> {
  const { code, stdout, stderr } = await command(['docker', 'exec', SERVER, 'sh', '-ec', script]);
  if (code !== 0) throw new Error(`${script}: ${stderr}`);
  return stdout;
}

export interface Server {
  /** Folder of the tests' own, gone with the server. */
  readonly folder: string;
  /** Private key that the user's account takes. */
  readonly key: string;
  /** Private key that nobody takes. */
  readonly otherKey: string;
  /** Fingerprint of its host key. */
  readonly hostKey: string;
}

/** Starts the server and lets its user log in. */
export async function startServer(): Promise<Server> {
  const up = await lab('nodes', 'up');
  if (up.code !== 0) throw new Error(up.stdout + up.stderr);
  const folder = mkdtempSync(join(tmpdir(), 'lab-server-'));
  const [key, otherKey] = [join(folder, 'key'), join(folder, 'other')];
  for (const file of [key, otherKey]) {
    await command(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', file]);
  }
  await addUser(USER, 'docker', key);
  const printed = await onServer('ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub');
  const hostKey = /SHA256:\S+/.exec(printed)?.[0] ?? '';
  return { folder, key, otherKey, hostKey };
}

/** An account without a password, which is not the same as a locked one. */
export async function addUser(name: string, group: string, key: string): Promise<void> {
  const text = readFileSync(`${key}.pub`, 'utf8').trim();
  await onServer(
    `id ${name} 2>/dev/null || useradd --create-home --shell /bin/bash --password '*' --groups ${group} ${name}
     mkdir -p /home/${name}/.ssh
     echo '${text}' >/home/${name}/.ssh/authorized_keys
     chown -R ${name} /home/${name}/.ssh`,
  );
}

export async function stopServer(server: Server | undefined): Promise<void> {
  await lab('down', '--force');
  if (server !== undefined) rmSync(server.folder, { recursive: true, force: true });
}
