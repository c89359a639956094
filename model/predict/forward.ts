import type { Outcome } from '../edge';
import { contains, formatIpv4 } from './address';
import { answer } from './answer';
import { fromNodesNetwork } from './from-host';
import { dropped, over, passed } from './hops';
import { input } from './input';
import { isLocal, netOf, ownerOn } from './lookup';
import { letThrough } from './mesh';
import type { Probe } from './probe';
import { nobodyHasIt } from './same-subnet';
import type { Trace } from './trace';
import { asked, type Bridge, type ContainerStack, type Destination, type World } from './world';

/** A packet of a container that has come to its node as the default gateway, over bridge `via`. */
export function forward(
  world: World,
  from: ContainerStack,
  via: Bridge,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  const host = via.node;
  if (isLocal(host, to.ip)) {
    trace?.step({ rule: 'own-node', from: from.id, node: host.id, to: asked(to) });
    return input(host, to.ip, via, probe, trace);
  }
  const net = netOf(host, to);
  const through = net === undefined ? undefined : letThrough(host, probe);
  if (net !== undefined && through !== undefined) {
    const owner = ownerOn(net, to);
    trace?.step(through, passed(host, through.rule), ...over(net, host, owner));
    if (owner !== undefined) return answer(owner, to.ip, probe, trace);
    trace?.step(nobodyHasIt(host.id, to, net, undefined));
    return 'unreachable';
  }
  if (via.internal && (net !== undefined || contains(host.subnet, to.ip))) {
    trace?.step(
      {
        rule: 'internal-network',
        case: 'from',
        network: via.name,
        node: host.id,
        engine: host.engineName,
      },
      dropped(host, 'internal-network'),
    );
    return 'timeout';
  }
  if (net !== undefined) {
    trace?.step(
      net.internal
        ? { rule: 'internal-network', case: 'to', network: net.name, node: host.id }
        : {
            rule: 'isolation',
            family: 'IPv4',
            from: from.id,
            to: to.owner.id,
            node: host.id,
            networks: [via.name, net.name],
          },
      dropped(host, net.internal ? 'internal-network' : 'isolation'),
    );
    return 'timeout';
  }
  if (contains(host.subnet, to.ip)) {
    const address = formatIpv4(host.ip);
    trace?.step(
      { rule: 'nat', node: host.id, address },
      { kind: 'translation', node: host.id, by: 'masquerade', source: address },
    );
  }
  return fromNodesNetwork(world, host, to, probe, trace);
}
