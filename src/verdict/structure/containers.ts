import type { Fact } from '../../edges/statement-value';
import { LAB_LABEL, type Container, type Lab } from '../../topology/lab';
import { mending } from '../mend';
import type { StructureVerdict } from '../result';
import { containerOf, type ContainerState, type NodeState, type States } from '../../observe/state';
import { judge } from './judge';
import { running } from './pairs';
import { deploy, DEPLOY } from './repair';
import { type Text, phrase } from '../../text/text';

/** Each declared container runs, and it is the lab's own and no other of the same name. */
export const containers = (lab: Lab, states: States): StructureVerdict[] => [
  ...lab.containers.flatMap((container) => {
    const state = states.get(container.node);
    return state === undefined || state.problem !== undefined
      ? []
      : [isRunning(lab, container, state)];
  }),
  ...running(lab, states).map(({ container: { chapter, name, node }, real }) =>
    judge({
      chapter,
      to: name,
      statement: { kind: 'labelled', container: name },
      wanted: [`label ${LAB_LABEL}=${lab.name}`],
      found: [
        real.labels[LAB_LABEL] === undefined
          ? { fact: 'no-such-label' }
          : `label ${LAB_LABEL}=${real.labels[LAB_LABEL]}`,
      ],
      command: `./lab exec ${node} -- docker inspect ${real.fullName ?? name}`,
      hint: phrase('another {a} was started in its place: remove it by hand, then {command}', {
        a: name,
        command: DEPLOY,
      }),
    }),
  ),
];

function isRunning(lab: Lab, container: Container, state: NodeState): StructureVerdict {
  const { chapter, name, node, service } = container;
  const real = containerOf(state, name);
  const called = real?.fullName ?? name;
  return judge({
    chapter,
    to: name,
    statement: { kind: 'running', container: name },
    wanted: [RUNNING],
    found: [statusOf(real)],
    command:
      service === undefined
        ? `./lab exec ${node} -- docker ps --all --filter name=${name}`
        : `./lab exec ${lab.swarm[0]} -- docker service ps ${service}`,
    ...(real?.status === 'paused'
      ? mending(lab, phrase('{name} is paused', { name }), {
          kind: 'container',
          verb: 'unpause',
          node,
          container: called,
        })
      : real?.status === 'restarting'
        ? { hint: endsAgain(node, called) }
        : deploy(
            lab,
            phrase(real === undefined ? '{name} is gone' : '{name} is not running', { name }),
          )),
  });
}

/** What to read where a container ends by itself: only its own words tell why. */
export const endsAgain = (node: string, called: string): Text =>
  phrase('it ends again and again: {command}', {
    command: `./lab exec ${node} -- docker logs ${called}`,
  });

/** How a container is that runs. */
export const RUNNING: Fact = { fact: 'status', status: 'running' };

/** Docker's own word, and the exit code where it has ended. */
export function statusOf(real: ContainerState | undefined): Fact {
  if (real === undefined) return { fact: 'no-such-container' };
  return real.status === 'exited'
    ? { fact: 'exited', code: real.exitCode }
    : { fact: 'status', status: real.status };
}
