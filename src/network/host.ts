import { nth6, parseCidr6, parseSubnet6, type Subnet6 } from '../topology/addresses6';
import { engineNumber, VERSIONS } from '../topology/engines';
import type { Facts, NodeFacts } from './facts';
import {
  DEFAULT_BRIDGE,
  GATEWAY_BRIDGE,
  isIpv6,
  type Lab,
  type LabNode,
  type Network,
} from '../topology/lab';
import { parseIp, parseIpv4, parseSubnet } from './address';
import { buildLan } from './build-lan';
import { addNet } from './lookup';
import { emptyStack } from './stack';
import { networkAddresses, type NetworkAddresses } from './subnets';
import { portKey, type Bridge, type Host } from './world';

/** A node's stack, with the networks that it has. */
export function buildHost(lab: Lab, node: LabNode, facts?: Facts): Host {
  const measured = facts?.nodes[node.name];
  const engineName = measured?.engine ?? VERSIONS[node.engine];
  const further = node.addresses ?? [];
  const addresses = further.map((text) => parseIp(text.split('/')[0]!));
  const range6 = further.filter(isIpv6).map((text) => parseCidr6(text)?.subnet)[0];
  const host: Host = {
    kind: 'node',
    id: node.name,
    ip: parseIpv4(node.address),
    subnet: parseSubnet(node.subnet),
    addresses,
    subnet6: range6,
    engine: engineNumber(engineName),
    engineName,
    options: node.options ?? {},
    foreign: node.foreignFirewall ?? {},
    names: new Map(Object.entries(node.names ?? {})),
    defaultRoute: measured?.defaultRoute ?? node.apart ?? false,
    apart: node.apart ?? false,
    nets: [],
    lans: [],
    local: new Set([parseIpv4(node.address), ...addresses]),
    routes: [],
    listens: new Map(),
    published: new Map(),
    mesh: new Map(),
    unsaid: [],
  };
  const known = networkAddresses(lab, node, facts);
  const declared = new Map(
    lab.networks.filter((n) => n.node === node.name).map((n) => [n.name, n]),
  );
  const lans = (lab.lans ?? []).filter((lan) => lan.node === node.name);
  const bridges = new Set([...known.keys(), ...declared.keys()]);
  for (const { name } of lans) bridges.delete(name);
  for (const name of bridges)
    addNet(host, buildBridge(host, name, known.get(name), declared.get(name), measured));
  for (const lan of lans) host.lans.push(buildLan(host, lan, known.get(lan.name)));
  const gateway = host.nets.find(({ name }) => name === GATEWAY_BRIDGE);
  if (measured?.ingress !== undefined) {
    const sandbox = emptyStack({ name: 'ingress-sbox' }, host);
    gateway?.owners.set(parseIpv4(measured.ingress), sandbox);
  }
  for (const listener of node.listens) {
    host.listens.set(portKey(listener.protocol, listener.port), { by: node.name, listener });
  }
  return host;
}

function buildBridge(
  host: Host,
  name: string,
  known: NetworkAddresses | undefined,
  declared: Network | undefined,
  measured: NodeFacts | undefined,
): Bridge {
  const modes = declared?.modes ?? { IPv4: 'nat', IPv6: 'nat' };
  const range6 = subnet6Of(host, name, declared, measured);
  const bare4 = modes.IPv4 === 'isolated' || declared?.inhibitIpv4 === true;
  const { options } = host;
  return {
    kind: 'bridge',
    name,
    node: host,
    subnet: known?.subnet,
    gateway: bare4 ? undefined : known?.gateway,
    range6,
    gateway6:
      range6 === undefined || modes.IPv6 === 'isolated'
        ? undefined
        : (declared?.gateway6 ?? measured?.gateways6?.[name] ?? range6.gateway),
    internal: declared?.internal ?? false,
    icc:
      declared?.icc ?? (name === DEFAULT_BRIDGE ? options.icc !== false : name !== GATEWAY_BRIDGE),
    isDefault: name === DEFAULT_BRIDGE,
    modes,
    masquerade: declared?.masquerade !== false,
    trusted: declared?.trustedHostInterfaces ?? [],
    stacks: [],
    owners: new Map(),
    names: new Map(),
  };
}

/** Stands for what an engine would choose, each network its own. */
const CHOSEN6 = parseSubnet6('fdff:ffff:ffff::/48')!;

function subnet6Of(
  { id, options, nets }: Host,
  name: string,
  declared: Network | undefined,
  measured: NodeFacts | undefined,
): Subnet6 | undefined {
  const written =
    name === DEFAULT_BRIDGE ? options.ipv6 : (declared?.subnet6 ?? declared?.ipv6 ?? undefined);
  if (written === undefined) return undefined;
  const known = written === true ? measured?.subnets6?.[name] : written;
  if (known !== undefined) return parseSubnet6(known);
  const place = [...id].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 251, 0);
  const base = nth6(CHOSEN6, 0).replace(/::$/, `:${(place * 256 + nets.length).toString(16)}::`);
  return parseSubnet6(`${base}/64`);
}
