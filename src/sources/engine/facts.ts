import type { Facts } from '../../network/facts';
import { DEFAULT_BRIDGE, GATEWAY_BRIDGE } from '../../topology/lab';
import type { Inspected } from './inspected';
import type { Kernel } from './kernel';
import type { EngineProject } from './project';

export interface FactsRequest {
  readonly inspected: Inspected;
  readonly made: EngineProject;
  /** Endpoints by the keys of containers. */
  readonly idOf: ReadonlyMap<string, string>;
  /** Names of networks by their keys. */
  readonly called: ReadonlyMap<string, string>;
  readonly node: string;
  readonly kernel: Kernel | undefined;
}

/** What an engine chose: its version, subnets, gateways and addresses. */
export function factsOf({ inspected, made, idOf, called, node, kernel }: FactsRequest): Facts {
  const nameOf = new Map([...made.networks].map(([key, { id }]) => [id, called.get(key) ?? key]));
  for (const { id, name } of inspected.networks) {
    if (name === DEFAULT_BRIDGE || name === GATEWAY_BRIDGE) nameOf.set(id, name);
  }
  const ranges = inspected.networks.flatMap(({ id, ranges: own }) => {
    const name = nameOf.get(id);
    const four = (own ?? []).find(({ Subnet }) => /^[\d.]+\//.test(Subnet));
    return name === undefined || four === undefined ? [] : [[name, four, id] as const];
  });
  const gateway = (id: string): string | undefined =>
    [...made.containers.values()]
      .flatMap((one) => Object.values(one.networks ?? {}))
      .find(({ NetworkID, Gateway }) => NetworkID === id && Gateway !== '')?.Gateway;
  const addresses = (family: 'IPAddress' | 'GlobalIPv6Address') =>
    Object.fromEntries(
      [...made.containers].map(([key, one]) => [
        idOf.get(key)!,
        Object.fromEntries(
          Object.values(one.networks ?? {}).flatMap((given) => {
            const name = nameOf.get(given.NetworkID);
            return name === undefined || given[family] === '' ? [] : [[name, given[family]]];
          }),
        ),
      ]),
    );
  return {
    nodes: {
      [node]: {
        engine: inspected.version,
        defaultRoute: kernel?.defaultRoute ?? true,
        subnets: Object.fromEntries(ranges.map(([name, { Subnet }]) => [name, Subnet])),
        gateways: Object.fromEntries(
          ranges.flatMap(([name, { Gateway }, id]) => {
            const found = Gateway.replace(/\/.*/, '') || gateway(id);
            return found === undefined ? [] : [[name, found]];
          }),
        ),
      },
    },
    addresses: addresses('IPAddress'),
    addresses6: addresses('GlobalIPv6Address'),
  };
}
