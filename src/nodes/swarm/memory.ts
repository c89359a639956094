import type { Inventory } from '../inventory';

/** The inventory with what was known of the swarm before its nodes were brought up again. */
export const withMemory = (inventory: Inventory, before: Inventory | undefined): Inventory => ({
  ...inventory,
  nodes: inventory.nodes.map((node) => {
    const swarm = before?.nodes.find(({ name }) => name === node.name)?.swarm;
    return swarm === undefined ? node : { ...node, swarm };
  }),
});

/** The inventory with a node's id in the swarm, or without one. */
export const withId = (inventory: Inventory, name: string, id: string | undefined): Inventory => ({
  ...inventory,
  nodes: inventory.nodes.map((node) => {
    if (node.name !== name) return node;
    const { swarm, ...rest } = node;
    return id === undefined ? rest : { ...rest, swarm: { ...swarm, id } };
  }),
});
