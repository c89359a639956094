import { namespaceId, OUTSIDE } from '../../../topology/edge';
import type { Lab } from '../../../topology/lab';
import type { ReportEndpoint } from './types';

/**
 * The lab's endpoints in the order in which they are read: outside, then each node with what is on it, and what is on
 * none alone.
 */
export const reportEndpoints = (lab: Lab): ReportEndpoint[] => [
  { id: OUTSIDE, kind: 'outside' },
  ...lab.nodes.map(({ name, address }): ReportEndpoint => ({ id: name, address, kind: 'node' })),
  ...lab.nodes.flatMap(({ name: node }) => [
    ...lab.namespacePairs
      .filter((pair) => pair.node === node)
      .flatMap(({ ends }) =>
        ends.map(({ name }): ReportEndpoint => ({
          id: namespaceId(name),
          kind: 'namespace',
          node,
        })),
      ),
    ...lab.containers
      .filter((container) => container.node === node)
      .map(({ name }): ReportEndpoint => ({ id: name, kind: 'container', node })),
  ]),
  ...lab.services.map(({ name }): ReportEndpoint => ({ id: name, kind: 'service' })),
];
