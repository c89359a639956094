import type { Outcome } from '../edge';
import { contains, formatIpv4 } from './address';
import { answer } from './answer';
import { fromNodesNetwork } from './from-host';
import { input } from './input';
import { isLocal, netOf, ownerOn } from './lookup';
import { letThrough } from './mesh';
import type { Probe, Trace } from './rules';
import { nobodyHasIt } from './same-subnet';
import { netLabel, type Bridge, type ContainerStack, type Destination, type World } from './world';

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
    trace?.push({
      rule: 'own-node',
      text: `${formatIpv4(to.ip)} is an address of ${host.id}, the node of ${from.id}: the packet has arrived and crosses no bridge`,
    });
    return input(host, to.ip, via, probe, trace);
  }
  const net = netOf(host, to);
  const through = net === undefined ? undefined : letThrough(host, probe);
  if (net !== undefined && through !== undefined) {
    trace?.push(through);
    const owner = ownerOn(net, to);
    if (owner !== undefined) return answer(owner, probe, trace);
    trace?.push(nobodyHasIt(host.id, to, net, netLabel(net)));
    return 'unreachable';
  }
  if (via.internal && (net !== undefined || contains(host.subnet, to.ip))) {
    trace?.push({
      rule: 'internal-network',
      text: `${netLabel(via)} is internal: ${host.id} (engine ${host.engineName}) drops what comes from it for other networks: timeout`,
    });
    return 'timeout';
  }
  if (net !== undefined) {
    trace?.push(
      net.internal
        ? {
            rule: 'internal-network',
            text: `${netLabel(net)} is internal: ${host.id} drops what comes to it from other networks: timeout`,
          }
        : {
            rule: 'isolation',
            text:
              `${from.id} (${netLabel(via)}) and ${to.owner.id} (${netLabel(net)}) are on different bridges of ${host.id}; ` +
              `Docker's isolation rules drop packets between bridges: timeout`,
          },
    );
    return 'timeout';
  }
  if (contains(host.subnet, to.ip)) {
    trace?.push({
      rule: 'nat',
      text: `${host.id} sends the packet on with its own address ${formatIpv4(host.ip)} as the sender's (masquerade)`,
    });
  }
  return fromNodesNetwork(world, host, to, probe, trace);
}
