import type { Topology } from '../../../src/topology/topology';
import plain from './swarm-without';

const topology: Topology = {
  ...plain,
  swarm: plain.nodes.map(({ name }) => name),
  networks: [{ name: 'wide', driver: 'overlay' }],
};

export default topology;
