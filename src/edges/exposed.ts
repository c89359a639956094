import { OUTSIDE, type EndpointId } from '../topology/edge';
import { isAddress } from '../topology/addresses';
import { ANY_ADDRESS } from '../topology/ports';
import type { Lab, Listener, Protocol, PublishedPort } from '../topology/lab';
import { createPredictor } from '../predict/predict';
import { passedOn, type Prediction } from '../predict/prediction';
import type { Facts } from '../network/facts';
import { networksOf, stackOwner } from '../topology/shared-stack';

/** A port of a node that leads to something of the lab, and who finds it open. */
export interface Opening {
  readonly node: string;
  /** `published`: by the engine; `own`: something in the node's own stack listens. */
  readonly kind: 'published' | 'own';
  /** `0.0.0.0` is every address. */
  readonly address: string;
  /** A stand-in where the engine chooses it. */
  readonly port: number;
  readonly chosen: boolean;
  readonly protocol: Protocol;
  /** Who publishes it, or listens. */
  readonly by: EndpointId;
  /** The port inside; the same where it listens in the node's own stack. */
  readonly target: number;
  /** From another machine. */
  readonly outside: Prediction;
  /** From the node itself, at 127.0.0.1 where it is open there. */
  readonly host: Prediction;
  /** From containers that share no network with it, by their networks. */
  readonly others: readonly { readonly network: string; readonly prediction: Prediction }[];
  /** Open at the node's IPv6 addresses too: the engine listens there for every port without an address. */
  readonly ipv6: boolean;
  /**
   * Whether the rules of a firewall for what enters the node (ufw) stop it: what the engine publishes is forwarded
   * before they are asked.
   */
  readonly ufw: 'stops' | 'does-not-stop' | 'not-needed';
}

/** Every port that is published, or open in a node's own stack, in the order of the topology. */
export function exposed(lab: Lab, facts?: Facts): Opening[] {
  const predictor = createPredictor(lab, facts);
  const predict = (from: EndpointId, node: string, address: string, port: Port): Prediction =>
    predictor.predict({ from, target: { kind: 'node-port', node, address, ...port } });
  return openings(lab).map((one) => {
    const { node, address, port, protocol } = one;
    const at = { port, protocol };
    const own = lab.nodes.find(({ name }) => name === node)!.address;
    const everywhere = address === ANY_ADDRESS;
    const local = everywhere || address.startsWith('127.');
    const outside = predict(OUTSIDE, node, own, at);
    const others = senders(lab, one).map(({ network, from }) => ({
      network,
      prediction: predict(from, node, own, at),
    }));
    const isPublished = one.kind === 'published' && passedOn(outside) !== undefined;
    return {
      ...one,
      outside,
      host: predict(node, node, local ? (everywhere ? '127.0.0.1' : address) : own, at),
      others,
      ipv6: everywhere && outside.outcome !== 'refused',
      ufw:
        outside.outcome === 'refused'
          ? ('not-needed' as const)
          : isPublished
            ? ('does-not-stop' as const)
            : ('stops' as const),
    };
  });
}

interface Port {
  readonly port: number;
  readonly protocol: Protocol;
}

type Place = Pick<
  Opening,
  'node' | 'kind' | 'address' | 'port' | 'chosen' | 'protocol' | 'by' | 'target'
>;

function openings(lab: Lab): Place[] {
  const chosen = (by: EndpointId, port: number): boolean =>
    (lab.unsaid ?? []).some(
      (one) => one.kind === 'chosen-port' && one.container === by && one.standIn === port,
    );
  const published = (node: string, by: EndpointId, port: PublishedPort): Place => ({
    ...{ node, kind: 'published', by, address: port.ip, port: port.published },
    ...{ protocol: port.protocol, target: port.target, chosen: chosen(by, port.published) },
  });
  const own = (node: string, by: EndpointId, { port, protocol, at }: Listener): Place[] =>
    (at?.filter(isAddress) ?? [ANY_ADDRESS]).map((address) => ({
      ...{ node, kind: 'own', by, address, port, protocol, target: port, chosen: false },
    }));
  return [
    ...lab.nodes.flatMap(({ name, listens }) => listens.flatMap((one) => own(name, name, one))),
    ...lab.containers
      .filter(({ service }) => service === undefined)
      .flatMap((one) =>
        stackOwner(lab, one)?.networking.mode === 'host'
          ? one.listens.flatMap((listener) => own(one.node, one.name, listener))
          : one.ports.map((port) => published(one.node, one.name, port)),
      ),
    ...lab.services.flatMap((one) =>
      lab.swarm.flatMap((node) => one.ports.map((port) => published(node, one.name, port))),
    ),
  ];
}

/** For each network that what is published is not on, a container of it that is on none of its networks. */
function senders(lab: Lab, { by, node }: Place) {
  const publisher = lab.containers.find(({ name }) => name === by);
  const service = lab.services.find(({ name }) => name === by);
  const own = new Set(
    publisher === undefined
      ? service?.networks.map(({ network }) => network)
      : networksOf(publisher),
  );
  const found = new Map<string, EndpointId>();
  for (const container of lab.containers) {
    const networks = networksOf(container);
    if (container.node !== node || networks.some((network) => own.has(network))) continue;
    for (const network of networks) if (!found.has(network)) found.set(network, container.name);
  }
  return [...found].map(([network, from]) => ({ network, from }));
}
