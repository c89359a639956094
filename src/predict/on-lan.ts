import { OUTSIDE, type Outcome } from '../topology/edge';
import { familyOf, holds } from '../network/address';
import { answer } from './answer';
import { at, dropped, ELSEWHERE, over } from './hops';
import { input } from './input';
import type { Probe } from './probe';
import type { Trace } from './trace';
import {
  asked,
  type ContainerStack,
  type Destination,
  type Host,
  type Lan,
  type Outside,
  type World,
} from '../network/world';

/** A packet from a container to an address of a macvlan or ipvlan network that it is on. */
export function onLan(
  world: World,
  from: ContainerStack,
  net: Lan,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  const member = memberAt(world, net, to);
  if (member !== undefined) return toMember(from, net, member, to, probe, trace);
  if (net.segment === undefined) {
    const host = world.hostByIp.get(to.ip);
    if (host !== undefined && !host.apart) return toNode(from, net, host, to, probe, trace);
    const { outside } = world;
    if (to.ip === outside.ip || to.ip === outside.ip6) {
      tellNodesNetwork(from, net, OUTSIDE, trace);
      trace?.answers({ kind: 'outside', id: OUTSIDE });
      return 'reachable';
    }
  }
  trace?.step(
    { rule: 'lan-network', case: 'nobody', network: net.name, to: asked(to) },
    ...over(net, from),
  );
  return 'unreachable';
}

interface Member {
  readonly stack: ContainerStack;
  readonly net: Lan;
}

/** Whoever has an address on a segment. */
function memberAt({ hosts }: World, { segment }: Lan, to: Destination): Member | undefined {
  const nets = hosts.flatMap(({ lans }) => lans.filter((one) => one.segment === segment));
  const { net, owner } = to;
  if (net?.kind === 'lan' && nets.includes(net) && owner.kind === 'container')
    return { stack: owner, net };
  if (!to.known) return undefined;
  for (const one of nets) {
    const stack = one.owners.get(to.ip);
    if (stack !== undefined) return { stack, net: one };
  }
  return undefined;
}

function toMember(
  from: ContainerStack,
  net: Lan,
  { stack, net: there }: Member,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  const between = { from: from.id, to: stack.id, network: net.name };
  const apart = net.mode === 'private' || there.mode === 'private';
  if (apart && net.node === there.node) {
    trace?.step({ rule: 'lan-network', case: 'private', ...between }, ...over(net, from));
    return 'unreachable';
  }
  trace?.step(
    { rule: 'lan-network', case: 'members', ...between, driver: net.driver },
    ...over(net, from),
    at(stack, there),
  );
  return answer(stack, to.ip, probe, trace);
}

const tellNodesNetwork = (from: ContainerStack, net: Lan, to: string, trace: Trace): void =>
  trace?.step(
    { rule: 'lan-network', case: 'nodes-network', from: from.id, to, network: net.name },
    ...over(net, from),
  );

function toNode(
  from: ContainerStack,
  net: Lan,
  host: Host,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  if (host === net.node) {
    const between = { from: from.id, to: host.id, network: net.name, node: host.id };
    trace?.step({ rule: 'lan-network', case: 'own-node', ...between }, ...over(net, from));
    return 'unreachable';
  }
  tellNodesNetwork(from, net, host.id, trace);
  return input(host, to.ip, 'lan', probe, trace);
}

/** What goes over a macvlan or ipvlan network to elsewhere: to its router, or with mode l3 to the interface itself. */
export function beyondLan(
  world: World,
  from: ContainerStack,
  net: Lan,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  if (!net.mode.startsWith('l3')) {
    trace?.step(
      { rule: 'leaves-the-lab', from: from.id, to: asked(to) },
      ...over(net, from),
      ELSEWHERE,
    );
    return 'timeout';
  }
  const member = memberAt(world, net, to);
  if (member?.net.mode === net.mode) return toMember(from, net, member, to, probe, trace);
  trace?.step(
    { rule: 'lan-network', case: 'no-way-back', network: net.name, from: from.id },
    ...over(net, from),
    dropped(net.node, 'lan-network'),
  );
  return 'timeout';
}

/** A packet from a node, or from the machine that runs the lab, to a container on the nodes' network; undefined: none. */
export function fromMachine(
  world: World,
  from: Host | Outside,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome | undefined {
  const nets = world.hosts.flatMap(({ lans }) =>
    lans.filter(({ segment }) => segment === undefined),
  );
  const [first] = nets;
  const member = first === undefined ? undefined : memberAt(world, first, to);
  const held = member?.stack.interfaces.find(({ net }) => net === member.net)?.[familyOf(to.ip)];
  if (member === undefined || held === undefined) return undefined;
  // Of another subnet: neither has a route to the other.
  const own = familyOf(to.ip) === 'IPv4' ? from.ip : addressOf6(from);
  if (own === undefined || !holds(held.range, own)) return undefined;
  const between = { from: from.id, to: member.stack.id, network: member.net.name };
  if (from === member.net.node) {
    trace?.step({ rule: 'lan-network', case: 'own-node', ...between, node: from.id });
    return 'unreachable';
  }
  trace?.step(
    { rule: 'lan-network', case: 'nodes-network', ...between },
    at(member.stack, member.net),
  );
  return answer(member.stack, to.ip, probe, trace);
}

const addressOf6 = (from: Host | Outside): string | undefined =>
  from.kind === 'outside'
    ? from.ip6
    : from.addresses.find((one): one is string => typeof one === 'string');
