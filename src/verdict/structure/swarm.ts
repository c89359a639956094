import type { StatedValue } from '../../edges/statement-value';
import type { Lab } from '../../topology/lab';
import { mending } from '../mend';
import type { StructureVerdict } from '../result';
import type { NodeState, States, SwarmState } from '../../observe/state';
import { judge } from './judge';
import { examined } from './pairs';
import { phrase } from '../../text/text';

/** The first of the lab's swarm manages it, and the others are ready in it. */
export function swarm(lab: Lab, states: States): StructureVerdict[] {
  const [first = ''] = lab.swarm;
  const known = examined(states).find(({ node }) => node === first)?.swarm?.nodes;
  return examined(states)
    .filter(({ node }) => lab.swarm.includes(node))
    .map((state) => {
      const manages = state.node === first;
      const node = lab.nodes.find(({ name }) => name === state.node);
      const ready: StatedValue = ['ready', 'active', { fact: 'at', address: node?.address ?? '' }];
      return judge({
        chapter: node?.chapter ?? '',
        to: state.node,
        statement: manages
          ? { kind: 'swarm-manager', node: first }
          : { kind: 'swarm-member', node: state.node, manager: first },
        wanted: manages ? [{ fact: 'manager' }, ...ready] : ready,
        found: manages ? manager(state) : worker(state, known),
        command: `./lab exec ${state.node} -- docker ${manages ? 'node ls' : 'info'}`,
        ...mending(lab, phrase('the swarm is not as declared'), { kind: 'nodes-up' }),
      });
    });
}

/** True where a node is out of the lab's swarm: nothing on it can be attached to an overlay. */
export const isOut = (lab: Lab, states: States, node: string): boolean =>
  swarm(lab, states).some(({ to, status }) => to === node && status === 'fail');

function manager({ swarm: own }: NodeState): StatedValue {
  if (own === undefined) return [{ fact: 'no-swarm' }];
  if (!own.manager) return [{ fact: 'worker' }];
  return own.nodes === undefined
    ? [{ fact: 'leaderless' }]
    : [{ fact: 'manager' }, ...entry(own, own.nodes)];
}

/** What the node says of itself, where the manager does not tell. */
function worker({ swarm: own }: NodeState, known: SwarmState['nodes']): StatedValue {
  if (own === undefined) return [{ fact: 'no-swarm' }];
  if (own.state !== 'active') return [own.state];
  return known === undefined
    ? ['ready', 'active', { fact: 'at', address: own.address }]
    : entry(own, known);
}

function entry({ id, address }: SwarmState, nodes: NonNullable<SwarmState['nodes']>): StatedValue {
  const listed = nodes.find((one) => one.id === id);
  return listed === undefined
    ? [{ fact: 'other-swarm' }]
    : [listed.status, listed.availability, { fact: 'at', address }];
}
