import { sorted, type StatedValue } from '../../edges/statement-value';
import { LAB_LABEL, type Lab, type Service } from '../../topology/lab';
import type { StructureVerdict } from '../result';
import type { NodeState, ServiceState, States } from '../../observe/state';
import { judge } from './judge';
import { deploy, DEPLOY } from './repair';
import { phrase } from '../../text/text';

/** The swarm runs the declared services, as they are declared, and of each as many replicas as are wanted. */
export function services(lab: Lab, states: States): StructureVerdict[] {
  const manager = states.get(lab.swarm[0] ?? '');
  const found = manager?.swarm?.services;
  if (manager === undefined || manager.problem !== undefined || found === undefined) return [];
  return lab.services.flatMap((service) => declared(lab, service, manager, found));
}

function declared(
  lab: Lab,
  service: Service,
  { node, networks }: NodeState,
  all: readonly ServiceState[],
): StructureVerdict[] {
  const { chapter, name } = service;
  const real = all.find((one) => one.name === name);
  const about = {
    chapter,
    to: name,
    command: `./lab exec ${node} -- docker service inspect ${name}`,
  };
  const there = judge({
    ...about,
    statement: { kind: 'service-runs', service: name },
    wanted: [{ fact: 'service' }],
    found: [{ fact: real === undefined ? 'no-such-service' : 'service' }],
    ...deploy(lab, phrase('{name} is gone', { name })),
  });
  if (real === undefined) return [there];
  const named = (id: string): string => networks.find((one) => one.id === id)?.name ?? id;
  return [
    there,
    judge({
      ...about,
      statement: { kind: 'service-declared', service: name },
      wanted: shape({
        lab: lab.name,
        image: service.image,
        replicas: service.replicas,
        mode: service.endpointMode,
        networks: service.networks.map(({ network }) => network),
        ports: service.ports.map(
          ({ published, target, protocol }) => `*:${published}->${target}/${protocol}`,
        ),
      }),
      found: shape({
        lab: real.labels[LAB_LABEL] ?? '',
        image: real.image,
        replicas: real.replicas,
        mode: real.endpointMode,
        networks: real.networks.map(named),
        ports: real.ports,
      }),
      ...(real.labels[LAB_LABEL] === lab.name
        ? deploy(lab, phrase('somebody changed it by hand'))
        : {
            hint: phrase(
              'another {name} was made in its place: remove it by hand, then {command}',
              { name, command: DEPLOY },
            ),
          }),
    }),
  ];
}

/** A registry may have been asked which content the tag means, and a person may say so beside the tag. */
const tagged = (image: string): string => image.replace(/(:[^/@]+)@.*/, '$1');

interface Shape {
  readonly lab: string;
  readonly image: string;
  readonly replicas: number | undefined;
  readonly mode: string;
  readonly networks: readonly string[];
  readonly ports: readonly string[];
}

const shape = ({ lab, image, replicas, mode, networks, ports }: Shape): StatedValue => [
  `label ${LAB_LABEL}=${lab}`,
  `image ${tagged(image)}`,
  { fact: 'replicas', ...(replicas === undefined ? {} : { count: replicas }) },
  { fact: 'endpoint-mode', mode },
  ...sorted(networks.map((network) => `network ${network}`)),
  ...sorted(ports.map((port) => `port ${port}`)),
];
