import { OUTSIDE } from '../../topology/edge';
import type { Lab } from '../../topology/lab';
import { behindOf } from '../../predict/prediction';
import type { EdgeVerdict } from '../result';
import { containerOf, type States } from '../../observe/state';
import { nodeOf } from './ends';
import { type Text, phrase } from '../../text/text';

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
  verdict: EdgeVerdict,
  followed = false,
): Text | undefined {
  const { from, to, prediction, found } = verdict;
  const measured = found?.outcome;
  if (prediction.outcome !== 'reachable' && measured === 'reachable') {
    return followed
      ? undefined
      : phrase('a way was opened that nobody declared: {command}', { command: follow(verdict) });
  }
  if (measured === 'timeout' || measured === 'unreachable') {
    const node = nodeOf(lab, from) ?? from;
    return to === OUTSIDE
      ? phrase('is there a firewall on this machine, or no address translation: {command}', {
          command: `./lab exec ${node} -- iptables -t nat -nvL POSTROUTING`,
        })
      : followed
        ? undefined
        : phrase('follow the packet: {command}', { command: follow(verdict) });
  }
  if (measured === 'refused') {
    const [first = to] = behindOf(prediction);
    return phrase('nothing listens there: {command}', { command: logsOf(lab, states, first) });
  }
  if (measured === 'unresolved') {
    return phrase('{a} does not know the name: {command}', {
      a: from,
      command: `./lab exec ${from} -- cat /etc/resolv.conf /etc/hosts`,
    });
  }
  if (to === OUTSIDE) {
    return phrase(
      'the address translation is not as Docker makes it: iptables -t nat -nvL POSTROUTING on the node',
    );
  }
  return undefined;
}

const follow = ({ from, to }: EdgeVerdict): string => `./lab explain ${from} ${to} --live`;
