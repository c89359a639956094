import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Lab } from '../../model/lab';

/** Labels of node containers and of their network. */
export const LABELS = {
  /** Name of the lab. */
  lab: 'docker-network-lab.lab',
  /** Absolute path of the checkout that made it. */
  checkout: 'docker-network-lab.checkout',
  /** Digest of how the node was made. */
  spec: 'docker-network-lab.spec',
} as const;

export const networkName = (lab: Lab): string => `docker-network-lab-${lab.name}`;

/** The control group that holds a node's own containers, below the root of each hierarchy. */
export const cgroupName = (lab: Lab, node: string): string =>
  `docker-network-lab.${lab.name}.${node}`;

/**
 * Folder of a lab's sockets. Not below the checkout: a socket's path may have 107 bytes at most.
 */
export function runDir(lab: Lab, root: string): string {
  const uid = process.getuid?.() ?? 0;
  const runtime = uid === 0 ? '/run' : `/run/user/${uid}`;
  const base = existsSync(runtime) ? runtime : tmpdir();
  const checkout = createHash('sha256').update(root).digest('hex').slice(0, 8);
  return join(base, 'docker-network-lab', `${lab.name}-${checkout}`);
}

export const socketPath = (lab: Lab, root: string, node: string): string =>
  join(runDir(lab, root), node, 'docker.sock');
