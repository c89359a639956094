import type { EndpointId } from '../../edge';
import type { Lab, Service } from '../../lab';
import { attachmentChanges } from './attachments';
import { token, type Difference } from './cause';
import { inertDifferences } from './inert';
import { listenerDifferences } from './listeners';
import { swarmNodes } from './overlays';
import { pairUp } from './pairs';
import { portDifferences } from './published';
import { counted, list, verb } from './words';

/** Services with their replicas, which are never told one by one. */
export function* serviceDifferences(before: Lab, after: Lab): Generator<Difference> {
  const services = pairUp(before.services, after.services, ({ name }) => name);
  for (const service of services.added) yield whole(after, service, 'new');
  for (const service of services.removed) yield whole(before, service, 'gone');
  for (const [old, now] of services.kept) yield* keptService(before, after, old, now);
}

function whole(lab: Lab, service: Service, word: string): Difference {
  const { name, replicas, networks } = service;
  const on = networks.map(({ network }) => network).join(', ');
  const place = `${counted(replicas, 'replica')} on ${on}`;
  return about([name, ...replicasIn(lab, name).keys()], {
    kind: 'endpoint',
    together: `service ${word} ${place}`,
    item: name,
    sentence: (items) =>
      `${verb(items, 'service', 'services')} ${list(items)} ${verb(items, 'is', 'are')} ${word} (${place})`,
  });
}

function* keptService(before: Lab, after: Lab, old: Service, now: Service): Generator<Difference> {
  const { name } = now;
  const [were, are] = [replicasIn(before, name), replicasIn(after, name)];
  const replicas = pairUp([...were.keys()], [...are.keys()], (id) => id);
  const stay = replicas.kept.map(([id]) => id);
  if (replicas.added.length + replicas.removed.length > 0) {
    yield told(name, `${old.replicas} -> ${counted(now.replicas, 'replica')}`, 'endpoint', [
      ...replicas.added,
      ...replicas.removed,
    ]);
  }
  if (old.endpointMode !== now.endpointMode) {
    yield told(name, `endpoint mode ${old.endpointMode} -> ${now.endpointMode}`, 'mode', [name]);
  }
  const moved = stay.filter((id) => were.get(id) !== are.get(id));
  if (moved.length > 0) yield spread(before, after, name, moved);
  const nodes = swarmNodes(before, after);
  const member = { name, ids: [name, ...stay] };
  yield* attachmentChanges({ before, after, nodes }, member, old.networks, now.networks);
  yield* portDifferences(old, now, nodes, ' through the routing mesh');
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
  const over = `over ${after.swarm.join(', ')} instead of ${before.swarm.join(', ')}`;
  return about(moved, {
    kind: 'mode',
    together: over,
    item: name,
    sentence: (items) => `the replicas of ${list(items)} are spread ${over}`,
  });
}

const told = (
  name: string,
  what: string,
  kind: Difference['kind'],
  ids: readonly EndpointId[],
): Difference =>
  about(ids, {
    kind,
    together: `service ${what}`,
    item: name,
    sentence: (items) => `${list(items)}: ${what}`,
  });

const about = (
  ids: readonly EndpointId[],
  difference: Omit<Difference, 'subjects' | 'tokens'>,
): Difference => ({ ...difference, subjects: ids, tokens: ids.map(token.endpoint) });
