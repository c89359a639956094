import { namespaceId, OUTSIDE } from '../../model/edge';
import type { Facts } from '../../model/facts';
import {
  DEFAULT_BRIDGE,
  type Container,
  type Lab,
  type LabNode,
  type Listener,
  type NamespacePair,
} from '../../model/lab';
import { itemId, linkId, type Fact, type Graph, type GraphLink, type Item } from './graph';
import { portsLabel } from './ports';

const SAME = { mark: 'same', differences: [] } as const;

/** The graph that the topology declares; with facts, the addresses and subnets that the engines chose. */
export function declaredGraph(lab: Lab, facts?: Facts): Graph {
  const items: Item[] = [outside(lab), ...lans(lab)];
  const links: GraphLink[] = lans(lab).map(({ id }) => link('lan', itemId.outside, id));
  for (const node of lab.nodes) {
    items.push(stack(node));
    links.push(link('lan', itemId.lan(node.subnet), itemId.stack(node.name), '', node.chapter));
    for (const network of networksOf(lab, node, facts)) {
      items.push(network);
      links.push(link('uplink', itemId.stack(node.name), network.id));
    }
  }
  for (const container of lab.containers) {
    items.push(containerItem(container, facts));
    links.push(...containerLinks(lab, container));
  }
  for (const pair of lab.namespacePairs) {
    items.push(...namespaces(pair));
    const [a, b] = pair.ends.map(({ name }) => itemId.namespace(pair.node, name));
    links.push(link('veth', a!, b!, '', pair.chapter));
  }
  return {
    name: lab.name,
    title: lab.title,
    hosts: lab.nodes.map(({ name, engine }) => ({
      name,
      facts: [fact('engine', facts?.nodes[name]?.engine ?? engine)],
      ...SAME,
    })),
    items,
    links,
  };
}

export const fact = (key: Fact['key'], value = ''): Fact => ({ key, value });

function link(
  kind: GraphLink['kind'],
  from: string,
  to: string,
  label = '',
  chapter?: string,
): GraphLink {
  const place = chapter === undefined ? {} : { chapter };
  return { id: linkId(kind, from, to), kind, from, to, label, mark: 'same', ...place };
}

const outside = (lab: Lab): Item => ({
  id: itemId.outside,
  kind: 'outside',
  name: OUTSIDE,
  facts: [fact('address', lab.outside.address)],
  endpoints: [OUTSIDE],
  ...SAME,
});

const lans = (lab: Lab): Item[] =>
  [...new Set(lab.nodes.map(({ subnet }) => subnet))].map((subnet) => ({
    id: itemId.lan(subnet),
    kind: 'lan',
    name: subnet,
    facts: [],
    endpoints: [],
    ...SAME,
  }));

const stack = ({ name, address, listens, chapter }: LabNode): Item => ({
  id: itemId.stack(name),
  kind: 'stack',
  name,
  host: name,
  facts: [fact('address', address), ...listening(listens)],
  endpoints: [name],
  chapter,
  ...SAME,
});

/** The declared networks, and the default bridge where a container is on it. */
function networksOf(lab: Lab, node: LabNode, facts: Facts | undefined): Item[] {
  const known = facts?.nodes[node.name];
  const subnet = (network: string, declared?: string): Fact[] => {
    const value = known?.subnets[network] ?? declared;
    return value === undefined ? [] : [fact('subnet', value)];
  };
  const used = lab.containers.some(
    ({ node: at, networking }) =>
      at === node.name &&
      networking.mode === 'bridge' &&
      networking.attachments.some(({ network }) => network === DEFAULT_BRIDGE),
  );
  const bridge = (name: string, own: readonly Fact[], chapter?: string): Item => ({
    id: itemId.bridge(node.name, name),
    kind: 'bridge',
    name,
    host: node.name,
    facts: own,
    endpoints: [],
    ...(chapter === undefined ? {} : { chapter }),
    ...SAME,
  });
  return [
    ...(used ? [bridge(DEFAULT_BRIDGE, subnet(DEFAULT_BRIDGE))] : []),
    ...lab.networks
      .filter((network) => network.node === node.name)
      .map(({ name, subnet: declared, internal, icc, chapter }) =>
        bridge(
          name,
          [
            ...subnet(name, declared),
            ...(internal ? [fact('internal')] : []),
            ...(icc ? [] : [fact('closed-to-each-other')]),
          ],
          chapter,
        ),
      ),
  ];
}

function containerItem(container: Container, facts: Facts | undefined): Item {
  const { name, node, image, networking, listens, chapter } = container;
  const own: Fact[] = [];
  if (networking.mode === 'none') own.push(fact('no-network'));
  if (networking.mode === 'host') own.push(fact('node-stack', node));
  if (networking.mode === 'container') own.push(fact('shares', networking.container));
  if (networking.mode === 'bridge') {
    for (const { network, address, aliases } of networking.attachments) {
      const at = facts?.addresses[name]?.[network] ?? address;
      if (at !== undefined) own.push(fact('address', at));
      if (aliases.length > 0) own.push(fact('aliases', aliases.join(', ')));
    }
  }
  return {
    id: itemId.container(node, name),
    kind: 'container',
    name,
    host: node,
    facts: [fact('image', image), ...own, ...listening(listens)],
    endpoints: [name],
    chapter,
    ...SAME,
  };
}

function containerLinks(lab: Lab, { name, node, networking, links, ports, chapter }: Container) {
  const self = itemId.container(node, name);
  const result: GraphLink[] = [];
  if (networking.mode === 'host') {
    result.push(link('shares', itemId.stack(node), self, '', chapter));
  }
  if (networking.mode === 'container') {
    const other = lab.containers.find((one) => one.name === networking.container);
    if (other !== undefined) {
      result.push(link('shares', itemId.container(other.node, other.name), self, '', chapter));
    }
  }
  if (networking.mode === 'bridge') {
    for (const { network, chapter: at } of networking.attachments) {
      result.push(link('attachment', itemId.bridge(node, network), self, '', at));
    }
  }
  for (const { container, alias, chapter: at } of links) {
    result.push(link('link', self, itemId.container(node, container), alias, at));
  }
  if (ports.length > 0) {
    result.push(link('publish', itemId.stack(node), self, portsLabel(ports), chapter));
  }
  return result;
}

const namespaces = ({ node, ends, chapter }: NamespacePair): Item[] =>
  ends.map(({ name, interface: at, address, prefix }) => ({
    id: itemId.namespace(node, name),
    kind: 'namespace',
    name,
    host: node,
    facts: [fact('address', `${at} ${address}/${prefix}`)],
    endpoints: [namespaceId(name)],
    chapter,
    ...SAME,
  }));

const listening = (listens: readonly Listener[]): Fact[] =>
  listens.length === 0
    ? []
    : [fact('listens', listens.map(({ port, protocol }) => `${port}/${protocol}`).join(', '))];
