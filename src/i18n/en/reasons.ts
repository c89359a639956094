import { OUTSIDE } from '../../topology/edge';
import { DEFAULT_BRIDGE } from '../../topology/lab';
import type { Asked } from '../../network/asked';
import type { ReasonOf, RuleId } from '../../predict/reason';
import type { ListenerSource } from '../../topology/unsaid';
import { furtherReasons } from './further-reasons';

type Reasons = { readonly [R in RuleId]: (reason: ReasonOf<R>) => string };

/** The steps of an explanation, in words that a learner understands. */
export const reasons = {
  ...furtherReasons,
  'host-network': (one) =>
    one.case === 'sender'
      ? `${one.from} has the network stack of ${one.node}, its node`
      : `${one.listener} has the network stack of ${one.node}, so its ${port(one)} is the node's: reachable`,
  'shared-stack': ({ from, stack }) => `${from} shares the network stack of ${stack}`,
  loopback: ({ from, kind, to }) => {
    if (kind === 'container')
      return `${to.family === 'IPv6' ? '::1' : '127.0.0.1'} is ${from}'s own lo, which is up`;
    return kind === 'node'
      ? `${addressOf(to)} is an address of ${from} itself`
      : `${addressOf(to)} is ${from}'s own address`;
  },
  'own-address': ({ from, kind, to }) => {
    if (kind === 'node') return `${addressOf(to)} is an address of ${from} itself`;
    if (kind === 'namespace') return `${addressOf(to)} is ${from}'s own address`;
    return to.endpoint === from
      ? `The packet is for ${from} itself and never leaves it`
      : `${from} itself has ${addressOf(to)}, so the packet never leaves it towards ${to.endpoint}`;
  },
  'none-network': ({ from, name }) =>
    name === undefined
      ? `${from} has only lo and so no route to anywhere: unreachable`
      : `${from} has only lo, and no DNS server to ask: "${name}" is unresolved`,

  link: ({ from, name, to, network, others = [] }) =>
    `A link has put "${name}" into /etc/hosts of ${from}, with the address of ${oneOf(to, others)} on ${net(network)}`,
  'embedded-dns': ({ from, name, network, to, means, others = [] }) => {
    const meant = {
      endpoint: to,
      'virtual-address': `the virtual address of ${to}`,
      replicas: `the replicas of ${to}`,
    };
    return `${from} is on ${network}, whose embedded DNS server knows "${name}": it is ${oneOf(meant[means], others)}`;
  },
  'extra-hosts': ({ from, name, to, address }) =>
    `/etc/hosts of ${from} says that "${name}" is ${address}, an address of ${to} (extra_hosts)`,
  'default-bridge-names': ({ from, name }) =>
    `${from} is on the default bridge only, where containers have no names for each other: "${name}" is unresolved`,
  'names-across-networks': ({ from, name, networks }) =>
    `${from} asks the embedded DNS server about its own networks (${networks.join(', ')}), and on none of them is there a "${name}": unresolved`,
  'node-names': ({ from, name, of }) =>
    `${from} asks the resolver of ${of === OUTSIDE ? 'its machine' : of}, which knows no containers: "${name}" is unresolved`,

  'same-bridge': ({ from, to, network, node }) =>
    `${from} and ${to} are on the same bridge, ${net(network)} of ${node}`,
  icc: ({ from, to, network }) =>
    `${from} and ${to} are on ${network}, whose containers may not talk to each other (enable_icc=false): timeout`,
  gateway: ({ node, network, to }) =>
    to.family === 'IPv6'
      ? `${node} has that address on ${bridge(network)}`
      : `${addressOf(to)} is the address of ${node} on ${bridge(network)}`,
  'same-subnet': (one) => {
    const { to } = one;
    if (one.case === 'another')
      return `On ${one.on} ${addressOf(to)} belongs to ${one.instead}, which answers instead of ${to.endpoint}`;
    const network = net(one.network) + (one.node === undefined ? '' : ` on ${one.node}`);
    return (
      `For ${one.from}, ${asked(to)} is in ${one.subnet}, the subnet of ${network}; ` +
      `there nobody has it, so the ARP request stays unanswered: unreachable`
    );
  },
  overlay: (one) => {
    if (one.case === 'gateway')
      return `${addressOf(one.to)} is the address of the bridge that ${one.network} has on ${one.node}, in a network namespace of its own`;
    if (one.case === 'replicas')
      return `${one.from} and every replica of ${one.to} are on the overlay network ${one.network}, whichever node they are on`;
    const [from, to] = one.nodes;
    const way =
      from === to
        ? `its bridge on ${from} joins them`
        : `VXLAN carries the packet from ${from} to ${to}`;
    return `${one.from} and ${one.to} are on the overlay network ${one.network}: ${way}`;
  },
  'virtual-address': ({ service, network, node, protocol }) =>
    protocol === 'icmp'
      ? `the load balancer of ${network} on ${node} has the virtual address of ${service} and answers itself, whatever its replicas do`
      : `IP_VS on ${node} sends what is for the virtual address of ${service} on ${network} on to one of its replicas`,
  'gateway-bridge': ({ from, network }) =>
    `${from} is on overlay networks and on no bridge that leads out: the engine has put it on ${network} besides`,
  'internal-network': (one) => {
    switch (one.case) {
      case 'no-route':
        return `${one.from} is on internal networks only and has no default route: unreachable`;
      case 'from':
        return `${net(one.network)} is internal: ${one.node} (engine ${one.engine}) drops what comes from it for other networks: timeout`;
      case 'to':
        return `${net(one.network)} is internal: ${one.node} drops what comes to it from other networks: timeout`;
      case 'unpublished':
        return `${one.publisher} is on internal networks only, so the engine publishes nothing for it: refused`;
      case 'published':
        return `${one.node} would pass ${port(one)} on to ${one.publisher}, but drops what comes from ${one.network}, which is internal: timeout`;
    }
  },
  'namespace-pair': (one) => {
    if (one.case === 'pair') return `${one.from} and ${one.to} are the two ends of one veth pair`;
    return one.case === 'nobody'
      ? `Nobody on the veth pair of ${one.from} has ${addressOf(one.to)}: unreachable`
      : `${one.from} has a route to ${one.subnet} only, the subnet of its veth pair: unreachable`;
  },

  'default-gateway': ({ from, to, node, network }) =>
    to.family === 'IPv6'
      ? `${from} is not on ${net(to.network)}: the packet goes to its IPv6 default gateway, ${node} on ${bridge(network)}`
      : `${from} is not on the network of ${asked(to)}: the packet goes to its default gateway, ${node} on ${bridge(network)}`,
  'own-node': ({ from, node, to }) =>
    `${addressOf(to)} is an address of ${node}${to.family === 'IPv6' ? '' : `, the node of ${from}`}: the packet has arrived and crosses no bridge`,
  isolation: ({ family, from, to, node, networks: [here, there] }) =>
    family === 'IPv6'
      ? `${net(here)} and ${net(there)} are different bridges of ${node}; Docker's isolation rules drop packets between bridges: timeout`
      : `${from} (${net(here)}) and ${to} (${net(there)}) are on different bridges of ${node}; ` +
        `Docker's isolation rules drop packets between bridges: timeout`,
  nat: ({ node, address }) =>
    `${node} sends the packet on with its own address ${address} as the sender's (masquerade)`,
  'node-to-container': ({ family, node, network, to }) =>
    `${node} has an ${family === 'IPv6' ? 'IPv6 address' : 'interface'} on ${bridge(network)}, so it reaches ${to} directly`,
  'between-nodes': ({ from, to, subnet }) => {
    if (from === OUTSIDE) return `The machine that runs the lab and ${to} are both on ${subnet}`;
    return to === OUTSIDE
      ? `${from} and the machine that runs the lab are both on ${subnet}: reachable`
      : `${from} and ${to} are both on ${subnet}`;
  },
  'further-host': ({ node, address }) =>
    `${node} is reached over networks that are no part of the lab, at ${address}`,
  'no-route': (one) =>
    one.case === 'nobody'
      ? `Nobody on ${one.subnet} has ${addressOf(one.to)}: unreachable`
      : `${one.from} has no route to ${asked(one.to)}: unreachable`,
  'leaves-the-lab': ({ from, to }) =>
    from === OUTSIDE
      ? `The machine that runs the lab has no route to ${addressOf(to)}${to.address === undefined ? '' : ' on a node'}: timeout`
      : `${from} has no network with ${asked(to)} and sends the packet out of the lab: timeout`,

  listener: ({ stack, kind, from, ...one }) => {
    if (kind === 'node') return `${stack} itself listens on ${port(one)}: reachable`;
    if (from === undefined) return `Something in ${stack} listens on ${port(one)}: reachable`;
    return `Something in ${stack} is taken to listen on ${port(one)}, since ${SAYS[from]}: reachable`;
  },
  'closed-port': ({ stack, kind, at, ...one }) => {
    if (at !== undefined)
      return `What listens on ${port(one)} in ${stack} does so at ${at.join(', ')} only: refused`;
    if (kind === 'overlay') return 'Nothing listens there: refused';
    return kind === 'namespace'
      ? `Nothing in ${stack} listens: refused`
      : `Nothing in ${stack} listens on ${port(one)}, and its kernel says so: refused`;
  },
  'published-port': (one) =>
    `${one.publisher} publishes ${port(one)}: ${one.node} sends it on to port ${one.target} of ${one.publisher}`,
  'userland-proxy': (one) => {
    if (one.case === 'off')
      return `No rule of ${one.node} rewrites a packet to this address, and docker-proxy, which would take ${port(one)} for ${one.publisher}, is off`;
    return one.case === 'takes'
      ? `docker-proxy on ${one.node} takes ${port(one)} and passes it on to port ${one.target} of ${one.publisher}`
      : `Nothing in ${one.publisher} listens there, but docker-proxy has already taken the packet: ${one.outcome}`;
  },
  'routing-mesh': (one) =>
    one.case === 'sends-on'
      ? `${one.publisher} publishes ${port(one)} on every node of the swarm: IP_VS on ${one.node} sends it on to port ${one.target} of one of the replicas, on whichever node that is`
      : `${one.node} keeps no bridges apart for ${port(one)}: ${one.publisher} publishes it through the routing mesh, and the engine's rules for that let every packet to it through`,
  'publish-address': ({ publisher, addresses: [published, address], ...one }) =>
    `${publisher} publishes ${port(one)} on ${published} only, not on ${address}: refused`,
  'not-published': ({ node, ...one }) =>
    `Nobody publishes ${port(one)} on ${node} and nothing on it listens there: refused`,
  'udp-source': (one) =>
    (one.case === 'listener'
      ? `${one.listener} listens on ${port(one)} of ${one.node}, but its answer leaves`
      : `docker-proxy of engine ${one.engine} answers`) +
    ` from ${one.answers}, the node's address on the sender's bridge, not from ${one.asked} that was asked: ` +
    'the sender does not take it, timeout',

  ipv6: (one) => {
    switch (one.case) {
      case 'no-route':
        return one.to === undefined
          ? `${one.from} has no IPv6 route: unreachable`
          : `${one.from} has no IPv6 route to ${addressOf(one.to)}: unreachable`;
      case 'no-default-route':
        return `${one.from} has no IPv6 default route: unreachable`;
      case 'none':
        return `None of the networks of ${one.from} has IPv6: unreachable`;
      case 'unfiltered':
        return `Engine ${one.engine} makes no ip6tables rules, so ${one.what} does not hold for IPv6`;
      case 'no-carrier':
        return `No container is on ${net(one.network)}: its bridge has no carrier, and on engine ${one.engine} its IPv6 address stays tentative and does not answer: timeout`;
      case 'no-way-back':
        return `${one.from} has no IPv6 route back, so its answer goes nowhere: timeout`;
      case 'passed-on':
        return `${one.node} passes it on to ${one.to}: reachable`;
      case 'no-address':
        return `"${one.name}" is ${one.to}, which has no ${one.family} address there: unresolved`;
      case 'no-loopback':
        return `${one.from} has no ::1: IPv6 is switched off in it, unreachable`;
    }
  },

  'not-said': (one) => {
    switch (one.case) {
      case 'listeners':
        return `The packet gets to ${one.stack}, and nothing says whether something there listens on ${port(one)}: arrives`;
      case 'members':
        return `${one.network} is external: who else is on it, and what they do, another project says: unknown`;
      case 'names':
        return `None of the known containers is called "${one.name}", but ${one.network} has members that are not told of: unknown`;
      case 'external-ports':
        return `Nothing here publishes ${port(one)} on ${one.node}, but what other projects publish is not told, such as those on ${one.network}, which is external: unknown`;
      case 'host-listeners':
        return `${one.container} has the network stack of ${one.node}, and nothing says on which ports it listens: ${port(one)} is unknown`;
      case 'placement':
        return `${one.publisher} publishes ${port(one)} in host mode: only the node that runs it has it open, and which one that is the swarm decides: on ${one.node} unknown`;
      case 'port-range':
        return `${one.publisher} publishes one of the ports ${one.first} to ${one.last}, and which one the engine of ${one.node} decides: ${port(one)} is unknown`;
      case 'host-address':
        return `${one.publisher} publishes ${port(one)} on ${one.address} only, and nothing says whether that is the address of ${one.node} that is asked: unknown`;
      case 'own-firewall':
        return `${one.container} may have routes and filters of its own (NET_ADMIN), which nothing tells of: unknown`;
      case 'host-services':
        return `${one.container} is told how to ask ${one.node} (host-gateway), and nothing says what listens there: ${port(one)} is unknown, and so is a firewall of the node`;
      case 'driver':
        return `${one.network} is a network of the driver ${one.driver}, which is not predicted: unknown`;
      case 'foreign-stack':
        return `${one.container} has the network stack of ${one.of}, which is not told of here: unknown`;
      case 'extra-host':
        return `/etc/hosts of ${one.from} says that "${one.name}" is ${one.address}, and what that is is not known: unknown`;
    }
  },
} satisfies Reasons;

/** Who says that something listens. */
const SAYS: Readonly<Record<ListenerSource, string>> = {
  declared: 'it is declared',
  published: 'the port is published',
  image: 'its image is known to',
  healthcheck: 'its healthcheck asks there',
  exposed: 'the port is exposed',
  measured: 'it was measured',
};

const oneOf = (first: string, others: readonly string[]): string =>
  others.length === 0 ? first : `one of ${[first, ...others].join(', ')}, in turn`;

const isDefault = (network: string | undefined): boolean => network === DEFAULT_BRIDGE;

const net = (network: string | undefined): string =>
  isDefault(network) ? 'the default bridge' : (network ?? '');

const bridge = (network: string): string =>
  isDefault(network) ? 'the default bridge' : `the bridge of ${network}`;

const port = (one: { readonly port: number; readonly protocol: string }): string =>
  `${one.port}/${one.protocol}`;

/** The address alone, where it has no other name than whose it is. */
const addressOf = ({ family, endpoint, network, address }: Asked): string =>
  address ?? `the ${family === 'IPv6' ? 'IPv6 ' : ''}address of ${endpoint} on ${net(network)}`;

/** The address, and whose it is. */
const asked = (to: Asked): string =>
  to.address === undefined ? addressOf(to) : `${to.address} (${to.endpoint})`;
