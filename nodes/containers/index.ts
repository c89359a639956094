import type { Backend } from '../backend';
import { down } from './down';
import { findContainers } from './inspect';
import { LABELS } from './names';
import { up } from './up';

/** Each node is a container of the machine's engine that runs its own dockerd. */
export const containers: Backend = {
  up,
  down,
  async status({ lab, root, run }) {
    const names = lab.nodes.map(({ name }) => name);
    const found = await findContainers(run, names);
    return names.map((name) => {
      const node = found.get(name);
      if (node === undefined || node.labels[LABELS.checkout] !== root) {
        return { name, state: 'absent', detail: 'not made: ./lab nodes up' };
      }
      return node.running
        ? { name, state: 'up', detail: 'container runs' }
        : { name, state: 'down', detail: 'container is stopped: ./lab nodes up' };
    });
  },
};
