import type { Topology } from './model/topology';
import article from './topologies/docker-networking';

/** The article's lab elsewhere, so that the tests leave a reader's own lab alone. */
const elsewhere = JSON.stringify(article)
  .replaceAll('docker-networking', 'rep-lab')
  .replaceAll('docker-node', 'rep-node')
  .replaceAll('192.168.205.', '192.168.210.');

export default JSON.parse(elsewhere) as Topology;
