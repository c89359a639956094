import { OUTSIDE } from '../../topology/edge';
import { DEFAULT_BRIDGE } from '../../topology/lab';
import type { ReasonOf, RuleId } from '../../predict/reason';

type Further = Extract<
  RuleId,
  | 'lan-network'
  | 'gateway-mode'
  | 'direct-routing'
  | 'not-masqueraded'
  | 'no-gateway'
  | 'link-port'
  | 'foreign-firewall'
  | 'dns'
>;

const who = (id: string): string => (id === OUTSIDE ? 'the machine that runs the lab' : id);

const net = (name: string): string => (name === DEFAULT_BRIDGE ? 'the default bridge' : name);

const wanted = ({
  protocol,
  port,
}: {
  readonly protocol: string;
  readonly port: number;
}): string => (protocol === 'icmp' ? 'a ping' : `${port}/${protocol}`);

/** What networks on interfaces, gateway modes and other people's rules do. */
export const furtherReasons = {
  'lan-network': (one) => {
    switch (one.case) {
      case 'members':
        return `${one.from} and ${one.to} are on one interface, or on machines that it leads to (${one.driver}, ${one.network}): no rule of a node is between them`;
      case 'own-node':
        return `${one.network} is on an interface of ${one.node}, and the kernel passes nothing between that interface itself and what is on it: nobody answers ARP, unreachable`;
      case 'private':
        return `${one.network} is of mode private: its containers on one node do not hear each other, unreachable`;
      case 'nodes-network':
        return `${one.network} leads to the nodes' network, so ${who(one.from)} and ${who(one.to)} are neighbours`;
      case 'nobody':
        return `Nobody on ${one.network} has ${one.to.address ?? `the address of ${one.to.endpoint}`}: unreachable`;
      case 'no-way-back':
        return `${one.from} sends everything to its interface (mode l3 of ${one.network}), and nobody there has a route back: timeout`;
      case 'unpublished':
        return `The default route of ${one.publisher} leads over ${one.network}, whose driver publishes nothing: refused`;
    }
  },
  'gateway-mode': (one) => {
    switch (one.case) {
      case 'passes':
        return `${net(one.network)} is of gateway mode ${one.mode}: ${one.node} lets ${wanted(one)} through to ${one.to}`;
      case 'drops':
        return `${net(one.network)} is of gateway mode ${one.mode}, and ${one.to} does not publish ${wanted(one)}: ${one.node} drops it, timeout`;
      case 'no-address':
        return `${one.node} has no address on ${net(one.network)}, and no route to it: unreachable`;
      case 'unpublished':
        return `${one.network} is of gateway mode routed: ${one.publisher} publishes its ports at its own address, not at the node's: refused`;
    }
  },
  'direct-routing': (one) => {
    switch (one.case) {
      case 'route':
        return `The machine that runs the lab has a route to ${one.to}, by way of ${one.node}`;
      case 'drops':
        return `${one.node} drops what other machines send to a container's own address on ${net(one.network)}: timeout`;
      case 'allowed':
        return `The engine of ${one.node} allows direct routing to ${net(one.network)} (allow-direct-routing)`;
      case 'trusted':
        return `${net(one.network)} trusts the interface by which the packet comes in (trusted_host_interfaces)`;
      case 'marked':
        return `The packet has a mark which the engine of ${one.node} lets through (bridge-accept-fwmark)`;
      case 'loopback':
        return `${one.address} is an address that no packet may bring from outside: ${one.node} drops it, timeout`;
    }
  },
  'not-masqueraded': (one) =>
    one.case === 'leaves'
      ? `${one.node} sends the packet on with the sender's own address: ${net(one.network)} is not masqueraded`
      : `${who(one.from)} has no route back to ${who(one.to)}, so the answer goes nowhere: timeout`,
  'no-gateway': ({ from, family }) =>
    `None of the networks of ${from} leads out, so it has no ${family} default route: unreachable`,
  'link-port': ({ from, to, port, protocol }) =>
    `A link between ${from} and ${to} opens ${port}/${protocol} of ${to}, though containers on the default bridge may not talk to each other`,
  'foreign-firewall': (one) => {
    switch (one.case) {
      case 'docker-user':
        return `A rule in DOCKER-USER of ${one.node} fits ${wanted(one)}: ${DOES[one.action]}`;
      case 'forward-drop':
        return `A rule at the end of FORWARD of ${one.node} drops it: timeout`;
      case 'input':
        return one.manager === 'ufw'
          ? `ufw on ${one.node} drops ${wanted(one)}: timeout`
          : `firewalld on ${one.node} rejects ${wanted(one)}: unreachable`;
      case 'bypassed':
        return `${one.manager} on ${one.node} has ${wanted(one)} closed, and is not asked: a published port is rewritten before, and then no port of the node's own`;
    }
  },
  dns: (one) => {
    switch (one.case) {
      case 'node':
        return `No network of ${one.from} knows "${one.name}", and the resolver of ${one.of} does: it is ${one.address}`;
      case 'server':
        return `No network of ${one.from} knows "${one.name}", and its DNS server ${one.server} does: it is ${one.address}`;
      case 'internal':
        return `The networks of ${one.from} are internal: their DNS server asks no other for "${one.name}"`;
      case 'itself':
        return `127.0.0.11 is the embedded DNS server itself, which does not ask itself for "${one.name}"`;
      case 'unknown':
        return `${one.servers.join(', ')}: nothing says whether they know "${one.name}"`;
    }
  },
} satisfies { readonly [R in Further]: (reason: ReasonOf<R>) => string };

const DOES = {
  accept: 'it passes',
  return: "the engine's own rules come next",
  drop: 'it is dropped, timeout',
  reject: 'it is rejected',
} as const;
