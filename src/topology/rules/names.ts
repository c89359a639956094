import { OUTSIDE } from '../edge';
import { REPLICAS } from '../formats';
import { RESERVED_NETWORKS, tasksName } from '../lab';
import { quote, type Finding, type Path } from '../problems';
import { replicaName } from '../replicas';
import { networkKey, type Draft, type ServiceItem } from './draft';
import { type Text, phrase } from '../../text/text';

/** Names that Docker or the lab already gives away, and names given twice. */
export function* names(draft: Draft): Iterable<Finding> {
  yield* twice(
    draft.chapters.map(({ value, path }) => ({ path: [...path, 'id'], name: value.id })),
    phrase('chapter'),
    phrase('resources name their chapter by its id'),
  );
  yield* endpoints(draft);
  yield* networks(draft);
  yield* namespaces(draft);
}

interface Named {
  readonly path: Path;
  readonly name: string;
  /** What must be unique, where it is not the name itself. */
  readonly key?: string;
}

function* twice(all: readonly Named[], kind: Text, why: Text): Iterable<Finding> {
  const seen = new Set<string>();
  for (const { path, name, key = name } of all) {
    if (seen.has(key)) {
      const message = phrase('{kind} {name} is declared twice', { kind, name: quote(name) });
      yield { path, message, why, next: phrase('rename one of them') };
    }
    seen.add(key);
  }
}

function* endpoints({ nodes, containers, services }: Draft): Iterable<Finding> {
  const all = [
    ...[...nodes, ...containers, ...services].map(({ value, path }) => ({
      path: [...path, 'name'],
      name: value.name,
      key: value.name.toLowerCase(),
    })),
    ...distinct(services).flatMap(namesOfReplicas),
  ];
  for (const { path, name, key } of all) {
    if (key === OUTSIDE) {
      yield {
        path,
        message: phrase('the name {name} is reserved', { name: quote(name) }),
        why: phrase('"{name}" is the machine that runs the lab', { name: OUTSIDE }),
        next: phrase('choose another name'),
      };
    }
  }
  yield* twice(
    all,
    phrase('endpoint'),
    phrase(
      'nodes, containers, services and their replicas are endpoints of edges, which are told apart by name, as DNS does without regard to case',
    ),
  );
}

/** Of services with one name the first: that they share those of their replicas as well need not be said. */
const distinct = (services: readonly ServiceItem[]): ServiceItem[] => {
  const names = services.map(({ value }) => value.name.toLowerCase());
  return services.filter((_, index) => names.indexOf(names[index]!) === index);
};

const namesOfReplicas = ({ value, path }: ServiceItem): Named[] => {
  const replicas = REPLICAS.fits(value.replicas ?? 1) ? (value.replicas ?? 1) : 0;
  const slots = Array.from({ length: replicas }, (_, index) => replicaName(value.name, index + 1));
  return [tasksName(value.name), ...slots].map((name) => ({
    path: [...path, 'name'],
    name,
    key: name.toLowerCase(),
  }));
};

function* networks({ networks: bridges, lans, overlays }: Draft): Iterable<Finding> {
  const all = [...bridges, ...lans];
  for (const { value, path } of [...all, ...overlays]) {
    if (RESERVED_NETWORKS.has(value.name)) {
      yield {
        path: [...path, 'name'],
        message: phrase('the network name {name} is reserved', { name: quote(value.name) }),
        why: phrase('Docker itself uses it on every node'),
        next:
          value.name === 'bridge'
            ? phrase('leave the network out: the default bridge is always there')
            : phrase('choose another name'),
      };
    }
  }
  yield* twice(
    all.map(({ value, path }) => ({
      path: [...path, 'name'],
      name: value.name,
      key: networkKey(value.node, value.name),
    })),
    phrase('network'),
    phrase('containers name their network by its name on their node'),
  );
}

function* namespaces({ pairs }: Draft): Iterable<Finding> {
  const ends = pairs.flatMap(({ value, path }) =>
    value.ends.map((end, index) => ({ node: value.node, end, path: [...path, 'ends', index] })),
  );
  yield* twice(
    ends.map(({ end, path }) => ({ path: [...path, 'name'], name: end.name })),
    phrase('namespace'),
    phrase('a namespace is an endpoint of edges, netns:NAME, whatever node it is on'),
  );
  yield* twice(
    ends.map(({ node, end, path }) => ({
      path: [...path, 'interface'],
      name: end.interface,
      key: `${node}/${end.interface}`,
    })),
    phrase('interface'),
    phrase('both ends of a pair are made on the node before they move into their namespaces'),
  );
}
