import type { Cause, CauseKind, Token } from './causes/cause';

/** How an end of an edge has to do with a cause: as bits. */
const ENDPOINT = 1;
const NETWORK = 2;
const NODE = 4;
/** The very name or port. */
const EXACT = 8;

/** By index of the cause; in ascending order. */
export type Hits = ReadonlyMap<number, number>;

const ROLES: Readonly<Record<string, number>> = {
  endpoint: ENDPOINT,
  network: NETWORK,
  node: NODE,
  name: EXACT,
  published: EXACT,
  listener: EXACT,
};

const roleOf = (token: Token): number => ROLES[token.slice(0, token.indexOf(' '))] ?? 0;

/** Finds the cause that explains an edge. */
export interface Attribution {
  /** The causes that an end with these tokens has to do with. */
  hits(tokens: readonly Token[]): Hits;
  /** Index of the cause that explains an edge best: the most specific, and the first of several; -1: none does. */
  cause(sender: Hits, target: Hits): number;
}

export function createAttribution(causes: readonly Cause[]): Attribution {
  const index = new Map<Token, number[]>();
  causes.forEach(({ tokens }, i) => {
    for (const token of tokens) index.set(token, [...(index.get(token) ?? []), i]);
  });
  const effective = causes.flatMap(({ kind }, i) => (kind === 'inert' ? [] : [i]));
  const only = effective.length === 1 ? effective[0]! : -1;
  return {
    hits(tokens) {
      const hits = new Map<number, number>();
      for (const token of tokens) {
        for (const i of index.get(token) ?? []) hits.set(i, (hits.get(i) ?? 0) | roleOf(token));
      }
      return new Map([...hits].sort(([a], [b]) => a - b));
    },
    cause: (sender, target) => best(causes, sender, target) ?? only,
  };
}

/** How well a cause explains an edge, from what it has to do with its sender and its target; 0: not at all. */
function weight(kind: CauseKind, sender: number, target: number): number {
  const s = (bit: number): boolean => (sender & bit) !== 0;
  const t = (bit: number): boolean => (target & bit) !== 0;
  const either = s(ENDPOINT) || t(ENDPOINT);
  switch (kind) {
    case 'link':
      return s(ENDPOINT) && t(EXACT) ? 100 : 0;
    case 'alias':
      return t(EXACT) ? 95 : 0;
    case 'port':
      return t(EXACT) ? 90 : 0;
    case 'listener':
      return t(EXACT) ? 88 : 0;
    case 'attachment':
      return either && t(NETWORK) ? 80 : either ? 30 : 0;
    case 'network':
      return t(NETWORK) ? 78 : s(NETWORK) ? 44 : 0;
    case 'mode':
      return either ? 70 : 0;
    case 'address':
      return either && t(NETWORK) ? 66 : 0;
    case 'endpoint':
      return either ? 60 : 0;
    case 'network-options':
      return s(NETWORK) && t(NETWORK) ? 50 : t(NETWORK) ? 42 : s(NETWORK) ? 41 : 0;
    case 'host':
      return either ? 58 : s(NODE) || t(NODE) ? 20 : 0;
    case 'inert':
      return 0;
  }
}

function best(causes: readonly Cause[], sender: Hits, target: Hits): number | undefined {
  let best: number | undefined;
  let most = 0;
  for (const i of new Set([...sender.keys(), ...target.keys()])) {
    const value = weight(causes[i]!.kind, sender.get(i) ?? 0, target.get(i) ?? 0);
    if (value > most || (value === most && best !== undefined && i < best)) {
      best = i;
      most = value;
    }
  }
  return best;
}
