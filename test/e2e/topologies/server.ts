import type { Topology } from '../../../src/topology/topology';

/** A machine with Docker and sshd, elsewhere: what the tests take for a cloud server. */
const topology: Topology = {
  name: 'vms-server',
  outside: { address: '192.168.209.1' },
  chapters: [{ id: 'server', title: 'A server' }],
  nodes: [{ name: 'vms-server', address: '192.168.209.10/24' }],
};

export default topology;
