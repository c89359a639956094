import type { Lab } from './lab';

/** The images that a node needs, each once: any node of the swarm may have to run any of its services. */
export const imagesOn = ({ containers, services, swarm }: Lab, node: string): string[] => [
  ...new Set([
    ...containers.filter((one) => one.node === node).map(({ image }) => image),
    ...(swarm.includes(node) ? services : []).map(({ image }) => image),
  ]),
];
