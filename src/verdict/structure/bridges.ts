import { DEFAULT_BRIDGE, GATEWAY_BRIDGE, type Lab } from '../../topology/lab';
import type { StructureVerdict } from '../result';
import type { NetworkState, NodeState, States } from '../../observe/state';
import { judge } from './judge';
import { examined } from './pairs';
import { set } from './repair';
import { phrase } from '../../text/text';

/**
 * On each node the bridge of every network that the lab uses is up, has the gateway's address and the network's mtu,
 * and a route leads to it.
 */
export const bridges = (lab: Lab, states: States): StructureVerdict[] =>
  examined(states).flatMap((state) =>
    state.networks
      .filter((network) => isUsed(lab, state, network))
      .flatMap((network) => [
        ...device(lab, state, network),
        ...mtu(lab, state, network),
        ...route(lab, state, network),
      ]),
  );

function isUsed(lab: Lab, { node }: NodeState, { name, driver }: NetworkState): boolean {
  if (driver !== 'bridge') return false;
  const declared = lab.networks.find((one) => one.name === name && one.node === node);
  return declared !== undefined || name === DEFAULT_BRIDGE || name === GATEWAY_BRIDGE;
}

const chapterOf = (lab: Lab, node: string, network: string): string =>
  lab.networks.find((one) => one.name === network && one.node === node)?.chapter ??
  lab.nodes.find(({ name }) => name === node)?.chapter ??
  '';

/** A bridge that is to have no address. */
const isBare = (lab: Lab, node: string, network: string): boolean => {
  const declared = lab.networks.find((one) => one.name === network && one.node === node);
  return declared?.modes?.IPv4 === 'isolated' || declared?.inhibitIpv4 === true;
};

const prefixOf = (subnet: string): string => subnet.replace(/^.*\//, '');

function device(lab: Lab, state: NodeState, network: NetworkState): StructureVerdict[] {
  const { node } = state;
  const { bridge, subnet, name } = network;
  const iface = state.interfaces.find((one) => one.name === bridge);
  // Of a default bridge an engine does not always write down the gateway; the first address is its own.
  const gateway = network.gateway ?? (subnet === undefined ? undefined : first(subnet));
  if (iface === undefined || subnet === undefined || gateway === undefined) return [];
  if (isBare(lab, node, name)) return [];
  const address = `${gateway}/${prefixOf(subnet)}`;
  const own = iface.addresses.map((one) => `${one.address}/${one.prefix}`);
  const has = own.includes(address);
  const what = phrase('{bridge} of {node} was changed by hand', { bridge, node });
  return [
    judge({
      chapter: chapterOf(lab, node, name),
      to: node,
      network: name,
      statement: { kind: 'bridge-up', bridge, node },
      wanted: [{ fact: 'up' }, address],
      found: [
        { fact: iface.enabled ? 'up' : 'down' },
        has ? address : own.join(' ') || { fact: 'no-address' },
      ],
      command: `./lab exec ${node} -- ip addr show ${bridge}`,
      ...(has
        ? set(lab, what, node, ['ip', 'link', 'set', bridge, 'up'])
        : set(lab, what, node, ['ip', 'address', 'add', address, 'brd', '+', 'dev', bridge])),
    }),
  ];
}

/** A bridge has the least mtu of its ports, unless somebody gave it another. */
function mtu(lab: Lab, state: NodeState, network: NetworkState): StructureVerdict[] {
  const { node } = state;
  const { bridge, name } = network;
  const iface = state.interfaces.find((one) => one.name === bridge);
  const ports = state.interfaces.filter(({ master }) => master === bridge);
  if (iface === undefined || ports.length === 0) return [];
  const least = Math.min(...ports.map((port) => port.mtu));
  return [
    judge({
      chapter: chapterOf(lab, node, name),
      to: node,
      network: name,
      statement: { kind: 'bridge-mtu', bridge, node },
      wanted: [{ fact: 'mtu-at-least', mtu: least }],
      found: [{ fact: 'mtu', mtu: iface.mtu }],
      holds: iface.mtu >= least,
      command: `./lab exec ${node} -- ip link show ${bridge}`,
      ...set(lab, phrase('{bridge} of {node} was changed by hand', { bridge, node }), node, [
        ...['ip', 'link', 'set', bridge, 'mtu', String(least)],
      ]),
    }),
  ];
}

function route(lab: Lab, state: NodeState, network: NetworkState): StructureVerdict[] {
  const { node } = state;
  const { bridge, subnet, name } = network;
  const iface = state.interfaces.find((one) => one.name === bridge);
  // Without an address, or switched off, the kernel has no route.
  const [address] = iface?.addresses ?? [];
  if (iface?.enabled !== true || subnet === undefined || address === undefined) return [];
  const there = state.routes.some((one) => one.to === subnet && one.interface === bridge);
  return [
    judge({
      chapter: chapterOf(lab, node, name),
      to: node,
      network: name,
      statement: { kind: 'bridge-route', node, subnet, bridge },
      wanted: [{ fact: 'route' }],
      found: [{ fact: there ? 'route' : 'no-route' }],
      command: `./lab exec ${node} -- ip route`,
      ...set(lab, phrase('the route to {bridge} is gone from {node}', { bridge, node }), node, [
        ...['ip', 'route', 'add', subnet, 'dev', bridge, 'proto', 'kernel', 'scope', 'link'],
        ...['src', address.address],
      ]),
    }),
  ];
}

/** The first address of a subnet. */
const first = (subnet: string): string =>
  subnet.replace(/\.(\d+)\/.*$/, (_, last: string) => `.${Number(last) + 1}`);
