import { isBeyondKnown, NEWEST } from '../topology/engines';
import { imagesOn } from '../topology/images';
import type { Kit } from '../toolchain/prepare';
import { loadImages } from '../toolchain/load';
import { backendOf, type Inventory } from '../nodes/inventory';
import { readInventory, writeInventory } from '../nodes/inventory-file';
import { backendOfNode } from '../nodes/mixed';
import { withId, withMemory } from '../nodes/swarm/memory';
import { swarmUp } from '../nodes/swarm/up';
import { LabError } from '../platform/errors';
import { backendContext, type Context } from './context';
import { phrase } from '../text/text';

/** Brings the nodes up, writes the inventory and gives every node the images of its containers. */
export async function bringNodesUp(context: Context, kit: Kit): Promise<Inventory> {
  const { backend, lab, paths, progress } = context;
  refuseOtherBackend(context);
  const up = await progress.step(phrase('Nodes'), async (tell) => {
    const given = backendContext(context, tell);
    const known = withMemory(await backend.up(given, kit), given.inventory);
    writeInventory(paths.inventory, known);
    return known;
  });
  for (const { name, engine } of up.nodes) {
    if (isBeyondKnown(engine))
      progress.announce(
        phrase('{node} has Docker Engine {version}: predicted as {newest}, the newest known', {
          node: name,
          version: engine,
          newest: NEWEST,
        }),
      );
  }
  const inventory = await formSwarm(context, up);
  await progress.step(phrase('Images'), async () => {
    const sent = await Promise.all(
      inventory.nodes.map((node) => {
        const used = imagesOn(lab, node.name);
        const images = kit.images.filter(({ name }) => used.includes(name));
        const docker = ['docker', '--host', node.dockerHost];
        // A host that is not the lab's own keeps what it has.
        const keep = backendOf(inventory, node) === 'remote';
        return loadImages({ ...context, reporter: progress }, images, [
          { name: node.name, docker, keep },
        ]);
      }),
    );
    const names = sent.flat();
    return names.length === 0 ? phrase('the nodes have them') : names.join(', ');
  });
  const standIns = kit.images.filter(({ standIn }) => standIn).map(({ name }) => name);
  if (standIns.length > 0) {
    progress.announce(
      phrase('Stand-ins from Debian packages, for want of a registry: {names}', {
        names: standIns,
      }),
    );
  }
  return inventory;
}

/** Nodes of different backends can be in one swarm. What is known of it is written down as it comes about. */
async function formSwarm(context: Context, up: Inventory): Promise<Inventory> {
  const { lab, paths, progress } = context;
  let inventory = up;
  if (lab.swarm.length === 0 && up.nodes.every(({ swarm }) => swarm === undefined))
    return inventory;
  await progress.step(phrase('Swarm'), async (tell) => {
    await swarmUp(backendContext(context, tell), up, {
      remember(node, id) {
        inventory = withId(inventory, node, id);
        writeInventory(paths.inventory, inventory);
      },
    });
    return lab.swarm.join(', ');
  });
  return inventory;
}

/** A node that is up on one backend is not brought up on another beside it. @throws LabError */
function refuseOtherBackend({ lab, paths, chosenBackend }: Context): void {
  const inventory = readInventory(paths.inventory);
  if (inventory === undefined) return;
  for (const node of lab.nodes) {
    const before = inventory.nodes.find(({ name }) => name === node.name);
    if (before === undefined) continue;
    const [was, is] = [backendOf(inventory, before), backendOfNode(node, chosenBackend)];
    if (was === is) continue;
    throw new LabError(
      phrase('node {name} is up on the backend {was}, not on {now}', {
        name: node.name,
        was,
        now: is,
      }),
      {
        where: paths.inventory,
        why: phrase('its containers and the state of the lab are there'),
        next: phrase('./lab down, then this command again'),
      },
    );
  }
}
