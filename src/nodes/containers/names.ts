import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LAB_LABEL, type Lab } from '../../topology/lab';
import { closeToOthers, privateFolder } from '../../platform/private';

/** Labels of node containers and of their network. */
export const LABELS = {
  /** Name of the lab. */
  lab: LAB_LABEL,
  /** Absolute path of the checkout that made it. */
  checkout: 'docker-network-lab.checkout',
  /** Digest of how the node was made. */
  spec: 'docker-network-lab.spec',
} as const;

export const networkName = (lab: Lab): string => `docker-network-lab-${lab.name}`;

/** The control group that holds a node's own containers, below the root of each hierarchy. */
export const cgroupName = (lab: Lab, node: string): string =>
  `docker-network-lab.${lab.name}.${node}`;

/** Folder of the sockets of all of this user's labs. Not below the checkout: a socket's path may have 107 bytes at most. */
function runBase(): string {
  const uid = process.getuid?.() ?? 0;
  const runtime = uid === 0 ? '/run' : `/run/user/${uid}`;
  // Where others may make folders, too, each user has one of another name.
  return existsSync(runtime)
    ? join(runtime, 'docker-network-lab')
    : join(tmpdir(), `docker-network-lab-${uid}`);
}

/** Folder of a lab's sockets. */
export function runDir(lab: Pick<Lab, 'name'>, root: string): string {
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return join(runBase(), `${lab.name}-${checkout}`);
}

/**
 * Makes the folder of a node's sockets for this user alone.
 * @throws LabError where another user was there first
 */
export function makeRunDir(lab: Pick<Lab, 'name'>, root: string, node: string): void {
  const folder = runDir(lab, root);
  // Each before what is in it: below a stranger's folder nothing is safe.
  for (const path of [runBase(), folder, join(folder, node)]) privateFolder(path);
}

/** Closes the sockets of a lab to others. @throws LabError where another user was there first */
export function closeRunDir(lab: Pick<Lab, 'name'>, root: string): void {
  closeToOthers(runBase(), 0);
  closeToOthers(runDir(lab, root));
}

export const socketPath = (lab: Lab, root: string, node: string): string =>
  join(runDir(lab, root), node, 'docker.sock');
