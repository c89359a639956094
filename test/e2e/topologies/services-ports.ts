import type { Topology } from '../../../src/topology/topology';
import plain from './services';

/** The same lab with a service that publishes a port, for which the routing mesh needs kernels with IP_VS. */
const topology: Topology = {
  ...plain,
  services: [
    ...plain.services!,
    { name: 'mesh', image: 'nginx:1.26', ports: ['8080:80'], networks: ['front'] },
  ],
};

export default topology;
