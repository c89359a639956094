/** What stations of a packet's way are; the name of each follows, if it has one. */
export const way = {
  bridge: 'bridge',
  segment: 'network on an interface',
  overlay: 'overlay',
  stack: 'node',
  lan: 'network of the nodes',
  veth: 'veth pair',
  elsewhere: 'networks that are no part of the lab',
  names: 'names known to',
  replicas: 'one of',
  rule: 'rule',
  masquerade: 'from then on as',
  'published-port': 'passed on to',
  'docker-proxy': 'docker-proxy to',
  'routing-mesh': 'routing mesh to',
  'virtual-address': 'virtual address of',
};

export type StationKind = keyof typeof way;
