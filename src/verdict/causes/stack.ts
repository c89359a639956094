import { portOf } from '../../topology/edge';
import type { Container, Lab, Listener } from '../../topology/lab';
import { behindOf, passedOn } from '../../predict/prediction';
import { isEdge, type Verdict } from '../result';
import type { Listening } from '../../platform/listening';
import { containerOf, type States } from '../../observe/state';

/** The sockets of the network stack that a container's programs listen in; undefined where they were not read. */
export function listeningOf(
  states: States,
  { networking, node, name }: Container,
): readonly Listening[] | undefined {
  const state = states.get(node);
  if (networking.mode === 'host') return state?.sockets?.listening;
  const owner = networking.mode === 'container' ? networking.container : name;
  const container = containerOf(state, owner);
  return container?.status === 'running' ? container.inside?.sockets?.listening : undefined;
}

/** Who answers an edge that asks for a port, and at which of its own ports. */
export function askedOf(
  lab: Lab,
  verdict: Verdict,
):
  | {
      readonly container: Container;
      readonly port: number;
      readonly protocol: Listener['protocol'];
    }
  | undefined {
  if (!isEdge(verdict)) return undefined;
  const { edge, prediction } = verdict;
  const asked = portOf(edge.target);
  if (asked === undefined) return undefined;
  const [first = verdict.to] = edge.target.kind === 'node-port' ? behindOf(prediction) : [];
  const container = lab.containers.find(({ name }) => name === first);
  if (container === undefined) return undefined;
  return { container, port: passedOn(prediction)?.target ?? asked.port, protocol: asked.protocol };
}

/** Whose programs answer at a port: the container's own, and those of who shares its stack. */
export const declares = (
  lab: Lab,
  container: Container,
  port: number,
  protocol: Listener['protocol'],
): boolean =>
  lab.containers.some(
    (one) =>
      (one.name === container.name ||
        (one.networking.mode === 'container' && one.networking.container === container.name)) &&
      one.listens.some((listener) => listener.port === port && listener.protocol === protocol),
  );
