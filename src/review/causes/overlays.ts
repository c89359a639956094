import { GATEWAY_BRIDGE, type Lab, type Overlay } from '../../topology/lab';
import { token, type Difference, type Token } from './cause';
import { single } from './nodes';
import { changedFields, pairUp } from './pairs';
import { isOne, keyOf, list, membersOf } from './words';
import { phrase, type Text } from '../../text/text';

/** An overlay is on all nodes of the swarm: ends of edges know it by their own. */
export const overlayTokens = (before: Lab, after: Lab, network: string): Token[] =>
  swarmNodes(before, after).map((node) => token.network(node, network));

export const swarmNodes = (before: Lab, after: Lab): string[] => [
  ...new Set([...before.swarm, ...after.swarm]),
];

const WHOLE = {
  new: ['overlay {name} is new', 'overlay {name} is new, with {names}'],
  gone: ['overlay {name} is gone', 'overlay {name} is gone, with {names}'],
} as const;

/** Overlays that are new or gone, and their options. */
export function* overlayDifferences(before: Lab, after: Lab): Generator<Difference> {
  const overlays = pairUp(before.overlays, after.overlays, ({ name }) => name);
  // Whoever comes to an overlay, or goes, does so on docker_gwbridge too.
  const tokens = ({ name }: Overlay): Token[] =>
    [name, GATEWAY_BRIDGE].flatMap((network) => overlayTokens(before, after, network));
  const whole = ({ containers }: Lab, overlay: Overlay, what: keyof typeof WHOLE): Difference => {
    const { name } = overlay;
    const names = membersOf(containers, name);
    const text = phrase(WHOLE[what][names.length === 0 ? 0 : 1], { name, names: list(names) });
    return single({ kind: 'network', subjects: [], text, tokens: tokens(overlay) });
  };
  for (const overlay of overlays.added) yield whole(after, overlay, 'new');
  for (const overlay of overlays.removed) yield whole(before, overlay, 'gone');
  for (const [old, now] of overlays.kept) {
    yield* changed('network-options', now, tokens(now), changedFields(old, now, OPTIONS));
    // Who reaches whom is the same, encrypted or not.
    yield* changed('inert', now, [], changedFields(old, now, ['encrypted']));
  }
}

const OPTIONS = ['subnet', 'gateway', 'internal'] as const;

function* changed(
  kind: Difference['kind'],
  { name }: Overlay,
  tokens: readonly Token[],
  changes: readonly Text[],
): Generator<Difference> {
  if (changes.length === 0) return;
  yield {
    kind,
    together: keyOf('overlay', changes),
    item: name,
    sentence: (items) =>
      phrase(isOne(items) ? 'overlay {names}: {changes}' : 'overlays {names}: {changes}', {
        names: list(items),
        changes,
      }),
    subjects: [],
    tokens,
  };
}
