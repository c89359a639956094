import type { Topology } from '../../../src/topology/topology';
import plain from './services';

/** The same lab with one more service, which has a virtual address, and so needs kernels with IP_VS. */
const topology: Topology = {
  ...plain,
  services: [
    ...plain.services!,
    {
      name: 'balanced',
      image: 'busybox:1.36',
      command: ['sleep', 'infinity'],
      networks: ['front'],
    },
  ],
};

export default topology;
