import { portOf } from '../../topology/edge';
import type { Lab } from '../../topology/lab';
import { mending, type Mending } from '../mend';
import { isEdge } from '../result';
import { containerOf, type States } from '../../observe/state';
import { RUNNING } from '../structure/containers';
import { difference, type Cause, type FindCauses } from './cause';
import { endsOf, stackOf } from './ends';
import { namespacesOf, type Seen } from './namespaces';
import { type Text, phrase } from '../../text/text';

/** What was changed inside the network namespace of an endpoint, and what its processes do. */
export const inside: FindCauses = ({ lab, facts, after }) =>
  namespacesOf(lab, after).flatMap((seen): Cause[] => [
    ...stoppedProcesses(lab, after, seen),
    ...loopback(lab, after, seen),
    ...silence(lab, after, seen),
    ...nameServer(lab, after, seen),
    ...seen.sockets.neighbours.flatMap(({ address, mac }): Cause[] => {
      const [whose] = Object.entries(facts.addresses).find(([, own]) =>
        Object.values(own).includes(address),
      ) ?? [lab.nodes.find((one) => one.address === address)?.name];
      if (whose === undefined || seen.kind === 'node') return [];
      return [
        {
          explains: (verdict) =>
            isEdge(verdict) &&
            [verdict.from, verdict.to].sort().join() === [seen.endpoint, whose].sort().join(),
          verdict: difference(lab, {
            to: seen.endpoint,
            statement: { kind: 'neighbours', endpoint: seen.endpoint },
            wanted: [{ fact: 'no-fixed-neighbour' }],
            found: [{ fact: 'fixed-neighbour', address, mac }],
            mending: again(
              lab,
              after,
              seen,
              phrase('somebody fixed the neighbour {address} in {name}', {
                address,
                name: seen.endpoint,
              }),
              [...['ip', 'neigh', 'flush', 'to', address, 'nud', 'permanent']],
            ),
          }),
        },
      ];
    }),
  ]);

/** A container is restarted; elsewhere a command puts it right. */
function again(
  lab: Lab,
  states: States,
  { kind, endpoint, node }: Seen,
  what: Text,
  argv: readonly string[],
): Mending {
  const called = containerOf(states.get(node), endpoint)?.fullName ?? endpoint;
  return kind === 'container'
    ? mending(lab, what, { kind: 'container', verb: 'restart', node, container: called })
    : mending(lab, what, { kind: 'command', on: endpoint, argv, declared: true });
}

function stoppedProcesses(lab: Lab, states: States, seen: Seen): Cause[] {
  const { endpoint } = seen;
  const stopped = containerOf(states.get(seen.node), endpoint)?.inside?.stopped ?? [];
  if (stopped.length === 0) return [];
  return [
    {
      explains: (verdict) =>
        isEdge(verdict) &&
        portOf(verdict.edge.target) !== undefined &&
        endsOf(verdict).includes(endpoint),
      verdict: difference(lab, {
        to: endpoint,
        statement: { kind: 'processes-run', endpoint },
        wanted: [RUNNING],
        found: [{ fact: 'stopped', processes: stopped }],
        mending: again(
          lab,
          states,
          seen,
          phrase('processes of {name} are stopped in their tracks', { name: endpoint }),
          [],
        ),
      }),
    },
  ];
}

function loopback(lab: Lab, states: States, seen: Seen): Cause[] {
  const { endpoint } = seen;
  const lo = seen.interfaces.find(({ name }) => name === 'lo');
  if (lo === undefined || lo.enabled) return [];
  return [
    {
      explains: (verdict) => isEdge(verdict) && verdict.from === endpoint,
      verdict: difference(lab, {
        to: endpoint,
        statement: { kind: 'loopback-up', endpoint },
        wanted: [{ fact: 'up' }],
        found: [{ fact: 'down' }],
        mending: again(
          lab,
          states,
          seen,
          phrase('lo of {name} was switched off', { name: endpoint }),
          [...['ip', 'link', 'set', 'lo', 'up']],
        ),
      }),
    },
  ];
}

/** A setting of the kernel with which nothing is answered. */
function silence(lab: Lab, states: States, seen: Seen): Cause[] {
  const { endpoint } = seen;
  const setting = 'net.ipv4.icmp_echo_ignore_all';
  if (seen.sockets.settings['ipv4/icmp_echo_ignore_all'] !== '1') return [];
  return [
    {
      explains: (verdict) =>
        isEdge(verdict) &&
        endsOf(verdict).some((end) => end === endpoint || stackOf(lab, end) === endpoint),
      verdict: difference(lab, {
        to: endpoint,
        statement: { kind: 'echo-replies', endpoint },
        wanted: [`${setting} = 0`],
        found: [`${setting} = 1`],
        mending: again(
          lab,
          states,
          seen,
          phrase('{name} was told to ignore echo requests', { name: endpoint }),
          [...['sysctl', '-w', `${setting}=0`]],
        ),
      }),
    },
  ];
}

/** On a network of its own a container's name server is reached through rules inside the container. */
function nameServer(lab: Lab, states: States, seen: Seen): Cause[] {
  const { endpoint, firewall } = seen;
  const resolver = containerOf(states.get(seen.node), endpoint)?.inside?.resolver ?? [];
  if (
    seen.kind !== 'container' ||
    !resolver.some((line) => /^nameserver\s+127\.0\.0\.11$/.test(line))
  ) {
    return [];
  }
  const rules = firewall.ip4.filter(({ text }) => text.startsWith('-A DOCKER_OUTPUT'));
  if (rules.length >= 2) return [];
  return [
    {
      explains: (verdict) =>
        isEdge(verdict) && verdict.from === endpoint && verdict.edge.target.kind === 'name',
      verdict: difference(lab, {
        to: endpoint,
        statement: { kind: 'name-server-rules', endpoint },
        wanted: [{ fact: 'name-server-rules' }],
        found: [{ fact: 'rules', found: rules.length, wanted: 2 }],
        mending: again(
          lab,
          states,
          seen,
          phrase('the rules that lead {name} to its name server are gone', { name: endpoint }),
          [],
        ),
      }),
    },
  ];
}
