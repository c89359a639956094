import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Inventory } from '../src/nodes/inventory';
import { pair } from './pair';

/**
 * What ssh costs: deploy and check of the article's lab over ssh against the nodes' sockets, on the same nodes, in
 * turn; and how many ssh connections a deploy of 30 containers opens, with the engine's socket forwarded, and with
 * the Docker provider's own `ssh://` over a shared connection.
 * Usage: npm run bench:ssh -- [ROUNDS]; needs the engine that runs nodes, and 192.168.208.0/24.
 */
const ROOT = resolve(__dirname, '..');
const NODES = ['vms-bench1', 'vms-bench2'];
const folder = mkdtempSync(join(tmpdir(), 'lab-bench-'));
const hosts = join(folder, 'nodes.json');
const execute = promisify(execFile);

async function command(argv: readonly string[], topology = 'socket'): Promise<string> {
  const [file = '', ...args] = argv;
  const env = {
    ...process.env,
    LAB_TOPOLOGY: `bench/topologies/${topology}.ts`,
    LAB_HOSTS: topology === 'socket' ? join(folder, 'none.json') : hosts,
    CHECKPOINT_DISABLE: '1',
  };
  const settings = { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 };
  const { stdout, stderr } = await execute(file, args, settings);
  return stdout + stderr;
}

const onNode = (node: string, script: string): Promise<string> =>
  command(['docker', 'exec', node, 'sh', '-ec', script]);

/** Starts the nodes, and lets root log in to them. */
async function prepare(): Promise<void> {
  await command(['./lab', 'nodes', 'up']);
  const key = join(folder, 'key');
  await command(['ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', key]);
  const text = readFileSync(`${key}.pub`, 'utf8').trim();
  const named: Record<string, object> = {};
  for (const node of NODES) {
    await onNode(node, `mkdir -p /root/.ssh; echo '${text}' >/root/.ssh/authorized_keys`);
    const printed = await onNode(node, 'ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub');
    const hostKey = /SHA256:\S+/.exec(printed)?.[0];
    named[node] = { user: 'root', identityFile: key, hostKey };
  }
  writeFileSync(hosts, JSON.stringify({ nodes: named }));
  for (const topology of ['ssh', 'many']) await command(['./lab', 'nodes', 'up'], topology);
}

/** Seconds of deploy and check, as `lab up` says them. */
async function deployed(topology: string): Promise<number> {
  const output = await command(['./lab', 'up'], topology);
  const steps = [...output.matchAll(/^ok {3}(?:Deploy|Check) \(([\d.]+) s\)/gm)];
  if (steps.length === 0) throw new Error(output);
  return steps.reduce((sum, [, seconds]) => sum + Number(seconds), 0);
}

const destroyed = (name: string, topology: string): Promise<string> =>
  command(['terraform', `-chdir=cdktf.out/stacks/${name}`, 'destroy', '-auto-approve'], topology);

/** Connections to a node's sshd while something is done: counted by its first packets. */
async function connections(work: () => Promise<unknown>): Promise<string> {
  const rule = 'INPUT -p tcp --dport 22 --syn';
  for (const node of NODES) await onNode(node, `iptables -I ${rule}`);
  try {
    await work();
    const counts = await Promise.all(
      NODES.map(async (node) => {
        const listed = await onNode(node, 'iptables -nvxL INPUT 1');
        return `${node} ${Number(listed.trim().split(/\s+/)[0])}`;
      }),
    );
    return counts.join(', ');
  } finally {
    for (const node of NODES) await onNode(node, `iptables -D ${rule}`);
  }
}

const cdktf = (): Promise<string> =>
  command(['npx', '--no-install', 'cdktf', 'deploy', '--auto-approve'], 'many');

const disconnect = async (): Promise<void> => {
  for (const node of NODES) {
    const config = `.lab/vms-bench-many/ssh/${node}.conf`;
    const { nodes } = inventory();
    const host = nodes.find(({ name }) => name === node)?.ssh?.host ?? '';
    await command(['ssh', '-F', config, '-O', 'exit', host]).catch(() => undefined);
  }
};

const inventoryFile = join(ROOT, '.lab', 'vms-bench-many', 'inventory.json');
const inventory = (): Inventory => JSON.parse(readFileSync(inventoryFile, 'utf8')) as Inventory;

/** The same nodes for the provider's own ssh, which shares a connection where its options say so. */
function dialStdio(): void {
  const before = inventory();
  const nodes = before.nodes.map((node) => {
    const config = join(folder, `${node.name}.conf`);
    const text = readFileSync(node.ssh?.config ?? '', 'utf8');
    const shared = text.replace('ControlMaster no', 'ControlMaster auto');
    writeFileSync(
      config,
      shared.replace(/ControlPath .*/, `ControlPath "${folder}/${node.name}.s"`),
      {
        mode: 0o600,
      },
    );
    return {
      ...node,
      dockerHost: `ssh://root@${node.ssh?.host}`,
      sshOptions: ['-F', config],
      exec: node.exec.map((word) => (word === node.ssh?.config ? config : word)),
    };
  });
  writeFileSync(inventoryFile, JSON.stringify({ ...before, nodes }));
}

async function main(): Promise<void> {
  try {
    await prepare();
    await pair(
      {
        name: 'over ssh',
        measure: () => deployed('ssh'),
        reset: () => destroyed('vms-bench-ssh', 'ssh'),
      },
      {
        name: 'by socket',
        measure: () => deployed('socket'),
        reset: () => destroyed('vms-bench', 'socket'),
      },
      Number(process.argv[2] ?? 5),
    );
    await disconnect();
    console.log(`30 containers, socket forwarded: ${await connections(cdktf)} connections`);
    await destroyed('vms-bench-many', 'many');
    await disconnect();
    dialStdio();
    console.log(`30 containers, provider's ssh://: ${await connections(cdktf)} connections`);
    await destroyed('vms-bench-many', 'many');
  } finally {
    for (const topology of ['many', 'ssh', 'socket']) {
      await command(['./lab', 'down', '--force'], topology).catch(console.error);
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
