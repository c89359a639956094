import ipaddr from 'ipaddr.js';
import { furtherRules, type Family } from '../engine-rules/expected';
import { mending } from '../mend';
import { OUTSIDE, portOf } from '../../topology/edge';
import { isEdge, type EdgeVerdict } from '../result';
import type { FirewallRule, NodeState } from '../../observe/state';
import { difference, type Cause, type Evidence, type FindCauses } from './cause';
import { endsOf, opened, passes, portsOf } from './ends';
import { namespacesOf, type Seen } from './namespaces';
import { deleting, effectOf, option, target } from './rule-words';
import { phrase } from '../../text/text';

const FAMILIES: readonly Family[] = ['ip4', 'ip6'];

/**
 * Rules that neither the engine nor the lab made, and that met packets while these were probed: those that stop them,
 * send them elsewhere, or let through what others would have stopped.
 */
export const firewallRules: FindCauses = (evidence) =>
  namespacesOf(evidence.lab, evidence.after)
    .flatMap((seen) => FAMILIES.flatMap((family) => ofNamespace(evidence, seen, family)))
    // What stops packets is likelier than what only lets them pass.
    .sort((a, b) => ORDER.indexOf(a.effect) - ORDER.indexOf(b.effect));

const ORDER = ['stops', 'diverts', 'lets pass'];

interface RuleCause extends Cause {
  readonly effect: string;
}

function ofNamespace(evidence: Evidence, seen: Seen, family: Family): RuleCause[] {
  const { lab, before, after } = evidence;
  const own = seen.kind === 'node' ? after.get(seen.node) : undefined;
  const rules = own === undefined ? inContainer(seen, family) : furtherRules(own, family);
  const counted = packetsBefore(before.get(seen.node), seen, family);
  return rules.flatMap((rule): RuleCause[] => {
    const effect = effectOf(rule);
    if (effect === undefined || rule.packets <= counted(rule)) return [];
    // A rule that only lets pass at the end of its chain changes nothing.
    if (effect === 'lets pass' && seen.kind !== 'node') return [];
    const { table, text } = rule;
    const what =
      effect === 'lets pass'
        ? phrase('a rule that nobody declared lets packets pass ({rule})', { rule: text })
        : effect === 'stops'
          ? phrase('a firewall rule stops packets ({rule})', { rule: text })
          : phrase('a firewall rule sends packets elsewhere ({rule})', { rule: text });
    return [
      {
        effect,
        explains: (edge) =>
          isEdge(edge) &&
          isPossible(effect, target(text), edge) &&
          meets(evidence, seen, edge) &&
          matches(evidence, text, family, edge),
        verdict: difference(lab, {
          to: seen.endpoint,
          statement: { kind: 'no-rule', endpoint: seen.endpoint, rule: text, table, family },
          wanted: [{ fact: 'no-such-rule' }],
          found: [{ fact: 'packets', count: rule.packets }],
          mending: mending(lab, what, {
            kind: 'command',
            on: seen.node,
            argv: [...seen.enter, ...deleting(rule, family)],
            declared: false,
          }),
        }),
      },
    ];
  });
}

/** What an engine makes inside a container is its name server's, and a swarm's. */
const inContainer = ({ firewall }: Seen, family: Family): FirewallRule[] =>
  firewall[family].filter(
    ({ table, text }) =>
      text.startsWith('-A') &&
      !/DOCKER_/.test(text) &&
      (table !== 'nat' || target(text) === 'DROP'),
  );

/** Of a node's rules the packets that they had met before; others had not been asked for. */
function packetsBefore(
  state: NodeState | undefined,
  { kind }: Seen,
  family: Family,
): (rule: FirewallRule) => number {
  if (kind !== 'node' || state === undefined) return () => 0;
  const counts = new Map<string, number>();
  const key = ({ table, text }: FirewallRule): string => `${table} ${text}`;
  for (const rule of state.firewall[family]) {
    counts.set(key(rule), (counts.get(key(rule)) ?? 0) + rule.packets);
  }
  return (rule) => counts.get(key(rule)) ?? 0;
}

/** What rejects answers itself, also where nobody would have answered. */
const isPossible = (effect: string, does: string, edge: EdgeVerdict): boolean =>
  effect === 'lets pass'
    ? opened(edge)
    : effect === 'diverts' ||
      !opened(edge) ||
      (does === 'REJECT' && edge.found?.outcome === 'refused');

/** True where an edge's packets come by a network namespace. */
const meets = ({ lab }: Evidence, { kind, endpoint, node }: Seen, edge: EdgeVerdict): boolean =>
  kind === 'node' ? passes(lab, edge, node) : endsOf(edge).includes(endpoint);

/** False where a rule is for other packets than those of an edge, whichever way they go. */
function matches(evidence: Evidence, text: string, family: Family, edge: EdgeVerdict): boolean {
  const six = edge.edge.target.kind === 'ping6';
  if (six !== (family === 'ip6')) return false;
  const tunnel = option(text, '--dport') === '4789';
  if (tunnel) return evidence.lab.overlays.some(({ name }) => acrossOn(evidence, name, edge));
  return matchesProtocol(text, edge) && matchesAddress(evidence, text, edge);
}

/** True for an edge that may go over an overlay, between two nodes. */
function acrossOn({ lab }: Evidence, overlay: string, edge: EdgeVerdict): boolean {
  return endsOf(edge).some((end) => {
    const container = lab.containers.find(({ name }) => name === end);
    return (
      container?.networking.mode === 'bridge' &&
      container.networking.attachments.some(({ network }) => network === overlay)
    );
  });
}

function matchesProtocol(text: string, edge: EdgeVerdict): boolean {
  const protocol = option(text, '-p');
  if (protocol === undefined || protocol === 'all') return true;
  const asked = portOf(edge.edge.target);
  if (protocol === 'icmp' || protocol === 'ipv6-icmp')
    return asked === undefined && edge.to !== OUTSIDE;
  if (asked === undefined) {
    if (edge.to === OUTSIDE) return protocol === 'tcp';
    return edge.edge.target.kind === 'name' && option(text, '--dport', '--sport') === '53';
  }
  if (asked.protocol !== protocol) return false;
  const named = option(text, '--dport', '--sport', '--dports', '--sports', '--ports');
  return named === undefined || portsOf(edge).some((port) => isAmong(port, named));
}

/** `80`, `80:90`, `80,443`. */
const isAmong = (port: number, named: string): boolean =>
  named.split(',').some((range) => {
    const [from = range, to = from] = range.split(':');
    return port >= Number(from || 0) && port <= Number(to || 65_535);
  });

/** Every address that a packet of an edge may have, there or back. */
function matchesAddress({ lab, facts }: Evidence, text: string, edge: EdgeVerdict): boolean {
  const ends = endsOf(edge);
  const own = ends.flatMap((end) => [
    ...Object.values(facts.addresses[end] ?? {}),
    ...Object.values(facts.addresses6?.[end] ?? {}),
    ...lab.nodes
      .filter(
        ({ name }) =>
          name === end || lab.containers.some((one) => one.name === end && one.node === name),
      )
      .map(({ address }) => address),
    ...Object.values(facts.nodes[end]?.gateways ?? {}),
  ]);
  const known = [
    ...own,
    (edge.address ?? '').replace(/:\d+$/, ''),
    ...(ends.includes(OUTSIDE) ? [lab.outside.address] : []),
  ];
  return ['-s', '-d'].every((side) => {
    const range = option(text, side);
    return range === undefined || known.some((address) => isWithin(address, range));
  });
}

export function isWithin(address: string, range: string): boolean {
  try {
    const cidr = range.includes('/') ? range : `${range}/${range.includes(':') ? 128 : 32}`;
    return ipaddr.parse(address).match(ipaddr.parseCIDR(cidr));
  } catch {
    return false;
  }
}
