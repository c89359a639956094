import type { Topology } from '../../../src/topology/topology';
import article from '../../../topologies/docker-networking';

/** The article's lab once more elsewhere, for the tour. */
const elsewhere = JSON.stringify(article)
  .replaceAll('docker-networking', 'tour-article')
  .replaceAll('docker-node', 'tour-node')
  .replaceAll('192.168.205.', '192.168.211.');

export default JSON.parse(elsewhere) as Topology;
