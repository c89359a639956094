import { DEFAULT_BRIDGE, tasksName } from '../lab';
import { quote, type Finding, type Path } from '../problems';
import { attachedKey, networkKey, type ContainerItem, type Draft, type ServiceItem } from './draft';
import { phrase } from '../../text/text';

/** A name by which a container can be asked for, and the place of an alias. */
interface Claim {
  readonly name: string;
  readonly container: string;
  readonly path?: Path;
}

type Known = Map<string, Claim>;

/**
 * A container's name as another one's alias, to somebody who asks: on one network, or on two networks that
 * one container is on, or by DNS and by a link.
 */
export function* aliases(draft: Draft): Iterable<Finding> {
  const claims = claimsByNetwork(draft);
  const reported = new Set<string>();
  const known = new Map<string, Known>();
  function* visible(networks: readonly string[]): Generator<Finding, Known> {
    const group = networks.join(' ');
    const before = known.get(group);
    if (before !== undefined) return before;
    const names: Known = new Map();
    known.set(group, names);
    const all = networks.flatMap((network) => claims.get(network) ?? []);
    // Names before aliases: where an alias is another's name, the alias is to blame.
    for (const claim of [...all.filter(isName), ...all.filter((c) => !isName(c))]) {
      yield* once(clash(names, claim), reported);
    }
    return names;
  }
  for (const container of draft.containers) {
    const names = yield* visible(userNetworks(draft, container));
    yield* once(links(container, names), reported);
  }
  // Its replicas ask, too.
  for (const service of draft.services) yield* visible(overlaysOf(service));
  for (const { value, attachments } of draft.containers) {
    for (const attachment of attachments) yield* own(value.name, attachment);
  }
}

const isName = ({ path }: Claim): boolean => path === undefined;

const userNetworks = (draft: Draft, { value, attachments }: ContainerItem): string[] =>
  [...new Set(attachments.map((item) => item.value.network))]
    .filter((network) => network !== DEFAULT_BRIDGE)
    .map((network) => attachedKey(draft, value.node, network))
    .sort();

const overlaysOf = ({ attachments }: ServiceItem): string[] =>
  [...new Set(attachments.map((item) => networkKey('', item.value.network)))].sort();

function claimsByNetwork(draft: Draft): ReadonlyMap<string, readonly Claim[]> {
  const claims = new Map<string, Claim[]>();
  for (const { value, attachments } of draft.containers) {
    for (const { value: attachment, path } of attachments) {
      const key = attachedKey(draft, value.node, attachment.network);
      const list = claims.get(key) ?? [];
      claims.set(key, list);
      list.push({ name: value.name, container: value.name });
      for (const [index, name] of (attachment.aliases ?? []).entries()) {
        list.push({ name, container: value.name, path: [...path, 'aliases', index] });
      }
    }
  }
  for (const { value, attachments } of draft.services) {
    for (const { value: attachment } of attachments) {
      const key = networkKey('', attachment.network);
      const own = [value.name, tasksName(value.name)].map((name) => ({
        name,
        container: value.name,
      }));
      claims.set(key, [...(claims.get(key) ?? []), ...own]);
    }
  }
  return claims;
}

function* clash(names: Known, claim: Claim): Iterable<Finding> {
  const key = claim.name.toLowerCase();
  const other = names.get(key);
  if (other === undefined) {
    names.set(key, claim);
    // One alias for several containers is meant so; a container's own name for another one is not.
  } else if (
    other.container !== claim.container &&
    claim.path !== undefined &&
    other.path === undefined
  ) {
    yield {
      path: claim.path,
      message: phrase('alias {alias} of {container} is also a name of {other}', {
        alias: quote(claim.name),
        container: claim.container,
        other: other.container,
      }),
      why: phrase('somebody who knows both could be answered by either'),
      next: phrase('choose another alias'),
    };
  }
}

function* links({ value, path }: ContainerItem, names: Known): Iterable<Finding> {
  for (const [index, link] of (value.links ?? []).entries()) {
    const alias = link.alias ?? link.container;
    const other = names.get(alias.toLowerCase());
    if (other === undefined || other.container === link.container) continue;
    yield {
      path: [...path, 'links', index],
      message: phrase('the link calls {target} {alias}, which is also a name of {other}', {
        target: link.container,
        alias: quote(alias),
        other: other.container,
      }),
      why: phrase('{container} knows the one by its link and the other by a network', {
        container: value.name,
      }),
      next: phrase('give the link another alias'),
    };
  }
}

function* own(container: string, attachment: ContainerItem['attachments'][number]) {
  const seen = new Set<string>([container.toLowerCase()]);
  for (const [index, alias] of (attachment.value.aliases ?? []).entries()) {
    const key = alias.toLowerCase();
    if (seen.has(key)) {
      yield {
        path: [...attachment.path, 'aliases', index],
        message: phrase('{container} has the name {alias} there already', {
          container,
          alias: quote(alias),
        }),
        why: phrase('a container is always known by its own name, and by an alias once'),
        next: phrase('leave the alias out'),
      };
    }
    seen.add(key);
  }
}

/** The same clash may be seen by several containers. */
function* once(findings: Iterable<Finding>, reported: Set<string>): Iterable<Finding> {
  for (const finding of findings) {
    const key = finding.path.join('.');
    if (!reported.has(key)) yield finding;
    reported.add(key);
  }
}
