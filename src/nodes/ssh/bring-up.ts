import { setTimeout } from 'node:timers/promises';
import { LabError } from '../../platform/errors';
import type { Run } from '../../platform/run';
import type { BackendName, InventoryNode } from '../inventory';
import { writeSshConfig, type SshTarget } from './config';
import { close, open, type Connection } from './connection';
import { examine, type Examination } from './examine';
import { rootOn } from './findings';
import { ensureHostKeys, type HostKeyContext } from './host-key';
import { ensureRootImage, rootWords } from './root';
import { type Text, lines, phrase, verbatim } from '../../text/text';

export interface BringUpOptions extends HostKeyContext {
  readonly run: Run;
  readonly progress: (text: Text) => void;
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
  progress(phrase('ssh to {host}', { host }));
  await connect(target, options);
  progress(phrase('looking at {host}', { host }));
  const look = (): Promise<Examination> =>
    examine(connection, run, { now, ...(arch === undefined ? {} : { arch }) });
  let found = await look();
  const latest = now() + STARTING;
  while (found.findings?.starting === true && found.engine === undefined && now() < latest) {
    progress(phrase('waiting for the engine of {host}, which is starting', { host }));
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
      first === undefined
        ? phrase('{host} cannot be used', { host })
        : phrase('{host} {what}', { host, what: first.what }),
      {
        where: phrase('node {name}', { name: node }),
        ...(others.length === 0
          ? {}
          : { why: lines(...others.map(({ what }) => phrase('also, it {what}', { what }))) }),
        next:
          problems.length === 0
            ? verbatim('./lab doctor')
            : lines(...problems.map((problem) => problem.next)),
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
  throw new LabError(
    phrase('{host} {what}', { host: target.host, what }),
    { where: phrase('node {name}', { name: target.node }), next },
    2,
  );
}
