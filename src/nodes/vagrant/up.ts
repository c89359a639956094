import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LabError } from '../../platform/errors';
import type { BackendContext, UpOptions } from '../backend';
import type { Inventory, InventoryNode } from '../inventory';
import { makeRunDir } from '../containers/names';
import { knownHosts, sshFiles } from '../remote/target';
import { bringUp } from '../ssh/bring-up';
import type { SshTarget } from '../ssh/config';
import { parseSshConfig, type MachineSsh } from './ssh-config';
import { states, vagrant, vagrantError } from './vagrant';
import { phrase, verbatim } from '../../text/text';

const HOURS = 3_600_000;

/** Makes the virtual machines, or starts them, and opens their connections. */
export async function up(context: BackendContext, options: UpOptions): Promise<Inventory> {
  const { lab, progress } = context;
  const before = await states(context);
  const names = lab.nodes.map(({ name }) => name);
  if (!names.every((name) => before.get(name) === 'running')) {
    progress(phrase('vagrant up'));
    const result = await vagrant(context, ['up', ...names], {
      timeout: 2 * HOURS,
      onLine: (line) => progress(verbatim(line.replace(/^==> /, ''))),
    });
    if (result.failure !== undefined) throw vagrantError(phrase('vagrant up failed'), result);
  }
  progress(phrase('vagrant ssh-config'));
  const printed = await vagrant(context, ['ssh-config', ...names]);
  if (printed.failure !== undefined)
    throw vagrantError(phrase('vagrant ssh-config failed'), printed);
  const machines = parseSshConfig(printed.stdout);
  const nodes: InventoryNode[] = [];
  for (const { name, address } of lab.nodes) {
    const machine = machines.find((one) => one.name === name);
    if (machine === undefined)
      throw new LabError(phrase('vagrant ssh-config does not know {name}', { name }));
    makeRunDir(lab, context.root, name);
    nodes.push(
      await bringUp(targetOf(machine, context), {
        ...{ run: context.run, confirm: context.confirm, progress, now: Date.now },
        ...{ backend: 'vagrant', address },
        ...(options.offline ? { arch: process.arch } : {}),
      }),
    );
  }
  return { lab: lab.name, backend: 'vagrant', offline: options.offline, nodes };
}

function targetOf(machine: MachineSsh, { lab, root }: BackendContext): SshTarget {
  const { name: node, host, user, port, identityFiles } = machine;
  const files = sshFiles(lab, root, node);
  return {
    ...{ node, host, user, port, identityFiles, ...files },
    knownHosts: knownHosts(root),
    // A machine that is made anew has another id, and a key of its own.
    pinned: `${files.config}.${machineId(root, node)}`,
    made: true,
    connectTimeout: 30,
    includes: [],
  };
}

/** What tells this machine from one that had its name before. */
function machineId(root: string, node: string): string {
  const folder = join(
    process.env['VAGRANT_DOTFILE_PATH'] ?? join(root, '.vagrant'),
    'machines',
    node,
  );
  let id = '';
  try {
    for (const provider of readdirSync(folder)) {
      id += readFileSync(join(folder, provider, 'id'), 'utf8');
    }
  } catch {
    // A provider without such a file: its keys are compared as those of one machine.
  }
  return createHash('sha256').update(id).digest('hex').slice(0, 8);
}
