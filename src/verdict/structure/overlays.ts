import { sorted } from '../../edges/statement-value';
import { LAB_LABEL, type Lab, type Overlay } from '../../topology/lab';
import type { StructureVerdict } from '../result';
import type { NetworkState, NodeState, States } from '../../observe/state';
import { judge } from './judge';
import { about, exists, foundOf, wantedOf } from './network-statements';
import { deploy, DEPLOY, replaceResource } from './repair';
import { phrase } from '../../text/text';

/**
 * The swarm has the declared overlay networks, as they are declared. The manager is asked: a worker knows those that a
 * container of its own is on.
 */
export function overlays(lab: Lab, states: States): StructureVerdict[] {
  const manager = states.get(lab.swarm[0] ?? '');
  if (manager === undefined || manager.problem !== undefined) return [];
  return lab.overlays.flatMap((overlay) => declared(lab, overlay, manager));
}

function declared(
  lab: Lab,
  overlay: Overlay,
  { node, networks, swarm }: NodeState,
): StructureVerdict[] {
  const { chapter, name } = overlay;
  const real = networks.find((network) => network.name === name);
  const said = about(chapter, name, node);
  const there = exists(
    said,
    undefined,
    real,
    swarm === undefined
      ? {
          hint: phrase('it went with the swarm: ./lab nodes up, then {command}', {
            command: DEPLOY,
          }),
        }
      : deploy(lab, phrase('{name} is gone', { name })),
  );
  if (real === undefined) return [there];
  const mend =
    real.labels[LAB_LABEL] === lab.name
      ? replaceResource(lab, phrase('somebody made it anew by hand'), `docker_network.${name}`)
      : {
          hint: phrase('somebody made it anew by hand: remove it and run {command}', {
            command: DEPLOY,
          }),
        };
  return [
    there,
    judge({
      ...said,
      statement: { kind: 'network-declared', network: name },
      wanted: sorted(wanted(lab, overlay)),
      found: sorted(found(overlay, real)),
      ...mend,
    }),
  ];
}

const wanted = (lab: Lab, overlay: Overlay): string[] => [
  `driver ${overlay.driver}`,
  'attachable true',
  `internal ${overlay.internal}`,
  `encrypted ${overlay.encrypted}`,
  ...wantedOf(lab.name, overlay),
];

const found = (overlay: Overlay, real: NetworkState): string[] => [
  `driver ${real.driver}`,
  `attachable ${real.attachable}`,
  `internal ${real.internal}`,
  `encrypted ${(real.options['encrypted'] ?? 'false') !== 'false'}`,
  ...foundOf(overlay, real),
];
