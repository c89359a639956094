import type { Outcome } from '../edge';
import { formatIpv4 } from './address';
import { input } from './input';
import type { Probe, Trace } from './rules';
import type { Destination, World } from './world';

/** A packet from the machine that runs the lab, which shares the nodes' network and has no route behind it, and finds further hosts. */
export function fromOutside(world: World, to: Destination, probe: Probe, trace: Trace): Outcome {
  const host = world.hostByIp.get(to.ip);
  if (host === undefined) {
    trace?.push({
      rule: 'leaves-the-lab',
      text: `The machine that runs the lab has no route to ${formatIpv4(to.ip)} on a node: timeout`,
    });
    return 'timeout';
  }
  trace?.push(
    host.apart
      ? {
          rule: 'further-host',
          text: `${host.id} is reached over networks that are no part of the lab, at ${formatIpv4(host.ip)}`,
        }
      : {
          rule: 'between-nodes',
          text: `The machine that runs the lab and ${host.id} are both on ${host.subnet.text}`,
        },
  );
  return input(host, to.ip, 'lan', probe, trace);
}
