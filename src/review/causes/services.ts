import type { EndpointId } from '../../topology/edge';
import type { Lab, Service } from '../../topology/lab';
import { attachmentChanges } from './attachments';
import { token, type Difference } from './cause';
import { inertDifferences } from './inert';
import { listenerDifferences } from './listeners';
import { swarmNodes } from './overlays';
import { pairUp } from './pairs';
import { portDifferences } from './published';
import { isOne, keyOf, list } from './words';
import { phrase } from '../../text/text';

/** Services with their replicas, which are never told one by one. */
export function* serviceDifferences(before: Lab, after: Lab): Generator<Difference> {
  const services = pairUp(before.services, after.services, ({ name }) => name);
  for (const service of services.added) yield whole(after, service, 'new');
  for (const service of services.removed) yield whole(before, service, 'gone');
  for (const [old, now] of services.kept) yield* keptService(before, after, old, now);
}

const WHOLE = {
  new: ['service {names} is new ({place})', 'services {names} are new ({place})'],
  gone: ['service {names} is gone ({place})', 'services {names} are gone ({place})'],
} as const;

function whole(lab: Lab, service: Service, word: keyof typeof WHOLE): Difference {
  const { name, replicas, networks } = service;
  const place = phrase(
    replicas === 1 ? '{count} replica on {networks}' : '{count} replicas on {networks}',
    { count: replicas, networks: networks.map(({ network }) => network) },
  );
  return about([name, ...replicasIn(lab, name).keys()], {
    kind: 'endpoint',
    together: keyOf(word, place),
    item: name,
    sentence: (items) => phrase(WHOLE[word][isOne(items) ? 0 : 1], { names: list(items), place }),
  });
}

function* keptService(before: Lab, after: Lab, old: Service, now: Service): Generator<Difference> {
  const { name } = now;
  const [were, are] = [replicasIn(before, name), replicasIn(after, name)];
  const replicas = pairUp([...were.keys()], [...are.keys()], (id) => id);
  const stay = replicas.kept.map(([id]) => id);
  if (replicas.added.length + replicas.removed.length > 0) {
    yield about([...replicas.added, ...replicas.removed], {
      kind: 'endpoint',
      together: `replicas ${old.replicas} ${now.replicas}`,
      item: name,
      sentence: (items) =>
        phrase(
          now.replicas === 1
            ? '{names}: {old} -> {now} replica'
            : '{names}: {old} -> {now} replicas',
          { names: list(items), old: old.replicas, now: now.replicas },
        ),
    });
  }
  if (old.endpointMode !== now.endpointMode) {
    yield about([name], {
      kind: 'mode',
      together: `mode ${old.endpointMode} ${now.endpointMode}`,
      item: name,
      sentence: (items) =>
        phrase('{names}: endpoint mode {old} -> {now}', {
          names: list(items),
          old: old.endpointMode,
          now: now.endpointMode,
        }),
    });
  }
  const moved = stay.filter((id) => were.get(id) !== are.get(id));
  if (moved.length > 0) yield spread(before, after, name, moved);
  const nodes = swarmNodes(before, after);
  const member = { name, ids: [name, ...stay] };
  yield* attachmentChanges({ before, after, nodes }, member, old.networks, now.networks);
  yield* portDifferences(old, now, nodes, 'mesh');
  yield* listenerDifferences(name, old.listens, now.listens, member.ids);
  yield* inertDifferences(old, now);
}

/** The nodes of a service's replicas, by name. */
const replicasIn = ({ containers }: Lab, service: string): Map<EndpointId, string> =>
  new Map(
    containers.filter((one) => one.service === service).map(({ name, node }) => [name, node]),
  );

/** Which replica is where is the swarm's choice: a topology tells its nodes only. */
function spread(before: Lab, after: Lab, name: string, moved: readonly EndpointId[]): Difference {
  return about(moved, {
    kind: 'mode',
    together: keyOf(after.swarm, before.swarm),
    item: name,
    sentence: (items) =>
      phrase('the replicas of {names} are spread over {now} instead of {old}', {
        names: list(items),
        now: after.swarm,
        old: before.swarm,
      }),
  });
}

const about = (
  ids: readonly EndpointId[],
  difference: Omit<Difference, 'subjects' | 'tokens'>,
): Difference => ({ ...difference, subjects: ids, tokens: ids.map(token.endpoint) });
