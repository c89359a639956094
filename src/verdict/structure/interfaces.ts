import { sorted } from '../../edges/statement-value';
import { DEFAULT_BRIDGE, type Lab } from '../../topology/lab';
import type { StructureVerdict } from '../result';
import {
  onGatewayBridge,
  type AttachmentState,
  type Interface,
  type NetworkState,
  type NodeState,
  type States,
} from '../../observe/state';
import { judge } from './judge';
import { gateway, gatewayBridge } from './gateway';
import { givenTo, running, type Running } from './pairs';
import { replace } from './repair';
import { phrase } from '../../text/text';

/**
 * Inside each container: an interface with the engine's address on each of its networks, up, and a default route
 * through the one that the engine chooses, which may be `docker_gwbridge`. On the node: the other end of that veth pair
 * is a port of the network's bridge.
 */
export const interfaces = (lab: Lab, states: States): StructureVerdict[] =>
  running(lab, states).flatMap((one) => {
    const { networking } = one.container;
    if (networking.mode !== 'bridge') return [];
    const found = networking.attachments.flatMap(({ network, chapter }) => {
      const real = one.real.attachments.find((candidate) => candidate.network === network);
      const net = one.state.networks.find(({ id }) => id === real?.networkId);
      return real === undefined || net === undefined ? [] : [{ chapter, real, net }];
    });
    const given = one.state.networks.filter(
      ({ id, name }) =>
        givenTo(one.container).includes(name) &&
        one.real.attachments.some(({ networkId }) => networkId === id),
    );
    const nets = [...found.map(({ net }) => net), ...given];
    // With a network too many or too few the engine chooses another gateway.
    const whole =
      found.length === networking.attachments.length && nets.length === one.real.attachments.length;
    return [
      ...found.flatMap(({ chapter, real, net }) => onNetwork(lab, one, chapter, real, net)),
      ...(whole ? [...towards(lab, one, nets), gateway(lab, one, nets)] : []),
    ];
  });

/** The interface on `docker_gwbridge`, where the container leaves over it; without one it has no default route. */
function towards(lab: Lab, one: Running, nets: readonly NetworkState[]): StructureVerdict[] {
  const net = gatewayBridge(one, nets);
  const address = onGatewayBridge(one.state, one.real);
  return net === undefined || address === undefined
    ? []
    : onNetwork(lab, one, one.container.chapter, { address }, net);
}

function onNetwork(
  lab: Lab,
  one: Running,
  chapter: string,
  real: Pick<AttachmentState, 'address'> & { readonly mac?: string },
  net: NetworkState,
): StructureVerdict[] {
  const { name, node } = one.container;
  const own = one.real.inside.interfaces.filter(({ name: other }) => other !== 'lo');
  // eth0 and eth1 are in no fixed order: the address tells which is which.
  const iface = own.find(({ addresses }) =>
    addresses.some(({ address }) => address === real.address),
  );
  const about = { chapter, to: name, network: net.name };
  const mtu = mtuOf(net, one.state);
  const mend = replace(lab, phrase('its interface was changed by hand'), name);
  return [
    judge({
      ...about,
      statement: {
        kind: 'interface',
        container: name,
        network: net.name,
        ...(net.subnet === undefined ? {} : { subnet: net.subnet }),
      },
      wanted: [{ fact: 'interface', address: real.address, up: true, mtu }],
      found:
        iface === undefined
          ? sorted(own.map(shown))
          : [{ fact: 'interface', address: real.address, up: iface.up, mtu: iface.mtu }],
      command: `./lab exec ${name} -- ip addr`,
      ...mend,
    }),
    ...(iface === undefined || !real.mac
      ? []
      : [
          judge({
            ...about,
            statement: { kind: 'mac-address', container: name, network: net.name },
            wanted: [real.mac],
            found: [iface.mac],
            command: `./lab exec ${name} -- ip link`,
            ...replace(lab, phrase('its MAC address was changed by hand'), name),
          }),
        ]),
    // The bridge of an overlay is in a network namespace of its own; a macvlan has none.
    ...(iface === undefined || net.driver !== 'bridge' ? [] : [bridgePort(one, iface)]),
  ];

  function bridgePort({ state }: Running, { peer }: Interface): StructureVerdict {
    const port = state.interfaces.find(({ index }) => index === peer);
    const bridge = state.interfaces.find(({ name: other }) => other === net.bridge);
    return judge({
      ...about,
      statement: {
        kind: 'bridge-port',
        bridge: net.bridge,
        ...([DEFAULT_BRIDGE, net.bridge].includes(net.name) ? {} : { name: net.name }),
        node,
        container: name,
      },
      wanted: [{ fact: 'bridge-port', bridge: net.bridge, up: true, mtu }],
      found:
        port === undefined
          ? [{ fact: 'no-such-veth' }]
          : [
              {
                fact: 'bridge-port',
                ...(port.master === undefined ? {} : { bridge: port.master }),
                up: port.up,
                mtu: Math.min(port.mtu, bridge?.mtu ?? mtu),
              },
            ],
      command: `./lab exec ${node} -- ip link show master ${net.bridge}`,
      ...mend,
    });
  }
}

const MTU = 'com.docker.network.driver.mtu';

/** What the engine gives interfaces on a network: the network's own option, or the daemon's, which docker0 shows. */
function mtuOf({ driver, options }: NetworkState, { networks }: NodeState): number {
  const own = Number(options[MTU] ?? 1500);
  // Room for VXLAN, and for ESP, which fills up to four bytes.
  if (driver === 'overlay') {
    return options['encrypted'] === undefined ? own - 50 : Math.floor((own - 76) / 4) * 4;
  }
  const bridge = networks.find(({ name }) => name === DEFAULT_BRIDGE);
  return Number(options[MTU] ?? bridge?.options[MTU] ?? 1500);
}

const updown = ({ up }: Pick<Interface, 'up'>): string => (up ? 'up' : 'down');

const shown = (iface: Interface): string =>
  `${iface.name} ${iface.addresses.map(({ address }) => address).join(' ') || 'without address'} ${updown(iface)}`;
