import type { Topology } from '../src/topology/topology';
import { topology } from './topology';

const elsewhere = JSON.parse(
  JSON.stringify(topology(50))
    .replaceAll(/"node([12])"/g, '"bench-node$1"')
    .replaceAll('192.168.205.', '192.168.212.'),
) as Topology;

/** Fifty containers on two nodes, as a lab of its own. */
const fifty: Topology = {
  ...elsewhere,
  containers: (elsewhere.containers ?? []).map((one) =>
    one.listens?.length === 0
      ? { ...one, command: ['sleep', 'infinity'] }
      : { ...one, image: 'nginx:1.26' },
  ),
};

export default fifty;
