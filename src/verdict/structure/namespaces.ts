import { namespaceId } from '../../topology/edge';
import type { Lab, Namespace } from '../../topology/lab';
import type { StructureVerdict } from '../result';
import type { NodeState, States } from '../../observe/state';
import { judge } from './judge';
import { replaceResource } from './repair';
import { phrase } from '../../text/text';

/** Both ends of each namespace pair are there, with their interface up and their address. */
export const namespaces = (lab: Lab, states: States): StructureVerdict[] =>
  lab.namespacePairs.flatMap(({ node, ends, chapter }) => {
    const state = states.get(node);
    return state === undefined || state.problem !== undefined
      ? []
      : ends.map((end) => whole(lab, end, state, chapter));
  });

function whole(
  lab: Lab,
  end: Namespace,
  { node, namespaces: real }: NodeState,
  chapter: string,
): StructureVerdict {
  const namespace = real.find(({ name }) => name === end.name);
  const iface = namespace?.interfaces.find(({ name }) => name === end.interface);
  const address = iface?.addresses.map((one) => `${one.address}/${one.prefix}`).join(' ');
  return judge({
    chapter,
    to: namespaceId(end.name),
    statement: { kind: 'namespace-interface', namespace: end.name, node, interface: end.interface },
    wanted: [`${end.address}/${end.prefix}`, { fact: 'up' }],
    found:
      namespace === undefined
        ? [{ fact: 'no-such-namespace' }]
        : iface === undefined
          ? [{ fact: 'no-such-interface' }]
          : [address || { fact: 'no-address' }, { fact: iface.up ? 'up' : 'down' }],
    command: `./lab exec ${namespaceId(end.name)} -- ip addr`,
    ...replaceResource(
      lab,
      phrase('it was changed by hand'),
      `terraform_data.namespace-pairs_${node}`,
    ),
  });
}
