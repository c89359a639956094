import type { Lab, Service } from '../../model/lab';
import type { StructureVerdict } from '../result';
import { LAB_LABEL, type NodeState, type ServiceState, type States } from '../state';
import { judge, listed } from './judge';
import { deploy, DEPLOY } from './repair';

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
    claim: { kind: 'service-runs', service: name },
    expected: 'a service',
    measured: real === undefined ? 'no such service' : 'a service',
    ...deploy(lab, `${name} is gone`),
  });
  if (real === undefined) return [there];
  const named = (id: string): string => networks.find((one) => one.id === id)?.name ?? id;
  return [
    there,
    judge({
      ...about,
      claim: { kind: 'service-declared', service: name },
      expected: listed(wanted(lab, service)),
      measured: listed([
        `label ${LAB_LABEL}=${real.labels[LAB_LABEL] ?? ''}`,
        `image ${tagged(real.image)}`,
        `replicas ${real.replicas ?? 'on every node'}`,
        `endpoint mode ${real.endpointMode}`,
        ...real.networks.map((id) => `network ${named(id)}`),
        ...real.ports.map((port) => `port ${port}`),
      ]),
      ...(real.labels[LAB_LABEL] === lab.name
        ? deploy(lab, 'somebody changed it by hand')
        : { hint: `another ${name} was made in its place: remove it by hand, then ${DEPLOY}` }),
    }),
  ];
}

/** A registry may have been asked which content the tag means, and a person may say so beside the tag. */
const tagged = (image: string): string => image.replace(/(:[^/@]+)@.*/, '$1');

const wanted = (lab: Lab, service: Service): string[] => [
  `label ${LAB_LABEL}=${lab.name}`,
  `image ${tagged(service.image)}`,
  `replicas ${service.replicas}`,
  `endpoint mode ${service.endpointMode}`,
  ...service.networks.map(({ network }) => `network ${network}`),
  ...service.ports.map(
    ({ published, target, protocol }) => `port *:${published}->${target}/${protocol}`,
  ),
];
