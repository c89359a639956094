import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Lab, LabNode } from '../../topology/lab';
import { LabError } from '../../platform/errors';
import { runDir } from '../containers/names';
import { keyFile, type SshTarget } from '../ssh/config';
import { phrase } from '../../text/text';

/** Where a checkout remembers host keys that its user agreed to. */
export const knownHosts = (root: string): string => join(root, '.lab', 'known_hosts');

const pinnedKey = (root: string, fingerprint: string): string =>
  join(root, '.lab', '_host-keys', fingerprint.replaceAll(/[^A-Za-z0-9]/g, '_'));

/** The files of a host's connection. */
export function sshFiles(lab: Lab, root: string, node: string) {
  const folder = join(runDir(lab, root), node);
  return {
    config: join(root, '.lab', lab.name, 'ssh', `${node}.conf`),
    control: join(folder, 'ssh'),
    socket: join(folder, 'docker.sock'),
  };
}

/** How a node is reached that exists already. @throws LabError where nobody says how */
export function targetOf(lab: Lab, node: LabNode, root: string): SshTarget {
  const { ssh } = node;
  if (ssh === undefined) {
    throw new LabError(phrase('nobody says where {name} is', { name: node.name }), {
      where: 'nodes.json',
      why: phrase(
        'the backend remote takes hosts that exist already, and neither nodes.json nor the topology names one for it',
      ),
      next: phrase('write them like this: {example} (docs/nodes.md)', {
        example: `{ "nodes": { "${node.name}": { "host": "NAME", "user": "USER", "address": "${node.address}/24" } } }`,
      }),
    });
  }
  const { host, user, port, jump, hostKey, identityFile } = ssh;
  return {
    node: node.name,
    host,
    ...(user === undefined ? {} : { user }),
    ...(port === undefined ? {} : { port }),
    ...(jump === undefined ? {} : { jump }),
    ...(hostKey === undefined ? {} : { hostKey }),
    identityFiles: identityFile === undefined ? [] : [keyFile(identityFile, root)],
    knownHosts: knownHosts(root),
    ...(hostKey === undefined ? {} : { pinned: pinnedKey(root, hostKey) }),
    includes: [join(homedir(), '.ssh', 'config'), '/etc/ssh/ssh_config'],
    ...sshFiles(lab, root, node.name),
  };
}
