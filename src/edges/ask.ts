import { OUTSIDE, type Edge, type EndpointId, type Target } from '../topology/edge';
import { edgesOf } from './edges';
import { DEFAULT_BRIDGE, type Container, type Lab } from '../topology/lab';
import { buildWorld } from '../network/build';
import { createPredictor } from '../predict/predict';
import { asksFor } from './select';
import { networksOf, stackOwner } from '../topology/shared-stack';

/** What a person asks for: a name, an address or `outside`, perhaps on a network, perhaps a port. */
interface Asked {
  readonly name: string;
  /** In quotes: the name itself is looked up. */
  readonly quoted: boolean;
  readonly network?: string;
  readonly port?: { readonly port: number; readonly protocol: 'tcp' | 'udp' };
}

/** Further names of endpoints and networks, by what a person may call them. */
export type Aliases = ReadonlyMap<string, EndpointId>;

function read(text: string): Asked {
  const quote = /^["'“](.+)["'”]$/.exec(text)?.[1];
  if (quote !== undefined) return { name: quote, quoted: true };
  if (/^\[?[0-9a-f]*:[0-9a-f]*:[0-9a-f:.]*\]?$/i.test(text)) {
    return { name: text.replaceAll(/[[\]]/g, '').toLowerCase(), quoted: false };
  }
  const match =
    /^(?<name>[^:@]+)(@(?<network>[^:]+))?(:(?<port>\d+)(\/(?<protocol>tcp|udp))?)?$/.exec(text);
  const { name = text, network, port, protocol } = match?.groups ?? {};
  return {
    name,
    quoted: false,
    ...(network === undefined ? {} : { network }),
    ...(port === undefined
      ? {}
      : { port: { port: Number(port), protocol: protocol === 'udp' ? 'udp' : 'tcp' } }),
  };
}

/** The endpoint that a name means: its own, or that of a service or container behind it. */
export function endpointNamed(lab: Lab, name: string, aliases: Aliases): EndpointId | undefined {
  const own = [...lab.nodes, ...lab.containers].find((one) => one.name === name)?.name;
  if (own !== undefined || name === OUTSIDE) return own ?? name;
  if (['internet', 'world'].includes(name)) return OUTSIDE;
  const replica = lab.containers.find(({ service }) => service === name);
  return replica?.name ?? aliases.get(name);
}

/**
 * The edges by which a question is answered that no probe need be sent for: any port, any name, a static address.
 * Empty where nothing of the lab is meant.
 *
 * @param probed every edge that is probed, for whoever asks several times
 */
export function questions(
  lab: Lab,
  from: EndpointId,
  text: string,
  aliases: Aliases,
  probed: () => Iterable<Edge> = () => edgesOf(buildWorld(lab)),
): Edge[] {
  const asked = read(text);
  const { name, port } = asked;
  if (asked.quoted) return [{ from, target: named(lab, name, aliases) }];
  const stack = stackOf(lab, from);
  if (/^127\.|^localhost$|^::1$/.test(name)) return fromItself(from, stack, port);
  const at = placed(lab, name);
  const line = lineOf(lab, stack.id, name);
  if (line !== undefined && port !== undefined) {
    return [{ from, target: { kind: 'node-port', ...line, ...port } }];
  }
  const service = lab.services.find((one) => one.name === name)?.name;
  const to = at?.endpoint ?? service ?? endpointNamed(lab, name, aliases);
  if (to === undefined)
    return stack.container === undefined ? [] : [{ from, target: named(lab, name, aliases) }];
  const network = asked.network ?? at?.network;
  const node = lab.nodes.find((one) => one.name === stackOf(lab, to).id);
  if (port === undefined) {
    const wanted = { name: to, ...(network === undefined ? {} : { network }) };
    const all = [...probed()].filter((edge) => asksFor(edge, from, wanted) && isSaid(lab, edge));
    return at?.ipv6 === undefined
      ? all
      : all.filter(({ target }) => (target.kind === 'ping6') === at.ipv6);
  }
  if (node !== undefined) {
    const local = stack.id === node.name ? ['127.0.0.1'] : [];
    return [node.address, ...local].map((address) => ({
      from,
      target: { kind: 'node-port', node: node.name, address, ...port },
    }));
  }
  if (stack.container === undefined) {
    const published = publishedFor(lab, to, port);
    if (published.length > 0 && network === undefined) {
      return published.map((target) => ({ from, target }));
    }
  }
  if (stackOf(lab, to).id === stack.id) return fromItself(from, stack, port);
  const all = lab.services.some((one) => one.name === to)
    ? (lab.services.find((one) => one.name === to)?.networks ?? []).map((one) => one.network)
    : stackNetworks(lab, to);
  const shared = all.filter((one) => stackNetworks(lab, from).includes(one));
  const chosen = network === undefined ? (shared.length > 0 ? shared : all) : [network];
  return chosen
    .filter((one) => all.includes(one))
    .map((one) => ({
      from,
      target: { kind: 'port', endpoint: stackOf(lab, to).id, network: one, ...port },
    }));
}

/** The address of the node that a container knows by a line of `extra_hosts`. */
function lineOf(lab: Lab, container: EndpointId, name: string) {
  const line = (lab.unsaid ?? []).find(
    (one) =>
      one.kind === 'extra-host' &&
      one.container === container &&
      one.name === name &&
      one.address === 'host-gateway',
  );
  const node = lab.containers.find((one) => one.name === container)?.node;
  if (line === undefined || node === undefined) return undefined;
  const predictor = createPredictor(lab);
  const address = predictor.address({
    from: node,
    target: { kind: 'ping', endpoint: node, network: DEFAULT_BRIDGE },
  });
  return address === undefined ? undefined : { node, address };
}

const named = (lab: Lab, name: string, aliases: Aliases): Target => ({
  kind: 'name',
  name,
  endpoint: endpointNamed(lab, name, aliases) ?? name,
});

interface Stack {
  /** Of a node, or of the container that brought it. */
  readonly id: EndpointId;
  readonly container?: Container;
}

function stackOf(lab: Lab, id: EndpointId): Stack {
  const container = lab.containers.find(({ name }) => name === id);
  const owner = container && stackOwner(lab, container);
  if (owner === undefined) return { id };
  return owner.networking.mode === 'host'
    ? { id: owner.node }
    : { id: owner.name, container: owner };
}

const fromItself = (from: EndpointId, { id }: Stack, port: Asked['port']): Edge[] => [
  {
    from,
    target:
      port === undefined
        ? { kind: 'loopback' }
        : { kind: 'node-port', node: id, address: '127.0.0.1', ...port },
  },
];

function stackNetworks(lab: Lab, id: EndpointId): string[] {
  const { container } = stackOf(lab, id);
  return container === undefined ? [] : networksOf(container);
}

/** Whose an address is that the lab declares. */
function placed(
  lab: Lab,
  address: string,
):
  | { readonly endpoint: EndpointId; readonly network?: string; readonly ipv6?: boolean }
  | undefined {
  const node = lab.nodes.find((one) => one.address === address);
  if (node !== undefined) return { endpoint: node.name };
  if (lab.outside.address === address) return { endpoint: OUTSIDE };
  for (const { name, networking } of lab.containers) {
    if (networking.mode !== 'bridge') continue;
    for (const one of networking.attachments) {
      if (one.address === address) return { endpoint: name, network: one.network, ipv6: false };
      if (one.address6 === address) return { endpoint: name, network: one.network, ipv6: true };
    }
  }
  return undefined;
}

/** The ports of its node at which others find a port of a container. */
const publishedFor = (
  lab: Lab,
  id: EndpointId,
  { port, protocol }: NonNullable<Asked['port']>,
): Target[] =>
  [...lab.containers, ...lab.services]
    .filter(({ name }) => name === stackOf(lab, id).id)
    .flatMap((one) =>
      one.ports
        .filter((published) => published.target === port && published.protocol === protocol)
        .flatMap((published) =>
          lab.nodes
            .filter(({ name }) => !('node' in one) || one.node === name)
            .map(({ name: node, address }): Target => ({
              ...{ kind: 'node-port', node, port: published.published, protocol },
              address: published.ip === '0.0.0.0' ? address : published.ip,
            })),
        ),
    );

/** Whether somebody says that there is something at a port: others are only probed. */
function isSaid(lab: Lab, { target }: Edge): boolean {
  if (target.kind !== 'port' && target.kind !== 'node-port') return true;
  return [...lab.containers, ...lab.services, ...lab.nodes].some(
    (one) =>
      one.listens.some(({ port }) => port === target.port) ||
      ('ports' in one && one.ports.some(({ published }) => published === target.port)),
  );
}
