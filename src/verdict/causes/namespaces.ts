import { namespaceId, type EndpointId } from '../../topology/edge';
import type { Lab } from '../../topology/lab';
import {
  runs,
  type Firewall,
  type Interface,
  type Route,
  type Sockets,
  type States,
} from '../../observe/state';

/** A network namespace of the lab as it was seen afterwards, in full. */
export interface Seen {
  /** The endpoint that it is called by. */
  readonly endpoint: EndpointId;
  readonly node: string;
  readonly kind: 'node' | 'container' | 'netns';
  /** The words before a command that is to run in it, on its node. */
  readonly enter: readonly string[];
  readonly interfaces: readonly Interface[];
  readonly routes: readonly Route[];
  readonly firewall: Firewall;
  readonly sockets: Sockets;
}

/** The network namespaces of a lab's endpoints, each once; what shares one is not told again. */
export function namespacesOf(lab: Lab, states: States): Seen[] {
  return lab.nodes.flatMap(({ name: node }): Seen[] => {
    const state = states.get(node);
    if (state?.sockets === undefined) return [];
    const seen = new Set([state.namespace]);
    return [
      { ...state, endpoint: node, kind: 'node', enter: [], sockets: state.sockets },
      ...state.containers.flatMap((container): Seen[] => {
        const { name, pid, inside } = container;
        const ours = lab.containers.some((one) => one.name === name && one.node === node);
        if (!ours || !runs(container) || inside?.sockets === undefined) return [];
        if (inside.firewall === undefined || seen.has(inside.namespace)) return [];
        seen.add(inside.namespace);
        return [
          {
            ...{ endpoint: name, node, kind: 'container' },
            enter: ['nsenter', `--net=/proc/${pid}/ns/net`],
            interfaces: inside.interfaces,
            routes: inside.routes,
            firewall: inside.firewall,
            sockets: inside.sockets,
          },
        ];
      }),
      ...state.namespaces.flatMap(({ name, interfaces, routes, firewall, sockets }): Seen[] =>
        firewall === undefined || sockets === undefined
          ? []
          : [
              {
                ...{ endpoint: namespaceId(name), node, kind: 'netns' },
                enter: ['ip', 'netns', 'exec', name],
                ...{ interfaces, routes, firewall, sockets },
              },
            ],
      ),
    ];
  });
}
