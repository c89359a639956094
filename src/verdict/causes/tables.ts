import { isEdge } from '../result';
import { mending } from '../mend';
import { difference, type FindCauses } from './cause';
import { endsOf, opened, passes } from './ends';
import { namespacesOf } from './namespaces';
import { phrase } from '../../text/text';

/** A table of nftables that neither iptables nor an engine made. */
interface Table {
  readonly family: string;
  readonly name: string;
  readonly lines: readonly string[];
}

/** Tables of an engine whose backend is nftables. */
const ENGINES = /^docker-bridges$/;

/** Tables of nftables that drop or reject packets. */
export const tables: FindCauses = ({ lab, after }) =>
  namespacesOf(lab, after).flatMap((seen) =>
    tablesIn(seen.firewall.nft)
      .filter(({ name }) => !ENGINES.test(name))
      .flatMap(({ family, name, lines }) => {
        const stops = lines.filter((line) => /\b(drop|reject)\b/.test(line));
        if (stops.length === 0 || !lines.some((line) => line.includes(' hook '))) return [];
        const named = `table ${family} ${name}`;
        return [
          {
            explains: (edge) =>
              isEdge(edge) &&
              !opened(edge) &&
              (seen.kind === 'node'
                ? passes(lab, edge, seen.node)
                : endsOf(edge).includes(seen.endpoint)),
            verdict: difference(lab, {
              to: seen.endpoint,
              statement: { kind: 'no-dropping-table', endpoint: seen.endpoint },
              wanted: [],
              found: [`${named}: ${stops.map((line) => line.trim()).join('; ')}`],
              mending: mending(
                lab,
                phrase('the {table} of nftables on {name} stops packets', {
                  table: named,
                  name: seen.endpoint,
                }),
                {
                  kind: 'command',
                  on: seen.node,
                  argv: [...seen.enter, 'nft', 'delete', 'table', family, name],
                  declared: false,
                },
              ),
            }),
          },
        ];
      }),
  );

function tablesIn(lines: readonly string[]): Table[] {
  const found: { family: string; name: string; lines: string[] }[] = [];
  for (const line of lines) {
    const [, family, name] = /^table (\S+) (\S+) \{/.exec(line) ?? [];
    if (family !== undefined && name !== undefined) found.push({ family, name, lines: [] });
    else found.at(-1)?.lines.push(line);
  }
  return found;
}
