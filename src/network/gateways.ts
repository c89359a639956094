import { GATEWAY_BRIDGE } from '../topology/lab';
import type { Family } from './address';
import { byPreference, gatewayNetworks, needsGatewayBridge } from './gateway';
import type { Bridge, ContainerStack, Interface, Lan } from './world';

const candidate = (face: Interface) => ({
  face,
  name: face.net.name,
  driver: face.net.kind,
  internal: face.net.internal,
  priority: face.priority,
  ipv4: leads(face, 'IPv4'),
  ipv6: leads(face, 'IPv6'),
});

/** Whether a default route of a family can go over the interface. */
function leads({ net, ...face }: Interface, family: Family): boolean {
  if (face[family] === undefined) return false;
  switch (net.kind) {
    case 'overlay':
      return false;
    case 'bridge':
      return net.modes[family] !== 'isolated';
    case 'lan':
      // Of mode l3 by the device, whatever gateway is declared.
      return !net.internal && (net.mode.startsWith('l3') || face[family].router !== undefined);
  }
}

/** Its interfaces in the order in which the engine asks their networks for a name: overlays first. */
export function preferred({ interfaces }: ContainerStack, engine: number): Interface[] {
  const faces = byPreference(interfaces.map(candidate), engine);
  return [
    ...faces.filter(({ driver }) => driver === 'overlay'),
    ...faces.filter(({ driver }) => driver !== 'overlay'),
  ].map(({ face }) => face);
}

const hasRoutes = (face: Interface): face is Interface<Bridge | Lan> => face.net.kind !== 'overlay';

/**
 * An overlay leads nowhere by itself: a container that is on no bridge that leads out gets one more interface. Up to
 * engine 24 an internal bridge takes the default route all the same.
 */
export function gatewaysOf(
  { interfaces, node }: ContainerStack,
  ingress: boolean,
  joinOut: (out: Bridge) => Interface<Bridge>,
): ContainerStack['gateways'] {
  const routed = interfaces.filter(hasRoutes).map((face) => ({ ...candidate(face), face }));
  const chosen = gatewayNetworks(routed, node.engine);
  const gateways = {
    ...(chosen.IPv4 === undefined ? {} : { IPv4: chosen.IPv4.face }),
    ...(chosen.IPv6 === undefined ? {} : { IPv6: chosen.IPv6.face }),
  };
  const out = node.nets.find(({ name }) => name === GATEWAY_BRIDGE);
  const needed = ingress || needsGatewayBridge(interfaces.map(kindOf));
  if (out === undefined || !needed) return gateways;
  const further = joinOut(out);
  return gateways.IPv4 === undefined ? { ...gateways, IPv4: further } : gateways;
}

const kindOf = ({ net }: Interface) => ({
  driver: net.kind === 'lan' ? ('bridge' as const) : net.kind,
  internal: net.internal,
});
