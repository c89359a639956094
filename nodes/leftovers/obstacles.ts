import { overlap, parseCidr } from '../../model/addresses';
import {
  DEFAULT_BRIDGE,
  GATEWAY_BRIDGE,
  INGRESS,
  type Lab,
  type PublishedPort,
} from '../../model/lab';
import { LABELS } from '../containers/names';
import type { Known } from './known';
import type { Leftover, Obstacle } from './leftover';
import type { FoundContainer } from './objects';
import { isMade, type Place } from './sort';

/** Networks that an engine has by itself. */
const PREDEFINED: readonly string[] = [DEFAULT_BRIDGE, 'host', 'none', GATEWAY_BRIDGE, INGRESS];

/** What is not the lab's and stands where an apply would put something, or holds what it would remove. */
export function obstaclesOn(
  place: Place,
  lab: Lab,
  known: Known,
  leftovers: readonly Leftover[],
): Obstacle[] {
  const isOurs = (one: { readonly id: string; readonly name: string; readonly labels: Labels }) =>
    known.ids.has(one.id) || isMade(one, lab);
  const { containers, networks, services } = place.objects;
  const foreign = containers.filter(
    (one) => !isOurs(one) && one.labels[TASK_SERVICE] === undefined,
  );
  return [
    ...takenNames(place, lab, {
      containers: foreign,
      networks: networks.filter((one) => !isOurs(one)),
      services: services.filter((one) => !isOurs(one)),
    }),
    ...takenPorts(place, lab, foreign),
    ...takenSubnets(place, lab, isOurs),
    ...heldNetworks(place, lab, { known, leftovers, foreign }),
  ];
}

type Labels = Readonly<Record<string, string>>;

const TASK_SERVICE = 'com.docker.swarm.service.id';

const ownerOf = (labels: Labels): string => {
  const lab = labels[LABELS.lab];
  if (lab !== undefined) return `the lab ${lab}`;
  const project = labels['com.docker.compose.project'];
  return project === undefined ? 'nobody of this lab' : `the compose project ${project}`;
};

type Named = { readonly name: string; readonly labels: Labels };
type Foreign = Readonly<Record<'containers' | 'networks' | 'services', readonly Named[]>>;

function takenNames({ node, dockerHost }: Place, lab: Lab, foreign: Foreign): Obstacle[] {
  const isManager = node === lab.swarm[0];
  const taken = (
    what: string,
    remove: string,
    wanted: readonly { readonly name: string }[],
    found: readonly Named[],
  ): Obstacle[] =>
    found
      .filter(({ name }) => wanted.some((one) => one.name === name))
      .map(({ name, labels }) => ({
        node,
        what: `${what} ${name}`,
        owner: ownerOf(labels),
        why: `the lab's own ${what} needs that name`,
        next: `docker --host ${dockerHost} ${remove} ${name}`,
      }));
  const here = <T extends { readonly node: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.node === node);
  const own = lab.containers.filter(({ service }) => service === undefined);
  const networks = [...here(lab.networks), ...(isManager ? lab.overlays : [])];
  return [
    ...taken('container', 'rm --force', here(own), foreign.containers),
    ...taken('network', 'network rm', networks, foreign.networks),
    ...taken('service', 'service rm', isManager ? lab.services : [], foreign.services),
  ];
}

function takenPorts(
  { node, dockerHost }: Place,
  lab: Lab,
  foreign: readonly FoundContainer[],
): Obstacle[] {
  const wanted = lab.containers.filter((one) => one.node === node);
  return foreign.flatMap(({ name, labels, ports }) =>
    wanted.flatMap((container) => {
      const clash = container.ports.find((port) => ports.some((other) => collide(port, other)));
      if (clash === undefined) return [];
      return [
        {
          node,
          what: `container ${name}`,
          owner: ownerOf(labels),
          why: `it publishes port ${clash.published}/${clash.protocol}, which ${container.name} needs`,
          next: `docker --host ${dockerHost} stop ${name}`,
        },
      ];
    }),
  );
}

const collide = (
  { ip, published, protocol }: PublishedPort,
  other: FoundContainer['ports'][number],
): boolean =>
  published === other.port &&
  protocol === other.protocol &&
  (ip === other.ip || (ip === ANY && !other.ip.includes(':')) || other.ip === ANY);

const ANY = '0.0.0.0';

function takenSubnets(
  { node, dockerHost, objects }: Place,
  lab: Lab,
  isOurs: (one: Place['objects']['networks'][number]) => boolean,
): Obstacle[] {
  const wanted = lab.networks.filter((one) => one.node === node && one.subnet !== undefined);
  const foreign = objects.networks.filter((one) => one.scope === 'local' && !isOurs(one));
  return foreign.flatMap((network) =>
    wanted
      .filter(({ name, subnet = '' }) => name !== network.name && meets(subnet, network.subnets))
      .map(({ name, subnet }) => ({
        node,
        what: `network ${network.name}`,
        owner: PREDEFINED.includes(network.name) ? 'the engine itself' : ownerOf(network.labels),
        why: `it has ${network.subnets.join(', ')}, which overlaps ${subnet} of ${name}`,
        next: PREDEFINED.includes(network.name)
          ? `give ${name} another subnet in the topology`
          : `docker --host ${dockerHost} network rm ${network.name}`,
      })),
  );
}

function meets(subnet: string, others: readonly string[]): boolean {
  const range = parseCidr(subnet);
  if (range === undefined) return false;
  return others.some((other) => {
    const found = parseCidr(other);
    return found !== undefined && overlap(range, found);
  });
}

interface Held {
  readonly known: Known;
  readonly leftovers: readonly Leftover[];
  readonly foreign: readonly FoundContainer[];
}

/** Networks that go, with a container on them that is not the lab's. */
function heldNetworks(
  { node, dockerHost, objects }: Place,
  lab: Lab,
  { known, leftovers, foreign }: Held,
): Obstacle[] {
  const declared = [...lab.networks.filter((one) => one.node === node), ...lab.overlays];
  const going = objects.networks.filter(
    ({ id, name }) =>
      leftovers.some((one) => one.kind === 'network' && one.id === id) ||
      (known.networks.has(id) && !declared.some((one) => one.name === name)),
  );
  return going.flatMap((network) =>
    foreign
      .filter(({ networks }) => networks.some((on) => on === network.id || on === network.name))
      .map(({ name, labels }) => ({
        node,
        what: `container ${name}`,
        owner: ownerOf(labels),
        why: `it is on the network ${network.name}, which is to be removed`,
        next: `docker --host ${dockerHost} network disconnect --force ${network.name} ${name}`,
      })),
  );
}
