import { OUTSIDE, type EndpointId, type Outcome } from '../topology/edge';
import { familyOf, type Family } from '../network/address';
import { answer } from './answer';
import { dropsDirect, filtersIpv6, isolatesBridges, publishesOnAllRouted } from '../network/engine';
import { acceptsMark, ofDockerUser } from './foreign';
import { dropped, over, passed } from './hops';
import { ownerOn } from '../network/lookup';
import { keepsAddress } from './masquerade';
import { letThrough } from './mesh';
import type { Probe } from './probe';
import { nobodyHasIt } from './same-subnet';
import type { Trace } from './trace';
import {
  rangeIn,
  type Bridge,
  type ContainerStack,
  type Destination,
  type Host,
} from '../network/world';

/** Who sends what a node passes on: one of its containers, over a bridge, or a machine of the nodes' network. */
export type Sender = { readonly from: ContainerStack; readonly via: Bridge } | 'lan';

const idOf = (sender: Sender): EndpointId => (sender === 'lan' ? OUTSIDE : sender.from.id);

/** A packet that a node would pass on to a container's own address on one of its bridges. */
export function crossing(
  host: Host,
  sender: Sender,
  net: Bridge,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  const family = familyOf(to.ip);
  const owner = ownerOn(net, to);
  const through = family === 'IPv4' && sender !== 'lan' ? letThrough(host, probe) : undefined;
  if (through !== undefined) {
    trace?.step(through, passed(host, through.rule), ...over(net, host, owner));
    if (owner !== undefined) return answer(owner, to.ip, probe, trace);
    trace?.step(nobodyHasIt(host.id, to, net, undefined));
    return 'unreachable';
  }
  if (family === 'IPv6' && !filtersIpv6(host.engine))
    return unfiltered(host, sender, net, owner, to, probe, trace);
  const stopped =
    direct(host, sender, net, to, family, trace) ??
    filtered(host, sender, net, owner, to, family, probe, trace);
  if (stopped !== undefined) return stopped;
  if (owner === undefined) {
    trace?.step(nobodyHasIt(host.id, to, net, undefined), ...over(net, host));
    return 'unreachable';
  }
  trace?.passes(...over(net, host, owner));
  return backFrom(sender, owner, family, trace) ?? answer(owner, to.ip, probe, trace);
}

/** What is dropped before the node looks where it should go: table raw, chain PREROUTING. */
function direct(
  host: Host,
  sender: Sender,
  net: Bridge,
  to: Destination,
  family: Family,
  trace: Trace,
): Outcome | undefined {
  if (!dropsDirect(host.engine) || net.internal || net.modes[family] !== 'nat') return undefined;
  const at = { network: net.name, node: host.id, to: to.owner.id };
  if (host.options.allowDirectRouting === true) {
    trace?.step({ rule: 'direct-routing', case: 'allowed', ...at });
    return undefined;
  }
  if (sender === 'lan') {
    if (net.trusted.length > 0) {
      trace?.step({ rule: 'direct-routing', case: 'trusted', ...at });
      return undefined;
    }
    trace?.step({ rule: 'direct-routing', case: 'drops', ...at }, dropped(host, 'direct-routing'));
    return 'timeout';
  }
  return isolated(host, sender, net, to, family, trace);
}

function isolated(
  host: Host,
  { from, via }: Exclude<Sender, 'lan'>,
  net: Bridge,
  to: Destination,
  family: Family,
  trace: Trace,
): Outcome {
  trace?.step(
    {
      rule: 'isolation',
      family,
      from: from.id,
      to: to.owner.id,
      node: host.id,
      networks: [via.name, net.name],
    },
    dropped(host, 'isolation'),
  );
  return 'timeout';
}

/** The same for a packet that was for the node, and that rules of table nat have sent to a container that publishes it. */
export function filteredTranslated(
  host: Host,
  entry: 'lan' | Bridge,
  net: Bridge,
  owner: ContainerStack,
  family: Family,
  probe: Probe,
  trace: Trace,
): Outcome | undefined {
  const foreign = ofDockerUser(host, entry, net, probe, trace);
  if (foreign !== undefined) return foreign === 'accept' ? undefined : foreign;
  if (entry === 'lan' || (entry !== net && !isolatesBridges(host.engine))) return undefined;
  const at = { from: entry.name, to: owner.id, node: host.id };
  if (entry !== net) {
    const networks = [entry.name, net.name] as const;
    trace?.step({ rule: 'isolation', family, ...at, networks }, dropped(host, 'isolation'));
    return 'timeout';
  }
  if (net.icc) return undefined;
  trace?.step({ rule: 'icc', ...at, network: net.name }, dropped(host, 'icc'));
  return 'timeout';
}

/** What table filter, chain FORWARD, makes of it; undefined where it lets it pass. */
function filtered(
  host: Host,
  sender: Sender,
  net: Bridge,
  owner: ContainerStack | undefined,
  to: Destination,
  family: Family,
  probe: Probe,
  trace: Trace,
): Outcome | undefined {
  const foreign = ofDockerUser(host, sender === 'lan' ? 'lan' : sender.via, net, probe, trace);
  if (foreign !== undefined) return foreign === 'accept' ? undefined : foreign;
  if (sender === 'lan' && acceptsMark(host)) {
    const at = { network: net.name, node: host.id, to: to.owner.id };
    trace?.step({ rule: 'direct-routing', case: 'marked', ...at });
    return undefined;
  }
  if (net.internal) {
    trace?.step(
      { rule: 'internal-network', case: 'to', network: net.name, node: host.id },
      dropped(host, 'internal-network'),
    );
    return 'timeout';
  }
  if (sender !== 'lan' && isolatesBridges(host.engine) && net.modes[family] !== 'routed')
    return isolated(host, sender, net, to, family, trace);
  return closed(host, net, owner, family, probe, trace);
}

/** Chain DOCKER: by the mode of the network, and what its containers publish. */
function closed(
  host: Host,
  net: Bridge,
  owner: ContainerStack | undefined,
  family: Family,
  probe: Probe,
  trace: Trace,
): Outcome | undefined {
  const mode = net.modes[family];
  const passes =
    mode === 'nat-unprotected' ||
    (probe.protocol === 'icmp'
      ? mode === 'routed'
      : owner !== undefined && isOpen(host, owner, net, family, probe));
  trace?.step(
    {
      rule: 'gateway-mode',
      case: passes ? 'passes' : 'drops',
      mode,
      network: net.name,
      node: host.id,
      to: owner?.id ?? '',
      protocol: probe.protocol,
      port: probe.port,
    },
    passes ? passed(host, 'gateway-mode') : dropped(host, 'gateway-mode'),
  );
  return passes ? undefined : 'timeout';
}

/** Whether a container publishes the port on this network: that of its default route, and from 29 on routed ones. */
function isOpen(
  { engine }: Host,
  owner: ContainerStack,
  net: Bridge,
  family: Family,
  { protocol, port }: Probe,
): boolean {
  const leads = owner.gateways[family]?.net === net;
  if (!leads && !(net.modes[family] === 'routed' && publishesOnAllRouted(engine))) return false;
  return owner.ports.some(
    (one) =>
      one.protocol === protocol &&
      one.target === port &&
      (one.ip.includes(':') ? family === 'IPv6' : family === 'IPv4' || one.family === undefined),
  );
}

/** Whether the container can answer: what is masqueraded comes from the node, which is a neighbour. */
function backFrom(
  sender: Sender,
  owner: ContainerStack,
  family: Family,
  trace: Trace,
): Outcome | undefined {
  if (sender !== 'lan' && !keepsAddress(sender.via, family)) return undefined;
  const via = sender === 'lan' ? undefined : sender.via;
  const back =
    owner.gateways[family]?.net.kind === 'bridge' ||
    owner.interfaces.some((face) => face.net === via && face[family] !== undefined);
  if (back) return undefined;
  trace?.step(
    family === 'IPv6'
      ? { rule: 'ipv6', case: 'no-way-back', from: owner.id }
      : { rule: 'not-masqueraded', case: 'no-way-back', from: owner.id, to: idOf(sender) },
    dropped(owner, family === 'IPv6' ? 'ipv6' : 'not-masqueraded'),
  );
  return 'timeout';
}

/** Up to engine 26 there are no rules of IPv6: what has a way passes. */
function unfiltered(
  host: Host,
  sender: Sender,
  net: Bridge,
  owner: ContainerStack | undefined,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  trace?.step({ rule: 'ipv6', case: 'unfiltered', engine: host.engineName, what: 'isolation' });
  if (owner === undefined) {
    trace?.step(nobodyHasIt(host.id, to, net, undefined), ...over(net, host));
    return 'unreachable';
  }
  trace?.passes(...over(net, host, owner));
  const stopped = backFrom(sender, owner, 'IPv6', trace);
  if (stopped !== undefined) return stopped;
  if (rangeIn(net, 'IPv6') !== undefined)
    trace?.step({ rule: 'ipv6', case: 'passed-on', node: host.id, to: owner.id });
  return answer(owner, to.ip, probe, trace);
}
