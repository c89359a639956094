import { LabError } from '../../platform/errors';
import type { Backend, NodeStatus } from '../backend';
import { down } from './down';
import { findContainers, type FoundContainer } from './inspect';
import { LABELS, networkName } from './names';
import { up } from './up';
import { phrase } from '../../text/text';

/** Each node is a container of the machine's engine that runs its own dockerd. */
export const containers: Backend = {
  up,
  down,
  async status({ lab, root, run }) {
    const names = lab.nodes.map(({ name }) => name);
    const found = await findContainers(run, names).catch((error: unknown) => {
      if (error instanceof LabError) return undefined;
      throw error;
    });
    return names.map((name) => {
      if (found === undefined) {
        const detail = phrase("this machine's Docker engine does not answer: ./lab doctor");
        return { name, state: 'unreachable', detail };
      }
      const node = found.get(name);
      return node === undefined || node.labels[LABELS.checkout] !== root
        ? { name, state: 'absent', detail: phrase('not made: ./lab nodes up') }
        : { name, ...stateOf(node, networkName(lab)) };
    });
  },
};

function stateOf(
  { running, paused, networks }: FoundContainer,
  network: string,
): Pick<NodeStatus, 'state' | 'detail'> {
  if (!running) return { state: 'down', detail: phrase('container is stopped: ./lab nodes up') };
  if (paused)
    return { state: 'unreachable', detail: phrase('container is paused: ./lab nodes up') };
  if (!networks.includes(network)) {
    return {
      state: 'unreachable',
      detail: phrase("it is not on the nodes' network: ./lab nodes up"),
    };
  }
  return { state: 'up', detail: phrase('container runs') };
}
