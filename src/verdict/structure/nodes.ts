import type { Lab } from '../../topology/lab';
import type { StructureVerdict } from '../result';
import type { NodeState, States } from '../../observe/state';
import { judge } from './judge';
import { set } from './repair';
import { phrase, verbatim } from '../../text/text';

/** Each node's engine answers, and the node has its address and passes packets on. */
export const nodes = (lab: Lab, states: States): StructureVerdict[] =>
  lab.nodes.flatMap((node): StructureVerdict[] => {
    const { chapter, name } = node;
    const state = states.get(name);
    const engine = {
      chapter,
      to: name,
      statement: { kind: 'node-answers', node: name },
      wanted: [{ fact: 'answer' }],
    } as const;
    if (state === undefined || state.problem !== undefined) {
      return [
        {
          ...judge({ ...engine, found: [] }),
          status: 'error',
          detail: state?.problem ?? phrase('never asked'),
          hint: phrase('./lab doctor, then ./lab nodes up'),
        },
      ];
    }
    const addresses = state.interfaces.flatMap(({ addresses: own }) =>
      own.map(({ address }) => address),
    );
    const hasAddress = addresses.includes(node.address);
    return [
      judge({ ...engine, found: [{ fact: 'answer' }] }),
      judge({
        chapter,
        to: name,
        statement: { kind: 'node-address', node: name, address: node.address },
        wanted: [node.address],
        found: hasAddress ? [node.address] : addresses,
        ...(isUnplugged(state)
          ? { hint: verbatim('./lab nodes up'), mend: { kind: 'nodes-up' } as const }
          : { hint: phrase('./lab nodes down, then ./lab nodes up') }),
      }),
      judge({
        chapter,
        to: name,
        statement: { kind: 'node-forwards', node: name },
        wanted: ['net.ipv4.ip_forward = 1'],
        found: [`net.ipv4.ip_forward = ${state.forwarding ? 1 : 0}`],
        command: `./lab exec ${name} -- sysctl net.ipv4.ip_forward`,
        ...set(lab, phrase('forwarding was switched off'), name, [
          'sysctl',
          '-w',
          'net.ipv4.ip_forward=1',
        ]),
      }),
    ];
  });

/** True for a node that has no interface but those of its own networks: it was taken off the nodes' network. */
const isUnplugged = ({ interfaces, networks }: NodeState): boolean =>
  interfaces.every(
    ({ name, master }) =>
      name === 'lo' || master !== undefined || networks.some(({ bridge }) => bridge === name),
  );
