import type { Topology } from '../../../src/topology/topology';
import article from '../../../topologies/docker-networking';

/** The article's lab elsewhere, so that the tests leave a reader's own lab alone. */
const elsewhere = JSON.stringify(article)
  .replaceAll('docker-networking', 'e2e-article')
  .replaceAll('docker-node', 'e2e-node')
  .replaceAll('192.168.205.', '192.168.206.');

export default JSON.parse(elsewhere) as Topology;
