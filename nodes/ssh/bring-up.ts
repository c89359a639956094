import { setTimeout } from 'node:timers/promises';
import { LabError } from '../../system/errors';
import type { Run } from '../../system/run';
import type { BackendName, InventoryNode } from '../inventory';
import { writeSshConfig, type SshTarget } from './config';
import { close, open, type Connection } from './connection';
import { examine, type Examination } from './examine';
import { rootOn } from './findings';
import { ensureHostKeys, type HostKeyContext } from './host-key';
import { ensureRootImage, rootWords } from './root';

export interface BringUpOptions extends HostKeyContext {
  readonly run: Run;
  readonly progress: (text: string) => void;
  readonly now: () => number;
  readonly backend: BackendName;
  /** The node's address on the nodes' network. */
  readonly address: string;
  /** Architecture of the images that the host is to be given; undefined where it gets none. */
  readonly arch?: string;
}

/** Milliseconds in which an engine comes up with all its containers after a boot. */
const STARTING = 300_000;

export const connectionOf = ({ config, host, socket }: SshTarget): Connection => ({
  config,
  host,
  socket,
});

/**
 * Opens the connection of a host and sees that it can be a node.
 * @throws LabError with everything that is in the way
 */
export async function bringUp(target: SshTarget, options: BringUpOptions): Promise<InventoryNode> {
  const { run, progress, now, backend, address, arch } = options;
  const { node, host } = target;
  const connection = connectionOf(target);
  // What was opened as it was said before does not count for what is said now.
  if (writeSshConfig(target)) await close(connection, run);
  progress(`ssh to ${host}`);
  await connect(target, options);
  progress(`looking at ${host}`);
  const look = (): Promise<Examination> =>
    examine(connection, run, { now, ...(arch === undefined ? {} : { arch }) });
  let found = await look();
  const latest = now() + STARTING;
  while (found.findings?.starting === true && found.engine === undefined && now() < latest) {
    progress(`waiting for the engine of ${host}, which is starting`);
    await setTimeout(1000);
    found = await look();
  }
  const { findings, engine, problems } = found;
  const root = findings === undefined ? undefined : rootOn(findings);
  const [first, ...others] = problems;
  if (first !== undefined || findings === undefined || root === undefined || engine === undefined) {
    // A session remembers its groups: what is mended there counts from the next one on.
    await close(connection, run);
    throw new LabError(
      `${host} ${first?.what ?? 'cannot be used'}`,
      {
        where: `node ${node}`,
        ...(others.length === 0
          ? {}
          : { why: others.map(({ what }) => `also, it ${what}`).join('; ') }),
        next: problems.map(({ next }) => next).join('; ') || './lab doctor',
      },
      2,
    );
  }
  if (root === 'engine') await ensureRootImage(connection, run);
  return {
    name: node,
    address,
    dockerHost: `unix://${connection.socket}`,
    sshOptions: [],
    exec: rootWords(root, connection, findings),
    engine,
    defaultRoute: findings.defaultRoute,
    backend,
    ssh: { config: connection.config, host },
  };
}

/** @throws LabError where the host cannot be reached */
async function connect(target: SshTarget, options: BringUpOptions): Promise<void> {
  const connection = connectionOf(target);
  let failure = await open(connection, options.run);
  // What ssh says of a jump host is lost where the connection is to stay: then the hosts are asked one by one.
  if (failure?.kind === 'unknown-host-key' || failure?.kind === 'closed') {
    await ensureHostKeys(target, options);
    failure = await open(connection, options.run);
  }
  if (failure === undefined) return;
  const { what, next } = failure;
  throw new LabError(`${target.host} ${what}`, { where: `node ${target.node}`, next }, 2);
}
