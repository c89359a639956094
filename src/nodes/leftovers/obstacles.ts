import { overlap, parseCidr } from '../../topology/addresses';
import {
  DEFAULT_BRIDGE,
  GATEWAY_BRIDGE,
  INGRESS,
  type Lab,
  type PublishedPort,
} from '../../topology/lab';
import { LABELS } from '../containers/names';
import type { Known } from './known';
import type { Leftover, Obstacle } from './leftover';
import type { FoundContainer } from './objects';
import { isMade, type Place } from './sort';
import { type Text, phrase, verbatim } from '../../text/text';

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

const ownerOf = (labels: Labels): Text => {
  const lab = labels[LABELS.lab];
  if (lab !== undefined) return phrase('the lab {name}', { name: lab });
  const project = labels['com.docker.compose.project'];
  return project === undefined
    ? phrase('nobody of this lab')
    : phrase('the compose project {name}', { name: project });
};

type Named = { readonly name: string; readonly labels: Labels };
type Foreign = Readonly<Record<'containers' | 'networks' | 'services', readonly Named[]>>;

const KINDS = {
  container: 'container {name}',
  network: 'network {name}',
  service: 'service {name}',
} as const;
type Kind = keyof typeof KINDS;

function takenNames({ node, dockerHost }: Place, lab: Lab, foreign: Foreign): Obstacle[] {
  const isManager = node === lab.swarm[0];
  const taken = (
    kind: Kind,
    remove: string,
    wanted: readonly { readonly name: string }[],
    found: readonly Named[],
  ): Obstacle[] =>
    found
      .filter(({ name }) => wanted.some((one) => one.name === name))
      .map(({ name, labels }) => ({
        node,
        what: phrase(KINDS[kind], { name }),
        owner: ownerOf(labels),
        why: phrase("the lab's own {what} needs that name", { what: phrase(kind) }),
        next: verbatim(`docker --host ${dockerHost} ${remove} ${name}`),
      }));
  const here = <T extends { readonly node: string }>(all: readonly T[]): T[] =>
    all.filter((one) => one.node === node);
  const own = lab.containers.filter(({ service }) => service === undefined);
  const networks = [
    ...here([...lab.networks, ...(lab.lans ?? [])]),
    ...(isManager ? lab.overlays : []),
  ];
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
          what: phrase('container {name}', { name }),
          owner: ownerOf(labels),
          why: phrase('it publishes port {port}/{protocol}, which {name} needs', {
            port: clash.published,
            protocol: clash.protocol,
            name: container.name,
          }),
          next: verbatim(`docker --host ${dockerHost} stop ${name}`),
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
        what: phrase('network {name}', { name: network.name }),
        owner: PREDEFINED.includes(network.name)
          ? phrase('the engine itself')
          : ownerOf(network.labels),
        why: phrase('it has {subnets}, which overlaps {subnet} of {name}', {
          subnets: network.subnets,
          subnet: subnet ?? '',
          name,
        }),
        next: PREDEFINED.includes(network.name)
          ? phrase('give {name} another subnet in the topology', { name })
          : verbatim(`docker --host ${dockerHost} network rm ${network.name}`),
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
  const declared = [
    ...[...lab.networks, ...(lab.lans ?? [])].filter((one) => one.node === node),
    ...lab.overlays,
  ];
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
        what: phrase('container {name}', { name }),
        owner: ownerOf(labels),
        why: phrase('it is on the network {name}, which is to be removed', { name: network.name }),
        next: verbatim(
          `docker --host ${dockerHost} network disconnect --force ${network.name} ${name}`,
        ),
      })),
  );
}
