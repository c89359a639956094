import type { Container, Link } from '../../topology/lab';
import { token, type Difference } from './cause';
import { pairUp } from './pairs';
import { list } from './words';
import { phrase, type Value } from '../../text/text';

/** Links that a container gets and loses. */
export function* linkDifferences(old: Container, now: Container): Generator<Difference> {
  const { name } = now;
  const links = pairUp(old.links, now.links, ({ alias, container }) => `${container} ${alias}`);
  const tell = (
    link: Link,
    words: '{name} is linked to {names}' | '{name} is no longer linked to {names}',
  ): Difference => ({
    kind: 'link',
    together: `${name} ${words}`,
    item: itemOf(link),
    sentence: (items) => phrase(words, { name, names: list(items) }),
    subjects: [name],
    tokens: [token.endpoint(name), token.name(link.alias)],
  });
  for (const link of links.added) yield tell(link, '{name} is linked to {names}');
  for (const link of links.removed) yield tell(link, '{name} is no longer linked to {names}');
}

const itemOf = ({ alias, container }: Link): Value =>
  alias === container ? container : phrase('{container} as {alias}', { container, alias });
