import { namespaceId, OUTSIDE, type EndpointId, type Target } from '../topology/edge';
import { parseSubnet6 } from '../topology/addresses6';
import type { Expectation } from '../edges/expectations';
import type { Facts } from '../network/facts';
import type { Absence } from '../edges/found';
import { DEFAULT_BRIDGE, isIpv6, type Lab } from '../topology/lab';
import type { Family } from '../network/asked';
import type { Probe, Source } from './measurement';
import type { PlacedLab } from '../observe/place';
import { containerOf, runs, type States } from '../observe/state';
import { type Text, phrase } from '../text/text';

/** What expectations are bound to. */
export interface Ground {
  readonly lab: PlacedLab;
  readonly states: States;
  readonly facts: Facts;
  /** Port of this machine that answers with the sender's address, or why there is none. */
  readonly outsidePort: number | undefined;
  readonly outsideProblem: Text;
}

/** An expectation made concrete, or the reason why there is nothing to send. */
export type Bound =
  | { readonly kind: 'probe'; readonly source: Source; readonly probe: Probe }
  /** A container is not there to send, or to be asked: a fault of the lab. */
  | { readonly kind: 'absent'; readonly what: Absence }
  /** The check itself cannot ask. */
  | { readonly kind: 'blind'; readonly why: Text };

/** Finds the source and the address of an edge on the nodes as they are. */
export function bind({ edge, prediction }: Expectation, ground: Ground): Bound {
  const source = sourceOf(edge.from, ground);
  if ('kind' in source) return source;
  const send = (probe: Omit<Probe, 'expected'>): Bound => ({
    kind: 'probe',
    source,
    probe: { ...probe, expected: prediction.outcome },
  });
  const { target } = edge;
  const ping = { kind: 'ping', port: 0, text: '' } as const;
  switch (target.kind) {
    case 'loopback':
      return send({ ...ping, address: target.family === 'IPv6' ? '::1' : '127.0.0.1' });
    case 'name':
      return send({ kind: 'name', address: '', port: 0, text: target.name });
    case 'outside':
      if (ground.outsidePort === undefined) return { kind: 'blind', why: ground.outsideProblem };
      return send({
        kind: 'echo',
        address: ground.lab.outside.address,
        port: ground.outsidePort,
        text: '',
      });
    case 'node-port':
      return send({ ...portProbe(target), address: target.address });
    case 'gateway': {
      const address = ground.facts.nodes[source.node ?? '']?.gateways[target.network];
      if (address === undefined)
        return absent({
          kind: 'gateway',
          family: 'IPv4',
          network: target.network,
          node: undefined,
        });
      return send({ ...ping, address });
    }
    case 'ping6': {
      const address = target.address ?? address6Of(target.endpoint, target.network, ground);
      return typeof address === 'string' ? send({ ...ping, address }) : address;
    }
    case 'ping':
    case 'port': {
      const found = target.kind === 'port' && target.family === 'IPv6' ? address6Of : addressOf;
      const address = target.address ?? found(target.endpoint, target.network, ground);
      if (typeof address !== 'string') return address;
      return send({ ...(target.kind === 'ping' ? ping : portProbe(target)), address });
    }
  }
}

const absent = (what: Absence): Bound => ({ kind: 'absent', what });

const noAddress = (
  endpoint: EndpointId,
  network: string | undefined,
  family: Family | 'virtual' = 'IPv4',
): Bound => absent({ kind: 'address', family, endpoint, network });

const portProbe = (target: Target & { kind: 'port' | 'node-port' }) =>
  ({
    kind: target.protocol === 'udp' ? 'udp' : target.page === undefined ? 'tcp' : 'page',
    port: target.port,
    text: target.page ?? '',
  }) as const;

function sourceOf(endpoint: EndpointId, { lab, states }: Ground): Source | Bound {
  if (endpoint === OUTSIDE) return { endpoint, node: undefined, place: { kind: 'node' } };
  if (lab.nodes.some(({ name }) => name === endpoint)) {
    return examined(endpoint, states) ?? { endpoint, node: endpoint, place: { kind: 'node' } };
  }
  const container = lab.containers.find(({ name }) => name === endpoint);
  if (container !== undefined) {
    const { node } = container;
    const real = containerOf(states.get(node), endpoint);
    return (
      examined(node, states) ??
      (runs(real)
        ? { endpoint, node, place: { kind: 'container', pid: real.pid } }
        : absent({ kind: 'container', endpoint }))
    );
  }
  const found = namespaceOf(endpoint, lab);
  if (found === undefined)
    return { kind: 'blind', why: phrase('the lab has no endpoint {name}', { name: endpoint }) };
  const { node, end } = found;
  return (
    examined(node, states) ??
    (states.get(node)?.namespaces.some(({ name }) => name === end.name)
      ? { endpoint, node, place: { kind: 'netns', name: end.name } }
      : absent({ kind: 'namespace', endpoint }))
  );
}

function examined(node: string, states: States): Bound | undefined {
  const problem = states.get(node)?.problem;
  return problem === undefined
    ? undefined
    : { kind: 'blind', why: phrase('{what}: {why}', { what: node, why: problem }) };
}

function addressOf(
  endpoint: EndpointId,
  network: string | undefined,
  { lab, states, facts }: Ground,
): string | Bound {
  if (endpoint === OUTSIDE) return lab.outside.address;
  const node = lab.nodes.find(({ name }) => name === endpoint);
  if (node !== undefined) {
    if (network === undefined) return node.address;
    return (
      facts.nodes[node.name]?.gateways[network] ??
      examined(node.name, states) ??
      absent({ kind: 'gateway', family: 'IPv4', network, node: node.name })
    );
  }
  const namespace = namespaceOf(endpoint, lab);
  if (namespace !== undefined) return namespace.end.address;
  if (lab.services.some(({ name }) => name === endpoint)) {
    const virtual = facts.addresses[endpoint]?.[network ?? ''];
    return (
      virtual ?? examined(lab.swarm[0] ?? '', states) ?? noAddress(endpoint, network, 'virtual')
    );
  }
  const blind = whereabouts(endpoint, { lab, states, facts } as Ground);
  if (blind !== undefined) return blind;
  const container = lab.containers.find(({ name }) => name === endpoint);
  if (container?.networking.mode === 'host') {
    return addressOf(container.node, undefined, { lab, states, facts } as Ground);
  }
  const known = facts.addresses[endpoint] ?? {};
  const address = network === undefined ? Object.values(known)[0] : known[network];
  return address ?? noAddress(endpoint, network);
}

function address6Of(
  endpoint: EndpointId,
  network: string | undefined,
  ground: Ground,
): string | Bound {
  const { lab, states, facts } = ground;
  const node = lab.nodes.find(({ name }) => name === endpoint);
  if (node !== undefined) {
    const blind = examined(endpoint, states);
    if (blind !== undefined) return blind;
    if (network === undefined)
      return node.addresses?.find(isIpv6)?.split('/')[0] ?? noAddress(endpoint, network, 'IPv6');
    const declared = lab.networks.find((one) => one.node === endpoint && one.name === network);
    const there = states.get(endpoint)?.networks.some(({ name }) => name === network);
    const { ipv6 } = node.options ?? {};
    const own = network === DEFAULT_BRIDGE && typeof ipv6 === 'string' ? ipv6 : '';
    const first = parseSubnet6(declared?.subnet6 ?? own)?.gateway;
    return (
      (there
        ? (declared?.gateway6 ?? facts.nodes[endpoint]?.gateways6?.[network] ?? first)
        : undefined) ?? absent({ kind: 'gateway', family: 'IPv6', network, node: endpoint })
    );
  }
  // Whether the container is there is the same question.
  const blind = whereabouts(endpoint, ground);
  if (blind !== undefined) return blind;
  const known = facts.addresses6?.[endpoint] ?? {};
  const address = network === undefined ? Object.values(known)[0] : known[network];
  return address ?? noAddress(endpoint, network, 'IPv6');
}

/** Why a container cannot be asked. */
function whereabouts(endpoint: EndpointId, { lab, states }: Ground): Bound | undefined {
  const container = lab.containers.find(({ name }) => name === endpoint);
  if (container === undefined)
    return { kind: 'blind', why: phrase('the lab has no endpoint {name}', { name: endpoint }) };
  const there = runs(containerOf(states.get(container.node), endpoint));
  return (
    examined(container.node, states) ??
    (there ? undefined : absent({ kind: 'container', endpoint }))
  );
}

const namespaceOf = (endpoint: EndpointId, lab: Lab) =>
  lab.namespacePairs
    .flatMap(({ node, ends }) => ends.map((end) => ({ node, end })))
    .find(({ end }) => namespaceId(end.name) === endpoint);
