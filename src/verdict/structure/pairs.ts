import { INGRESS, type Container, type Lab } from '../../topology/lab';
import {
  containerOf,
  runs,
  type ContainerState,
  type Inside,
  type NodeState,
  type States,
} from '../../observe/state';

/** A declared container that runs, with what is really there. */
export interface Running {
  readonly container: Container;
  readonly real: ContainerState & { readonly inside: Inside };
  readonly state: NodeState;
}

/**
 * The declared containers that run on nodes that could be examined. What does not run is reported as that, once, and
 * not again by each check of its parts.
 */
export const running = (lab: Lab, states: States): Running[] =>
  lab.containers.flatMap((container) => {
    const state = states.get(container.node);
    const real = containerOf(state, container.name);
    if (state === undefined || state.problem !== undefined || !runs(real)) return [];
    return real.inside === undefined
      ? []
      : [{ container, real: { ...real, inside: real.inside }, state }];
  });

/** Networks that the swarm itself puts a container on: a replica whose service has ports. */
export const givenTo = ({ ingress }: Container): readonly string[] =>
  ingress === true ? [INGRESS] : [];

/** The nodes that could be examined. */
export const examined = (states: States): NodeState[] =>
  [...states.values()].filter(({ problem }) => problem === undefined);
