import { nameProblem } from '../asked';
import { NETWORK_NAME } from '../formats';
import { tasksName } from '../lab';
import { quote, type Finding, type Path } from '../problems';
import type { Draft } from './draft';
import { phrase } from '../../text/text';

/** A name that somebody gives, and its place. */
interface Given {
  readonly name: string;
  readonly path: Path;
  /** Set where other nodes and containers are told the name, and not only DNS. */
  readonly isNode?: true;
}

/** Names by which programs would find something else, or nothing. */
export function* askedNames(draft: Draft): Iterable<Finding> {
  const all = given(draft);
  const nodes = new Set(draft.nodes.map(({ value }) => value.name.toLowerCase()));
  const known = byNetwork(draft);
  for (const { name, path, isNode } of all) {
    if (!NETWORK_NAME.fits(name)) continue;
    const problem = nameProblem(name);
    const key = name.toLowerCase();
    const next = phrase('choose another name');
    if (problem !== undefined) {
      yield { path, ...problem, next };
    } else if (isNode === undefined && path.at(-1) !== 'name' && nodes.has(key)) {
      yield {
        path,
        message: phrase('{name} is the name of a node', { name: quote(name) }),
        why: phrase('nodes have it in their /etc/hosts, which containers in host mode read too'),
        next,
      };
    } else if (known.has(key)) {
      const { who, network } = known.get(key)!;
      yield {
        path,
        message: phrase('{name} is {container} to everybody on the network {network}', {
          name: quote(name),
          container: who,
          network,
        }),
        why: phrase('an engine also answers a name with the name of its network after a dot'),
        next,
      };
    }
  }
}

function given({ nodes, containers, services }: Draft): Given[] {
  return [
    ...nodes.map(({ value, path }) => ({
      name: value.name,
      path: [...path, 'name'],
      isNode: true as const,
    })),
    ...[...containers, ...services].map(({ value, path }) => ({
      name: value.name,
      path: [...path, 'name'],
    })),
    ...containers.flatMap(({ value, path, attachments }) => [
      ...attachments.flatMap(({ value: { aliases = [] }, path: place }) =>
        aliases.map((name, index) => ({ name, path: [...place, 'aliases', index] })),
      ),
      ...(value.links ?? []).flatMap(({ alias }, index) =>
        alias === undefined ? [] : [{ name: alias, path: [...path, 'links', index, 'alias'] }],
      ),
    ]),
  ];
}

/** `NAME.NETWORK` in small letters, of every name on every network. */
function byNetwork({ containers, services }: Draft) {
  const known = new Map<string, { readonly who: string; readonly network: string }>();
  const add = (who: string, network: string, names: readonly string[]): void => {
    for (const name of names) known.set(`${name}.${network}`.toLowerCase(), { who, network });
  };
  for (const { value, attachments } of containers) {
    for (const { value: attachment } of attachments) {
      const { network, aliases = [] } = attachment;
      add(value.name, network, [value.name, ...aliases]);
    }
  }
  for (const { value, attachments } of services) {
    for (const { value: attachment } of attachments)
      add(value.name, attachment.network, [value.name, tasksName(value.name)]);
  }
  return known;
}
