import type { Outcome } from '../edge';
import { contains, formatIpv4 } from './address';
import { fromNodesNetwork } from './from-host';
import { input } from './input';
import { isLocal, netOf } from './lookup';
import type { Probe, Trace } from './rules';
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
  if (via.internal && (netOf(host, to) !== undefined || contains(host.subnet, to.ip))) {
    trace?.push({
      rule: 'internal-network',
      text: `${netLabel(via)} is internal: ${host.id} (engine ${host.engineName}) drops what comes from it for other networks: timeout`,
    });
    return 'timeout';
  }
  const net = netOf(host, to);
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
