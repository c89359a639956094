import { sorted } from '../../edges/statement-value';
import { DEFAULT_BRIDGE, type Lab } from '../../topology/lab';
import { mending } from '../mend';
import type { StructureVerdict } from '../result';
import type { NetworkState, NodeState, States } from '../../observe/state';
import { judge } from './judge';
import { examined } from './pairs';
import { phrase } from '../../text/text';

/**
 * `docker network inspect` lists the containers of the node that are attached, and on a network of the lab nobody else's. Other
 * people's containers may be on the default bridge, which is not the lab's. Whether the right ones are attached is
 * asked container by container.
 */
export const members = (lab: Lab, states: States): StructureVerdict[] =>
  examined(states).flatMap((state) =>
    state.networks.flatMap((network) => {
      const declared =
        [...lab.networks, ...(lab.lans ?? [])].find(
          ({ name, node }) => name === network.name && node === state.node,
        ) ??
        lab.overlays.find(({ name }) => name === network.name && lab.swarm.includes(state.node));
      const chapter = declared?.chapter ?? bridgeChapter(lab, state, network);
      return chapter === undefined ? [] : [listing(lab, state, network, chapter)];
    }),
  );

function listing(
  lab: Lab,
  state: NodeState,
  network: NetworkState,
  chapter: string,
): StructureVerdict {
  const ours = lab.containers.filter(({ node }) => node === state.node).map(({ name }) => name);
  // One that ends again and again is on the list at one moment and not at the next.
  const unsettled = state.containers
    .filter(({ status }) => status === 'restarting')
    .map(({ name }) => name);
  const attached = state.containers
    .filter(({ name, pid }) => ours.includes(name) && !unsettled.includes(name) && pid > 0)
    .filter(({ attachments }) => attachments.some(({ networkId }) => networkId === network.id))
    .map(({ name }) => name);
  const strangers =
    network.name === DEFAULT_BRIDGE
      ? []
      : network.containers.filter((name) => !ours.includes(name));
  const [stranger] = strangers;
  return judge({
    chapter,
    network: network.name,
    statement: { kind: 'network-members', network: network.name, node: state.node },
    wanted: sorted(attached),
    found: sorted([
      ...network.containers.filter((name) => ours.includes(name) && !unsettled.includes(name)),
      ...strangers,
    ]),
    command: `./lab exec ${state.node} -- docker network inspect ${network.name}`,
    ...(stranger === undefined
      ? {}
      : {
          to: stranger,
          ...mending(
            lab,
            phrase('{names} is on {network}, and nobody declared it', {
              names: strangers,
              network: network.name,
            }),
            {
              kind: 'command',
              on: state.node,
              argv: ['docker', 'network', 'disconnect', network.name, stranger],
              declared: false,
            },
          ),
        }),
  });
}

/** The chapter of the first container that is declared to be on the node's default bridge. */
const bridgeChapter = (
  lab: Lab,
  { node }: NodeState,
  { name }: NetworkState,
): string | undefined =>
  name !== DEFAULT_BRIDGE
    ? undefined
    : lab.containers.find(
        ({ node: own, networking }) =>
          own === node &&
          networking.mode === 'bridge' &&
          networking.attachments.some(({ network }) => network === DEFAULT_BRIDGE),
      )?.chapter;
