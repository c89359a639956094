import { GATEWAY_BRIDGE, isOverlay, type Container, type Lab } from '../model/lab';
import type { Verdict } from './result';
import { closedFromOutside } from './security-group';
import { containerOf, type States } from './state';

const RULE = 'a firewall rule';

/**
 * Ties each edge that is not as expected to the difference in structure that explains it; where there is none, says
 * where to look.
 */
export function explain(
  lab: Lab,
  states: States,
  structure: readonly Verdict[],
  edges: readonly Verdict[],
): Verdict[] {
  const broken = structure.filter(({ status }) => status === 'fail' || status === 'error');
  return edges.map((edge) => {
    if (edge.status === 'pass' || edge.status === 'skipped') return edge;
    const cause = broken.find((verdict) => explains(lab, verdict, edge));
    if (cause !== undefined) {
      return {
        ...edge,
        cause: cause.subject,
        ...(cause.hint === undefined ? {} : { hint: cause.hint }),
      };
    }
    const closed = edge.status === 'fail' ? closedFromOutside(lab, edges, edge) : undefined;
    const found = edge.status === 'fail' ? hintFor(lab, states, edge) : undefined;
    const hint = closed === undefined ? found : withRule(closed, found);
    return hint === undefined ? edge : { ...edge, hint };
  });
}

/** A rule on the host itself is worth naming; other hints lead away from what stands between. */
const withRule = (closed: string, found: string | undefined): string =>
  found?.startsWith(RULE) ? `${closed}; ${found}` : closed;

function explains(lab: Lab, { to, network, status }: Verdict, edge: Verdict): boolean {
  if (to === undefined) return false;
  const behind = [edge.to, ...publishers(lab, edge)];
  const ends = [edge.from, ...behind, ...replicasOf(lab, behind)];
  // What could not be examined on a node leaves everything on it unexamined.
  if (status === 'error') return ends.some((end) => end === to || nodeOf(lab, end) === to);
  if (edge.status === 'error') return edge.from === to;
  // A node that does not pass packets on lets those of its containers vanish, and one out of the swarm has no overlay.
  const vanished = edge.measured === 'timeout' || isOverlay(lab, edge.network);
  if (vanished && ends.some((end) => nodeOf(lab, end) === to)) return true;
  // A container leaves an overlay over docker_gwbridge.
  const leaves = edge.network === GATEWAY_BRIDGE && isOverlay(lab, network);
  const same = network === undefined || edge.network === undefined || network === edge.network;
  return ends.includes(to) && (same || leaves);
}

const nodeOf = (lab: Lab, endpoint: string | undefined): string | undefined =>
  lab.containers.find(({ name }) => name === endpoint)?.node;

/** The replicas of those that are services. */
const replicasOf = (lab: Lab, endpoints: readonly (string | undefined)[]): string[] =>
  lab.containers
    .filter(({ service }) => service !== undefined && endpoints.includes(service))
    .map(({ name }) => name);

/** The containers and services that stand behind a node's port. */
function publishers(lab: Lab, { to, subject }: Verdict): readonly string[] {
  const port = /\]:(\d+)\/(tcp|udp)$/.exec(subject);
  if (port === null) return [];
  const publishes = ({ ports }: Pick<Container, 'ports'>): boolean =>
    ports.some(({ published, protocol }) => published === Number(port[1]) && protocol === port[2]);
  return [
    ...lab.containers.filter(
      (container) =>
        container.node === to &&
        (publishes(container) ||
          (container.networking.mode === 'host' &&
            container.listens.some(
              (one) => one.port === Number(port[1]) && one.protocol === port[2],
            ))),
    ),
    ...lab.services.filter((service) => lab.swarm.includes(to ?? '') && publishes(service)),
  ].map(({ name }) => name);
}

/** Docker's own name of a replica is another than the lab's; a service's logs are those of all of its replicas. */
function logsOf(lab: Lab, states: States, endpoint: string): string {
  if (lab.services.some(({ name }) => name === endpoint)) {
    return `./lab exec ${lab.swarm[0]} -- docker service logs ${endpoint}`;
  }
  const node = nodeOf(lab, endpoint);
  const called = containerOf(states.get(node ?? ''), endpoint)?.fullName ?? endpoint;
  return `./lab exec ${node ?? endpoint} -- docker logs ${called}`;
}

function hintFor(lab: Lab, states: States, edge: Verdict): string | undefined {
  const [expected = ''] = edge.expected.split(',');
  const [measured = ''] = edge.measured.split(/[ ,]/);
  const nodes = [
    ...new Set([edge.from, edge.to].map((end) => nodeOf(lab, end) ?? end ?? '')),
  ].flatMap((name) => states.get(name) ?? []);
  if (expected !== 'reachable' && measured === 'reachable') {
    return `a way was opened that nobody declared: ./lab explain ${edge.from} ${edge.to} --live`;
  }
  if (measured === 'timeout' || measured === 'unreachable') {
    for (const { node, rules } of nodes) {
      const rule = rules.find(stops);
      if (rule !== undefined) {
        const chain = rule.split(' ')[1] ?? '';
        return `${RULE} may stop it (${rule}): ./lab exec ${node} -- iptables -nvL ${chain}`;
      }
    }
    const [node] = nodes;
    if (edge.to === 'outside') {
      return `is there a firewall on this machine, or no address translation: ./lab exec ${node?.node} -- iptables -t nat -nvL POSTROUTING`;
    }
    return `follow the packet: ./lab explain ${edge.from} ${edge.to} --live`;
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

/** A rule that stops packets and that Docker did not make itself. */
const stops = (rule: string): boolean =>
  /^-A (?!DOCKER(?!-USER))\S+ .*-j (DROP|REJECT)/.test(rule) && !/-[io] \S+ .*-[io] /.test(rule);
