import { namespaceId, OUTSIDE } from '../../../model/edge';
import type { Container, Lab, Service } from '../../../model/lab';
import { bridgeNames } from '../../graph/networks';
import type { ReportEndpoint } from './types';

/**
 * The lab's endpoints in the order in which they are read: outside, then each node with what is on it, and what is on
 * none alone.
 */
export const reportEndpoints = (lab: Lab): ReportEndpoint[] => [
  { id: OUTSIDE, kind: 'outside', networks: [] },
  ...lab.nodes.map(({ name, address }): ReportEndpoint => ({
    id: name,
    address,
    kind: 'node',
    networks: [],
    published: published(lab, name),
  })),
  ...lab.nodes.flatMap(({ name: node }) => [
    ...lab.namespacePairs
      .filter((pair) => pair.node === node)
      .flatMap(({ ends }) =>
        ends.map(({ name }): ReportEndpoint => ({
          id: namespaceId(name),
          kind: 'namespace',
          node,
          networks: [],
        })),
      ),
    ...lab.containers
      .filter((container) => container.node === node)
      .map((container) => containerEndpoint(lab, container)),
  ]),
  ...lab.services.map((service) => serviceEndpoint(lab, service)),
];

function serviceEndpoint({ containers }: Lab, { name, networks }: Service): ReportEndpoint {
  const overlays = networks.map(({ network }) => network).sort();
  const replicas = containers.filter(({ service }) => service === name).map((one) => one.name);
  return { id: name, kind: 'service', networks: overlays, overlays, replicas };
}

function containerEndpoint(lab: Lab, container: Container): ReportEndpoint {
  const { name: id, node, networking } = container;
  const base = { id, kind: 'container', node } as const;
  switch (networking.mode) {
    case 'none':
      return { ...base, networks: [] };
    case 'host':
      return { ...base, networks: [], stack: node };
    case 'container': {
      const shared = lab.containers.find(({ name }) => name === networking.container);
      const other = shared === undefined ? undefined : containerEndpoint(lab, shared);
      return {
        ...base,
        networks: other?.networks ?? [],
        ...(other?.overlays === undefined ? {} : { overlays: other.overlays }),
        stack: other?.stack ?? networking.container,
      };
    }
    case 'bridge':
      return { ...base, ...byRoute(lab, container) };
  }
}

/**
 * The default route is through the first bridge by name that is not internal, or through docker_gwbridge; never through
 * an overlay.
 */
function byRoute(lab: Lab, container: Container): Pick<ReportEndpoint, 'networks' | 'overlays'> {
  const { node, networking } = container;
  const internal = (name: string): boolean =>
    lab.networks.some((one) => one.node === node && one.name === name && one.internal);
  const bridges = bridgeNames(lab, container).sort();
  const attachments = networking.mode === 'bridge' ? networking.attachments : [];
  const overlays = attachments
    .map(({ network }) => network)
    .filter((name) => !bridges.includes(name))
    .sort();
  return {
    networks: [
      ...bridges.filter((name) => !internal(name)),
      ...bridges.filter(internal),
      ...overlays,
    ],
    ...(overlays.length === 0 ? {} : { overlays }),
  };
}

function published(lab: Lab, node: string): Record<string, string> {
  const containers = lab.containers.filter((container) => container.node === node);
  // The routing mesh has its ports on every node of the swarm.
  const services = lab.swarm.includes(node) ? lab.services : [];
  return Object.fromEntries(
    [...containers, ...services].flatMap(({ name, ports }) =>
      ports.map(({ published: port, protocol }) => [`${port}/${protocol}`, name]),
    ),
  );
}
