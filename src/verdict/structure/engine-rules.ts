import type { Lab } from '../../topology/lab';
import { expectedRules, missingRules, type ExpectedRule } from '../engine-rules/expected';
import { mending, restartEngine } from '../mend';
import type { StructureVerdict } from '../result';
import { containerOf, runs, type NodeState, type States } from '../../observe/state';
import { judge } from './judge';
import { examined } from './pairs';
import { replace } from './repair';
import { phrase } from '../../text/text';

/** So many rules are written out. */
const SHOWN = 3;

/**
 * The firewall rules that the engine of each node makes are there: its chains and what leads into them, those of its
 * networks, and those of the lab's containers. A probe does not tell of each: docker-proxy serves a published port
 * without any of them.
 */
export const engineRules = (lab: Lab, states: States): StructureVerdict[] =>
  examined(states).flatMap((state) => {
    const all = expectedRules(state);
    if (all === undefined) return [];
    const missing = missingRules(state);
    return [
      ofEngine(
        lab,
        state,
        missing.filter(({ of }) => of.kind !== 'container'),
      ),
      ...lab.containers
        .filter(({ node }) => node === state.node)
        .filter(({ name }) => isSettled(state, name) && all.some((rule) => isOf(rule, name)))
        .map(({ name, chapter }) =>
          judge({
            ...rulesOf(chapter, state.node, name),
            ...counted(missing.filter((rule) => isOf(rule, name))),
            ...replace(lab, phrase("Docker's rules for {name} were taken away", { name }), name),
          }),
        ),
    ];
  });

const rulesOf = (chapter: string, node: string, name: string) => ({
  chapter,
  to: name,
  statement: { kind: 'container-rules', container: name, node } as const,
  command: `./lab exec ${node} -- iptables-save`,
});

const isOf = ({ of }: ExpectedRule, name: string): boolean =>
  of.kind === 'container' && of.name === name;

/** Between two runs of a container its rules come and go. */
const isSettled = (state: NodeState, name: string): boolean => runs(containerOf(state, name));

const counted = (missing: readonly ExpectedRule[]) => ({
  wanted: [{ fact: 'all' }] as const,
  found:
    missing.length === 0
      ? ([{ fact: 'all' }] as const)
      : ([
          {
            fact: 'missing',
            rules: missing.slice(0, SHOWN).map(shown),
            more: Math.max(0, missing.length - SHOWN),
          },
        ] as const),
});

const shown = ({ family, table, text }: ExpectedRule): string =>
  `${family === 'ip6' ? 'ip6tables ' : ''}${table} ${text}`;

function ofEngine(lab: Lab, state: NodeState, missing: readonly ExpectedRule[]): StructureVerdict {
  const { node } = state;
  const gone = missing.filter(({ text }) => text.startsWith('-N'));
  const [first] = missing;
  const what =
    gone.length > 0
      ? phrase("Docker's chains are gone on {node}", { node })
      : missing.length === 1
        ? phrase("a rule of Docker's is gone on {node}", { node })
        : phrase("{count} rules of Docker's are gone on {node}", { count: missing.length, node });
  // The rules of one network alone are about that network.
  const { of } = first ?? {};
  const alone =
    of?.kind === 'network' &&
    missing.every((one) => one.of.kind === 'network' && one.of.name === of.name);
  return judge({
    chapter: lab.nodes.find(({ name }) => name === node)?.chapter ?? '',
    to: node,
    ...(alone ? { network: of.name } : {}),
    statement: { kind: 'engine-rules', node },
    ...counted(gone.length > 0 ? gone : missing),
    command: `./lab exec ${node} -- iptables-save`,
    ...mending(lab, what, restartEngine(state)),
  });
}
