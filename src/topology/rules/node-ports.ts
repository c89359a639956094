import { firstHost, parseCidr } from '../addresses';
import { canonical6, parseCidr6, parseSubnet6 } from '../addresses6';
import type { Protocol } from '../lab';
import { addressesCollide, ANY_ADDRESS, ANY_ADDRESS6, expandPort } from '../ports';
import { quote, type Finding, type Path } from '../problems';
import type { TopologyListener } from '../topology';
import type { ContainerItem, Draft, ServiceItem } from './draft';
import { type Text, phrase } from '../../text/text';

/** A socket on a node. */
interface Claim {
  readonly ip: string;
  readonly port: number;
  readonly protocol: Protocol;
  /** Whose it is, in words. */
  readonly who: Text;
  readonly path: Path;
  /** Listeners of one owner are compared by another rule. */
  readonly listenerOf?: string;
}

/** Published ports, and two users of one port of a node. */
export function* nodePorts(draft: Draft): Iterable<Finding> {
  for (const container of draft.containers) yield* published(draft, container);
  // A service has its ports on several nodes.
  const reported = new Set<string>();
  for (const { value } of draft.nodes)
    yield* collisions(claimsOn(draft, value.name), value.name, reported);
}

function* published(draft: Draft, { value, ports }: ContainerItem): Iterable<Finding> {
  const address = draft.nodeNamed.get(value.node)?.value.address;
  const own = address === undefined ? undefined : parseCidr(address)?.address;
  for (const { value: text, path, parsed } of ports) {
    if (!parsed.ok) {
      const { why, next } = parsed;
      yield { path, message: phrase('{text} publishes no port', { text: quote(text) }), why, next };
    } else if (own !== undefined && !isOf(draft, value.node, own, parsed.spec.ip)) {
      yield {
        path,
        message: phrase('{address} is no address of {node}', {
          address: parsed.spec.ip,
          node: value.node,
        }),
        why: phrase(
          'a port is published on an address of its node: {address}, one of 127.0.0.0/8, [::1], one of its addresses, or the gateway of a declared subnet there',
          { address: own },
        ),
        next: phrase('write one of these, or leave the address out for all of them'),
      };
    }
  }
}

/** Ports of a node that two containers or services publish. */
export function* publishedTwice({ nodes, containers, services }: Draft): Iterable<Finding> {
  const reported = new Set<string>();
  for (const { value } of nodes) {
    const here = containers.filter((one) => one.value.node === value.name && one.mode === 'bridge');
    yield* collisions([...here, ...services].flatMap(publishedClaims), value.name, reported);
  }
}

/** The node's own address, all of 127.0.0.0/8, and its bridges' where the topology says which they are. */
const isOf = ({ networks, nodeNamed }: Draft, node: string, own: string, ip: string): boolean =>
  [ANY_ADDRESS, ANY_ADDRESS6, '::1', own].includes(ip) ||
  ip.startsWith('127.') ||
  (nodeNamed.get(node)?.value.addresses ?? []).some((one) => addressOf(one) === ip) ||
  networks.some(({ value: { node: on, subnet6, gateway6 } }) => {
    const first = parseSubnet6(subnet6 ?? '')?.gateway;
    return on === node && ip === (canonical6(gateway6 ?? '') ?? first);
  }) ||
  networks.some(({ value: { node: on, subnet, gateway } }) => {
    const range = parseCidr(subnet ?? '');
    return on === node && range !== undefined && ip === (gateway ?? firstHost(range));
  });

const addressOf = (text: string): string | undefined =>
  parseCidr(text)?.address ?? parseCidr6(text)?.address;

function claimsOn(draft: Draft, node: string): Claim[] {
  const listeners = (owner: string, who: Text, listens: readonly TopologyListener[], at: Path) =>
    listens.map(({ port, protocol = 'tcp' }, index) => ({
      ip: ANY_ADDRESS,
      port,
      protocol,
      who,
      path: [...at, 'listens', index],
      listenerOf: owner,
    }));
  const here = draft.containers.filter(({ value }) => value.node === node);
  return [
    ...swarmClaims(draft, node),
    ...meshClaims(draft, node),
    ...draft.nodes
      .filter(({ value }) => value.name === node)
      .flatMap(({ value, path }) =>
        listeners(node, phrase('{node} itself', { node }), value.listens ?? [], path),
      ),
    ...here.flatMap((container) => (container.mode !== 'bridge' ? [] : publishedClaims(container))),
    ...here
      .filter((container) => onHostStack(draft, container))
      .flatMap(({ value, path }) =>
        listeners(
          value.name,
          phrase('{name} in host mode', { name: value.name }),
          value.listens ?? [],
          path,
        ),
      ),
  ];
}

/** Where engines of a swarm talk to each other: https://docs.docker.com/engine/swarm/swarm-tutorial/ */
const SWARM_PORTS = [
  { port: 7946, protocol: 'tcp' },
  { port: 7946, protocol: 'udp' },
  { port: 4789, protocol: 'udp' },
] as const;
const MANAGER_PORT = { port: 2377, protocol: 'tcp' } as const;

function swarmClaims({ swarm }: Draft, node: string): Claim[] {
  const [manager] = swarm;
  const member = swarm.find(({ value }) => value === node);
  if (member === undefined) return [];
  const ports = member === manager ? [...SWARM_PORTS, MANAGER_PORT] : SWARM_PORTS;
  const who = phrase('the engine, for the swarm,');
  return ports.map((one) => ({ ip: ANY_ADDRESS, ...one, who, path: member.path }));
}

/** What a service publishes is taken on every node of the swarm. */
const meshClaims = ({ swarm, services }: Draft, node: string): Claim[] =>
  swarm.some(({ value }) => value === node) ? services.flatMap(publishedClaims) : [];

const publishedClaims = ({ value, ports }: ContainerItem | ServiceItem): Claim[] =>
  ports.flatMap(({ parsed, path }) =>
    // The engine chooses a port that nobody has.
    parsed.ok && parsed.spec.chosen === undefined
      ? expandPort(parsed.spec).map(({ ip, published: port, protocol }) => ({
          ip,
          port,
          protocol,
          who: phrase('{name}, which publishes it', { name: value.name }),
          path,
        }))
      : [],
  );

const onHostStack = ({ containerNamed }: Draft, { mode, shares }: ContainerItem): boolean =>
  mode === 'host' || (shares !== undefined && containerNamed.get(shares)?.mode === 'host');

function* collisions(
  claims: readonly Claim[],
  node: string,
  reported: Set<string>,
): Iterable<Finding> {
  const users = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.port}/${claim.protocol}`;
    const before = users.get(key) ?? [];
    users.set(key, before);
    const other = before.find(
      ({ ip, listenerOf }) =>
        addressesCollide(ip, claim.ip) &&
        (listenerOf === undefined || listenerOf !== claim.listenerOf),
    );
    before.push(claim);
    const place = claim.path.join('.');
    if (other === undefined || reported.has(place)) continue;
    reported.add(place);
    yield {
      path: claim.path,
      message: phrase('port {port} of {node} is used by {who} already', {
        port: key,
        node,
        who: other.who,
      }),
      why: phrase('an address and port of a node have one user; the second would fail to start'),
      next: phrase('choose another port of the node, or another of its addresses'),
    };
  }
}
