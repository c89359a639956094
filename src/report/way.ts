import type { EndpointId } from '../topology/edge';
import { isAnswer } from '../edges/found';
import type { Hop } from '../predict/hop';
import { servingOf, type Answerer, type Prediction } from '../predict/prediction';
import type { StationKind } from '../i18n/en/way';

/** One station of a packet's way, as it is shown. */
export interface Station {
  readonly kind: 'endpoint' | StationKind;
  /** Of an endpoint, network, node or rule; empty for what has no name. */
  readonly name: string;
  /** The packet, or the question for a name, ends here without an answer. */
  readonly stops?: true;
}

/** The way of a packet from its sender to who answers, or as far as it comes. */
export function wayOf(from: EndpointId, { outcome, answeredBy, hops }: Prediction): Station[] {
  const answers = isAnswer(outcome);
  const way: Station[] = [{ kind: 'endpoint', name: from }];
  hops.forEach((hop, index) => {
    if (hop.kind === 'names' && (answers || index < hops.length - 1)) return;
    for (const station of stationsOf(hop)) {
      if (!isThere(way, station)) way.push(station);
    }
  });
  if (answers) {
    const [end, ...rest] = endOf(answeredBy);
    const last = way.at(-1);
    // Whose stack it has come to is who answers.
    if (last?.kind === 'stack' && last.name === end?.name) way.pop();
    if (end !== undefined && !isThere(way, end)) way.push(end);
    return [...way, ...rest.filter((station) => !isThere(way, station))];
  }
  return way.map((station, index) =>
    index === way.length - 1 ? { ...station, stops: true as const } : station,
  );
}

/** True for a stack in which the packet is already: what translates it and what it must pass are in it. */
function isThere(way: readonly Station[], { kind, name }: Station): boolean {
  if (kind !== 'stack' && kind !== 'endpoint') return false;
  const last = way.findLast((one) => !IN_STACK.has(one.kind));
  return last?.name === name && (last.kind === 'endpoint' || last.kind === kind);
}

const IN_STACK: ReadonlySet<Station['kind']> = new Set([
  ...(['rule', 'masquerade', 'published-port', 'docker-proxy'] as const),
  ...(['routing-mesh', 'virtual-address'] as const),
]);

function stationsOf(hop: Hop): Station[] {
  switch (hop.kind) {
    case 'interface':
      return hop.stack === hop.node ? [{ kind: 'stack', name: hop.stack }] : [];
    case 'bridge':
      return [{ kind: 'bridge', name: hop.network }];
    case 'segment':
      return [{ kind: 'segment', name: hop.network }];
    case 'overlay': {
      const crosses = hop.to !== undefined && hop.to !== hop.from;
      return [{ kind: 'overlay', name: hop.network }, ...(crosses ? [LAN] : [])];
    }
    case 'veth':
      return [{ kind: 'veth', name: '' }];
    case 'nodes-network':
      return [LAN];
    case 'elsewhere':
      return [{ kind: 'elsewhere', name: '' }];
    case 'names':
      return [{ kind: 'names', name: hop.stack }];
    case 'rule':
      return [{ kind: 'rule', name: hop.rule }];
    case 'translation':
      return [
        hop.by === 'masquerade'
          ? { kind: 'masquerade', name: hop.source }
          : { kind: hop.by, name: hop.port === 0 ? hop.to : `${hop.to}:${hop.port}` },
      ];
  }
}

const LAN: Station = { kind: 'lan', name: '' };

/** Whose stack it is, then who listens in it, or the replicas of which one answers. */
function endOf(answerer: Answerer | undefined): Station[] {
  if (answerer === undefined) return [];
  const { id } = answerer;
  const { listener } = servingOf(answerer);
  const replicas = 'replicas' in answerer ? answerer.replicas : [];
  return [
    ...(answerer.kind === 'node' && listener !== undefined && listener !== id
      ? []
      : [{ kind: 'endpoint' as const, name: id }]),
    ...(listener === undefined ? [] : [{ kind: 'endpoint' as const, name: listener }]),
    ...(replicas.length === 0 ? [] : [{ kind: 'replicas' as const, name: replicas.join(', ') }]),
  ];
}
