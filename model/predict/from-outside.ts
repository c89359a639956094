import { OUTSIDE, type Outcome } from '../edge';
import { formatIpv4 } from './address';
import { at, ELSEWHERE, overNodesNetwork } from './hops';
import { input } from './input';
import type { Probe } from './probe';
import type { Trace } from './trace';
import { asked, type Destination, type World } from './world';

/** A packet from the machine that runs the lab, which shares the nodes' network and has no route behind it, and finds further hosts. */
export function fromOutside(world: World, to: Destination, probe: Probe, trace: Trace): Outcome {
  const host = world.hostByIp.get(to.ip);
  if (host === undefined) {
    trace?.step({ rule: 'leaves-the-lab', from: OUTSIDE, to: asked(to) }, ELSEWHERE);
    return 'timeout';
  }
  if (host.apart) {
    trace?.step(
      { rule: 'further-host', node: host.id, address: formatIpv4(host.ip) },
      ELSEWHERE,
      at(host, 'nodes-network'),
    );
  } else {
    trace?.step(
      { rule: 'between-nodes', from: OUTSIDE, to: host.id, subnet: host.subnet.text },
      ...overNodesNetwork(world.outside, host, host),
    );
  }
  return input(host, to.ip, 'lan', probe, trace);
}
