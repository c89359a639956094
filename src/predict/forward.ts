import type { Outcome } from '../topology/edge';
import { familyOf } from '../network/address';
import { crossing } from './crossing';
import { answersWithoutCarrier, filtersIpv6 } from '../network/engine';
import { ofDockerUser } from './foreign';
import { fromNodesNetwork } from './from-host';
import { dropped } from './hops';
import { input } from './input';
import { isLocal, netOf, onNodesNetwork } from '../network/lookup';
import { letThrough } from './mesh';
import { keepsAddress, sourceOf } from './masquerade';
import type { Probe } from './probe';
import type { Trace } from './trace';
import {
  asked,
  type Bridge,
  type ContainerStack,
  type Destination,
  type Host,
  type World,
} from '../network/world';

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
  const family = familyOf(to.ip);
  if (isLocal(host, to.ip)) return local(host, from, via, to, probe, trace);
  const net = netOf(host, to);
  const filters = family === 'IPv4' || filtersIpv6(host.engine);
  const through = net !== undefined && family === 'IPv4' && letThrough(host, probe) !== undefined;
  const known = net !== undefined || onNodesNetwork(host, to.ip);
  if (filters && !through && via.internal && known) {
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
  if (net !== undefined) return crossing(host, { from, via }, net, to, probe, trace);
  const foreign = ofDockerUser(host, via, 'lan', probe, trace);
  if (foreign !== undefined && foreign !== 'accept') return foreign;
  const keeps = keepsAddress(via, family);
  if (onNodesNetwork(host, to.ip)) {
    if (keeps) {
      const { name: network } = via;
      trace?.step({
        rule: 'not-masqueraded',
        case: 'leaves',
        from: from.id,
        network,
        node: host.id,
      });
    } else if (typeof to.ip === 'number') {
      const address = sourceOf(world, via);
      trace?.step(
        { rule: 'nat', node: host.id, address },
        { kind: 'translation', node: host.id, by: 'masquerade', source: address },
      );
    }
  }
  return fromNodesNetwork(world, host, to, probe, trace, keeps ? from : host);
}

function local(
  host: Host,
  from: ContainerStack,
  via: Bridge,
  to: Destination,
  probe: Probe,
  trace: Trace,
): Outcome {
  const net = host.nets.find(({ gateway6 }) => gateway6 === to.ip);
  if (net?.stacks.length === 0 && !answersWithoutCarrier(host.engine)) {
    trace?.step({ rule: 'ipv6', case: 'no-carrier', network: net.name, engine: host.engineName });
    return 'timeout';
  }
  trace?.step({ rule: 'own-node', from: from.id, node: host.id, to: asked(to) });
  return input(host, to.ip, via, probe, trace);
}
