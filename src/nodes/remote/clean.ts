import { STAND_IN_LABEL, STAND_IN_PREFIX } from '../../toolchain/stand-in';
import { LabError } from '../../platform/errors';
import type { BackendContext } from '../backend';
import { LABELS } from '../containers/names';
import { engineApi, type Ask } from '../engine-api';
import type { InventoryNode } from '../inventory';
import { answers } from '../inventory-file';
import { ROOT_IMAGE } from '../ssh/root';
import { leaveFor } from '../swarm/leave';
import { phrase } from '../../text/text';

/** Namespaces that the lab made are written down on the node; others, and another lab's, are left alone. */
const REMOVE_NAMESPACES = `
mine=/run/docker-network-lab/netns
rm -f "/run/docker-network-lab/pairs/$1"
for marker in "$mine"/*; do
  [ -e "$marker" ] || continue
  read -r owner <"$marker" || owner=$1
  [ "$owner" = "$1" ] || continue
  ip netns delete "\${marker##*/}" 2>/dev/null
  rm -f "$marker"
done
exit 0`;

/**
 * Removes what the lab made on a host that stays: its containers, networks and namespaces, its place in the lab's swarm,
 * and images that only have the names of others.
 * @throws LabError where the host cannot be reached
 */
export async function clean(
  node: InventoryNode,
  { lab, run, progress }: BackendContext,
  api: (dockerHost: string) => Ask = engineApi,
): Promise<void> {
  if (!(await answers(node, run))) {
    throw new LabError(
      phrase('{name} cannot be reached: what the lab made there stays', { name: node.name }),
      {
        where: `node ${node.name} (${node.ssh?.host ?? node.dockerHost})`,
        next: phrase('./lab doctor says why; ./lab down --force forgets it as it is'),
      },
      3,
    );
  }
  progress(phrase('removing the lab from {name}', { name: node.name }));
  const docker = (...words: string[]) => run(['docker', '--host', node.dockerHost, ...words]);
  const ids = async (...words: string[]): Promise<string[]> =>
    (await docker(...words)).stdout.split('\n').filter((line) => line !== '');
  const label = ['--filter', `label=${LABELS.lab}=${lab.name}`];
  const containers = await ids('ps', '--all', '--quiet', ...label);
  if (containers.length > 0) await docker('rm', '--force', '--volumes', ...containers);
  await leaveFor(lab, node, api);
  const networks = await ids('network', 'ls', '--quiet', ...label);
  if (networks.length > 0) await docker('network', 'rm', ...networks);
  await run([...node.exec, 'sh', '-c', REMOVE_NAMESPACES, 'sh', lab.name], { timeout: 30_000 });
  const images = await ids(
    ...[
      'images',
      '--filter',
      `label=${STAND_IN_LABEL}=true`,
      '--format',
      '{{.Repository}}:{{.Tag}}',
    ],
  );
  // Not by force: one that somebody else uses stays. Docker refuses only the last name of such an image, so that must
  // be the one it is used by, and our own names go first.
  const ours = images.filter((image) => image.startsWith(STAND_IN_PREFIX));
  const others = images.filter((image) => !image.startsWith(STAND_IN_PREFIX));
  for (const image of [...ours, ...others, ROOT_IMAGE]) await docker('rmi', image);
}
