import type { Kit } from '../kit/prepare';
import { loadImages } from '../kit/load';
import type { Inventory } from '../nodes/inventory';
import { writeInventory } from '../nodes/inventory-file';
import { backendContext, type Context } from './context';

/** Brings the nodes up, writes the inventory and gives every node the images of its containers. */
export async function bringNodesUp(context: Context, kit: Kit): Promise<Inventory> {
  const { backend, lab, paths, progress } = context;
  const inventory = await progress.step('Nodes', async (tell) => {
    const up = await backend.up(backendContext(context, tell), kit);
    writeInventory(paths.inventory, up);
    return up;
  });
  await progress.step('Images', async () => {
    const sent = await Promise.all(
      inventory.nodes.map((node) => {
        const used = new Set(
          lab.containers.filter((c) => c.node === node.name).map(({ image }) => image),
        );
        const images = kit.images.filter(({ name }) => used.has(name));
        const docker = ['docker', '--host', node.dockerHost];
        return loadImages(context, images, [{ name: node.name, docker }]);
      }),
    );
    const names = sent.flat();
    return names.length === 0 ? 'the nodes have them' : names.join(', ');
  });
  const standIns = kit.images.filter(({ standIn }) => standIn).map(({ name }) => name);
  if (standIns.length > 0) {
    progress.announce(
      `Stand-ins from Debian packages, for want of a registry: ${standIns.join(', ')}`,
    );
  }
  return inventory;
}
