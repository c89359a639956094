import { namespaceId, OUTSIDE } from '../../topology/edge';
import type { Facts } from '../../network/facts';
import {
  GATEWAY_BRIDGE,
  type Container,
  type Lab,
  type LabNode,
  type Listener,
  type NamespacePair,
} from '../../topology/lab';
import {
  fact,
  itemId,
  linkId,
  SAME,
  type Fact,
  type Graph,
  type GraphLink,
  type Item,
} from './graph';
import { bridgeNames, bridgesOf, overlayItems } from './networks';
import { portsLabel } from './ports';
import { meshFacts, replicaFact } from './services';

/** The graph that the topology declares; with facts, the addresses and subnets that the engines chose. */
export function declaredGraph(lab: Lab, facts?: Facts): Graph {
  const items: Item[] = [outside(lab), ...lans(lab), ...overlayItems(lab, facts)];
  const links: GraphLink[] = lans(lab).map(({ id }) => link('lan', itemId.outside, id));
  for (const node of lab.nodes) {
    items.push(stack(lab, node));
    links.push(link('lan', itemId.lan(node.subnet), itemId.stack(node.name), '', node.chapter));
    for (const network of bridgesOf(lab, node, facts)) {
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

const stack = (lab: Lab, { name, address, listens, chapter }: LabNode): Item => ({
  id: itemId.stack(name),
  kind: 'stack',
  name,
  host: name,
  facts: [fact('address', address), ...listening(listens), ...meshFacts(lab, name)],
  endpoints: [name],
  chapter,
  ...SAME,
});

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
    facts: [fact('image', image), ...replicaFact(container), ...own, ...listening(listens)],
    endpoints: [name],
    chapter,
    ...SAME,
  };
}

function containerLinks(lab: Lab, container: Container): GraphLink[] {
  const { name, node, networking, links, ports, chapter } = container;
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
    const bridges = bridgeNames(lab, container);
    for (const { network, chapter: at } of networking.attachments) {
      const on = bridges.includes(network)
        ? link('attachment', itemId.bridge(node, network), self, '', at)
        : link('overlay', itemId.overlay(network), self, '', at);
      result.push(on);
    }
    if (bridges.includes(GATEWAY_BRIDGE)) {
      result.push(link('attachment', itemId.bridge(node, GATEWAY_BRIDGE), self, '', chapter));
    }
  }
  for (const { container: other, alias, chapter: at } of links) {
    result.push(link('link', self, itemId.container(node, other), alias, at));
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
