import type { Lab } from '../../model/lab';
import type { Verdict } from '../result';
import { containerOf, type States } from '../state';
import { nodeOf, publishers } from './ends';

/** Docker's own name of a replica is another than the lab's; a service's logs are those of all of its replicas. */
export function logsOf(lab: Lab, states: States, endpoint: string): string {
  if (lab.services.some(({ name }) => name === endpoint)) {
    return `./lab exec ${lab.swarm[0]} -- docker service logs ${endpoint}`;
  }
  const node = nodeOf(lab, endpoint);
  if (node === undefined) return `./lab exec ${endpoint} -- ss -lntup`;
  const called = containerOf(states.get(node), endpoint)?.fullName ?? endpoint;
  return `./lab exec ${node} -- docker logs ${called}`;
}

/** Where to look, for an edge of which no cause was found. */
export function hintFor(
  lab: Lab,
  states: States,
  edge: Verdict,
  followed = false,
): string | undefined {
  const [expected = ''] = edge.expected.split(',');
  const [measured = ''] = edge.measured.split(/[ ,]/);
  if (expected !== 'reachable' && measured === 'reachable') {
    return followed ? undefined : `a way was opened that nobody declared: ${follow(edge)}`;
  }
  if (measured === 'timeout' || measured === 'unreachable') {
    const node = nodeOf(lab, edge.from) ?? edge.from;
    return edge.to === 'outside'
      ? `is there a firewall on this machine, or no address translation: ./lab exec ${node} -- iptables -t nat -nvL POSTROUTING`
      : followed
        ? undefined
        : `follow the packet: ${follow(edge)}`;
  }
  if (measured === 'refused') {
    const [behind = edge.to] = publishers(lab, edge);
    return `nothing listens there: ${logsOf(lab, states, behind ?? '')}`;
  }
  if (measured === 'unresolved') {
    return `${edge.from} does not know the name: ./lab exec ${edge.from} -- cat /etc/resolv.conf /etc/hosts`;
  }
  if (edge.to === 'outside') {
    return 'the address translation is not as Docker makes it: iptables -t nat -nvL POSTROUTING on the node';
  }
  return undefined;
}

const follow = ({ from, to }: Verdict): string => `./lab explain ${from} ${to} --live`;
