import type { Container, Link } from '../../lab';
import { token, type Difference } from './cause';
import { pairUp } from './pairs';
import { list } from './words';

/** Links that a container gets and loses. */
export function* linkDifferences(old: Container, now: Container): Generator<Difference> {
  const { name } = now;
  const key = ({ alias, container }: Link): string =>
    alias === container ? container : `${container} as ${alias}`;
  const links = pairUp(old.links, now.links, key);
  const tell = (link: Link, words: string): Difference => ({
    kind: 'link',
    together: `${name} ${words}`,
    item: key(link),
    sentence: (items) => `${name} ${words} ${list(items)}`,
    subjects: [name],
    tokens: [token.endpoint(name), token.name(link.alias)],
  });
  for (const link of links.added) yield tell(link, 'is linked to');
  for (const link of links.removed) yield tell(link, 'is no longer linked to');
}
