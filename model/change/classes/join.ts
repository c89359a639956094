import type { EndpointId, Target } from '../../edge';
import { isService } from '../../predict/world';
import type { Hits, Tokens } from '../attribute';
import { senderOn, type SideSender } from './senders';
import type { Side } from './side';
import { targetsOn, type SideTarget } from './targets';

/** An endpoint as a sender before and after. */
export interface Sender {
  readonly id: EndpointId;
  /** Container stacks that it has or had. */
  readonly stacks: readonly EndpointId[];
}

/** A target before and after, under one label. */
export interface JoinedTarget {
  readonly before: Target | undefined;
  readonly after: Target | undefined;
  /** Container stacks whose it is or was. */
  readonly owners: readonly EndpointId[];
  readonly answerers: readonly (EndpointId | undefined)[];
}

/** Members that behave alike before, behave alike after, and have to do with the same causes. */
export interface Class<T> {
  readonly members: readonly T[];
  /** Nothing that they could be known by has changed. */
  readonly same: boolean;
  readonly hits: Hits;
}

interface Both<T> {
  readonly before: T | undefined;
  readonly after: T | undefined;
}

export function senderClasses(before: Side, after: Side, tokens: Tokens): Class<Sender>[] {
  const on = (side: Side) =>
    new Map(
      [...side.world.endpoints]
        .filter(([, endpoint]) => !isService(endpoint))
        .map(([id, endpoint]) => [id, senderOn(side, endpoint)]),
    );
  return classes(join(on(before), on(after)), tokens, (id, sides: Both<SideSender>) => ({
    id,
    stacks: distinct([sides.before?.stack, sides.after?.stack]),
  }));
}

export function targetClasses(before: Side, after: Side, tokens: Tokens): Class<JoinedTarget>[] {
  const sides = join(targetsOn(before), targetsOn(after));
  return classes(sides, tokens, (_, { before: was, after: is }: Both<SideTarget>) => ({
    before: was?.target,
    after: is?.target,
    owners: distinct([...(was?.owners ?? []), ...(is?.owners ?? [])]),
    answerers: [was?.answerer, is?.answerer],
  }));
}

function join<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>) {
  const both = new Map<string, Both<T>>();
  for (const [key, was] of before) both.set(key, { before: was, after: after.get(key) });
  for (const [key, is] of after)
    if (!both.has(key)) both.set(key, { before: undefined, after: is });
  return both;
}

interface Known {
  readonly key: string;
  readonly tokens: readonly string[];
  readonly owners?: readonly EndpointId[];
  readonly answerer?: EndpointId | undefined;
}

function classes<S extends Known, T>(
  all: ReadonlyMap<string, Both<S>>,
  tokens: Tokens,
  member: (id: string, sides: Both<S>) => T,
): Class<T>[] {
  const found = new Map<string, { members: T[]; same: boolean; hits: Hits }>();
  for (const [id, sides] of all) {
    const { before, after } = sides;
    const hits = tokens.hits([...(before?.tokens ?? []), ...(after?.tokens ?? [])]);
    const alike =
      before?.owners?.join() === after?.owners?.join() && before?.answerer === after?.answerer;
    const key = [before?.key, after?.key, alike, [...hits].join(' ')].join('\n');
    const known = found.get(key);
    if (known !== undefined) known.members.push(member(id, sides));
    else {
      const same = before?.key === after?.key && alike;
      found.set(key, { members: [member(id, sides)], same, hits });
    }
  }
  return [...found.values()];
}

const distinct = (ids: readonly (EndpointId | undefined)[]): EndpointId[] => [
  ...new Set(ids.filter((id) => id !== undefined)),
];
