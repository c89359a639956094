import type { EdgeVerdict } from '../../verdict/result';
import { OUTSIDE, type EndpointId, type Target } from '../../topology/edge';
import { publishersOf, servingOf, type Prediction } from '../../predict/prediction';

/** What a person asks of two endpoints: whether one reaches the other by address, by name, and at its ports. */
export const ASPECTS = ['address', 'name', 'ports'] as const;

export type Aspect = (typeof ASPECTS)[number];

/** What an edge says about two endpoints. */
export interface Way {
  readonly aspect: Aspect;
  /** Whom it leads to: whoever would answer, and who shares that stack. */
  readonly to: readonly EndpointId[];
  /** False for a port that nobody has, whose refusal says nothing, and for what a node has besides its own address. */
  readonly counts: boolean;
  /** Where a port of a node leads to somebody else: `docker-node1:80`. */
  readonly at?: string;
}

/** What is known of a lab by all of its edges together. */
interface Known {
  readonly nodes: ReadonlySet<EndpointId>;
  /** By the port that is asked for, who has it. */
  readonly owners: ReadonlyMap<string, EndpointId>;
  /** By the stack, who else has it. */
  readonly sharers: ReadonlyMap<EndpointId, readonly EndpointId[]>;
}

/** What each edge says, in the same order. */
export function waysOf(edges: readonly EdgeVerdict[]): Way[] {
  const known = knownOf(edges);
  return edges.map((edge) => wayOf(edge, known));
}

function wayOf(
  { edge: { from, target }, prediction }: EdgeVerdict,
  { nodes, owners, sharers }: Known,
): Way {
  switch (target.kind) {
    case 'loopback':
      return { aspect: 'address', to: [from], counts: true };
    case 'outside':
      return { aspect: 'address', to: [OUTSIDE], counts: true };
    case 'gateway':
      return { aspect: 'address', to: [prediction.answeredBy?.id ?? from], counts: false };
    case 'ping':
    case 'ping6': {
      const { endpoint, network } = target;
      const isFurther = nodes.has(endpoint) && network !== undefined;
      return {
        aspect: 'address',
        to: [endpoint, ...(sharers.get(endpoint) ?? [])],
        counts: !isFurther,
      };
    }
    case 'name':
      return { aspect: 'name', to: [target.endpoint], counts: true };
    case 'port':
    case 'node-port': {
      const key = keyOf(target);
      const asked = target.kind === 'port' ? target.endpoint : target.node;
      const owner = ownerIn(prediction) ?? owners.get(key) ?? asked;
      const leads = target.kind === 'node-port' && owner !== asked;
      return {
        aspect: 'ports',
        to: [owner],
        counts: owners.has(key),
        ...(leads ? { at: `${asked}:${target.port}` } : {}),
      };
    }
  }
}

function knownOf(edges: readonly EdgeVerdict[]): Known {
  const nodes = new Set<EndpointId>();
  const owners = new Map<string, EndpointId>();
  const sharers = new Map<EndpointId, EndpointId[]>();
  const senders = new Set<EndpointId>();
  for (const { edge, prediction } of edges) {
    const { from, target } = edge;
    if (!senders.has(from)) {
      senders.add(from);
      const stack = sharedBy(prediction);
      if (stack !== undefined) sharers.set(stack, [...(sharers.get(stack) ?? []), from]);
    }
    if (target.kind === 'node-port') nodes.add(target.node);
    if (target.kind !== 'port' && target.kind !== 'node-port') continue;
    const owner = prediction.outcome === 'reachable' ? ownerIn(prediction) : undefined;
    if (owner !== undefined) owners.set(keyOf(target), owner);
  }
  return { nodes, owners, sharers };
}

/** The stack that a sender has without its being its own. */
function sharedBy({ reasons: [first] }: Prediction): EndpointId | undefined {
  if (first?.rule === 'shared-stack') return first.stack;
  return first?.rule === 'host-network' && first.case === 'sender' ? first.node : undefined;
}

/** Who publishes the port, or listens on it. */
const ownerIn = (prediction: Prediction): EndpointId | undefined =>
  publishersOf(prediction)[0] ?? servingOf(prediction.answeredBy).listener;

const keyOf = (target: Extract<Target, { kind: 'port' | 'node-port' }>): string =>
  [
    ...(target.kind === 'port' ? [target.endpoint] : [target.node, target.address]),
    `${target.port}/${target.protocol}`,
  ].join(' ');
