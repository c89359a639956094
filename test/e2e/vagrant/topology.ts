import type { Topology } from '../../../model/topology';
import article from '../../../topologies/docker-networking';

/** The article's lab on machines of the tests' own. */
export default JSON.parse(
  JSON.stringify(article)
    .replaceAll('docker-networking', 'vms-vagrant')
    .replaceAll('docker-node', 'vms-machine')
    .replaceAll('192.168.205.', '192.168.208.'),
) as Topology;
