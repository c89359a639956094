import { DEFAULT_BRIDGE, GATEWAY_BRIDGE, type Lab } from '../../topology/lab';
import { engineNumber } from '../../topology/engines';
import { gatewayNetwork, needsGatewayBridge } from '../../network/gateway';
import type { StructureVerdict } from '../result';
import type { NetworkState } from '../../observe/state';
import { judge } from './judge';
import type { Running } from './pairs';
import { replace } from './repair';
import { phrase } from '../../text/text';

/** The node's `docker_gwbridge`, where a container on these networks leaves over it. */
export const gatewayBridge = (
  { state }: Running,
  nets: readonly NetworkState[],
): NetworkState | undefined =>
  needsGatewayBridge(
    nets.map(({ driver, internal }) => ({
      driver: driver === 'overlay' ? driver : 'bridge',
      internal,
    })),
  )
    ? state.networks.find(({ name }) => name === GATEWAY_BRIDGE)
    : undefined;

/** Its default route leads through the network that the engine chooses. */
export function gateway(lab: Lab, one: Running, nets: readonly NetworkState[]): StructureVerdict {
  const { name, chapter } = one.container;
  const candidates = nets
    .filter(({ driver }) => driver !== 'overlay')
    .map((net) => ({
      ...{ net, name: net.name, internal: net.internal, ipv6: net.subnet6 !== undefined },
    }));
  const through =
    gatewayNetwork(candidates, engineNumber(one.state.engine))?.net ?? gatewayBridge(one, nets);
  const address =
    through?.gateway ??
    one.state.interfaces.find((iface) => iface.name === through?.bridge)?.addresses[0]?.address;
  const real = one.real.inside.routes.find(({ to }) => to === 'default');
  return judge({
    chapter,
    to: name,
    statement: {
      kind: 'default-gateway',
      container: name,
      ...(through === undefined
        ? {}
        : { through: through.name === DEFAULT_BRIDGE ? through.bridge : through.name }),
    },
    wanted: address === undefined ? [] : [address],
    found: real?.gateway === undefined ? [] : [real.gateway],
    command: `./lab exec ${name} -- ip route`,
    ...replace(lab, phrase('its routes were changed by hand'), name),
  });
}
