import type { Family } from '../engine-rules/expected';
import { seriesOf } from '../engine-rules/series';
import { mending } from '../mend';
import { isEdge } from '../result';
import type { FirewallRule } from '../../observe/state';
import { difference, type Cause, type Evidence, type FindCauses } from './cause';
import { endsOf, opened, passes } from './ends';
import { namespacesOf, type Seen } from './namespaces';
import { phrase } from '../../text/text';

/** Chains whose packets are dropped where no rule says what becomes of them. */
export const policies: FindCauses = (evidence) =>
  namespacesOf(evidence.lab, evidence.after).flatMap((seen) =>
    (['ip4', 'ip6'] as const).flatMap((family) =>
      seen.firewall[family].flatMap((line) => ofChain(evidence, seen, family, line)),
    ),
  );

function ofChain(evidence: Evidence, seen: Seen, family: Family, line: FirewallRule): Cause[] {
  const { lab, after } = evidence;
  const [, chain = '', policy = ''] = /^-P (\S+) (\S+)$/.exec(line.text) ?? [];
  if (policy !== 'DROP' || isEngines(after.get(seen.node)?.engine ?? '', seen, family, chain)) {
    return [];
  }
  const program = family === 'ip4' ? 'iptables' : 'ip6tables';
  const named = line.table === 'filter' ? chain : `${line.table} ${chain}`;
  const values = { chain: named, name: seen.endpoint };
  return [
    {
      explains: (edge) =>
        isEdge(edge) &&
        !opened(edge) &&
        (edge.edge.target.kind === 'ping6') === (family === 'ip6') &&
        (seen.kind === 'node'
          ? passes(lab, edge, seen.node)
          : endsOf(edge).includes(seen.endpoint)),
      verdict: difference(lab, {
        to: seen.endpoint,
        statement: {
          kind: 'accepting-policy',
          endpoint: seen.endpoint,
          table: line.table,
          chain,
          family,
        },
        wanted: ['ACCEPT'],
        found: ['DROP'],
        mending: mending(
          lab,
          phrase(
            family === 'ip6'
              ? 'the policy of {chain} on {name} for IPv6 is DROP'
              : 'the policy of {chain} on {name} is DROP',
            values,
          ),
          {
            kind: 'command',
            on: seen.node,
            argv: [...seen.enter, program, '-w', '-t', line.table, '-P', chain, 'ACCEPT'],
            declared: false,
          },
        ),
      }),
    },
  ];
}

/** An engine that makes rules of a family, and that switched on forwarding, drops what it does not let pass. */
const isEngines = (engine: string, { kind }: Seen, family: Family, chain: string): boolean =>
  kind === 'node' &&
  chain === 'FORWARD' &&
  (family === 'ip4' || seriesOf(engine)?.ip6 !== undefined);
