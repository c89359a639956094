import { expectations } from '../../src/edges/expectations';
import { parsePort } from '../../src/topology/ports';
import { SERIES as ENGINES } from '../../src/topology/engines';
import type { Topology, TopologyBridge } from '../../src/topology/topology';
import { validate } from '../../src/topology/validate';
import { nodesOf } from '../../src/fuzz/place';
import type { Nodes } from '../../src/fuzz/place';
import { topologyOf } from '../../src/fuzz/sample';
import { FIXED_SEEDS } from '../../src/fuzz/seeds';
import { reasons as catalogue } from '../../src/i18n/en/reasons';

const SEEDS = Array.from({ length: 200 }, (_, index) => index);
const all = SEEDS.map((seed) => topologyOf({ engine: '26.1', swarm: 0 }, seed));
const lab = (topology: Topology) => validate(topology, 'random');

const list = <T>(of: (topology: Topology) => readonly T[] | undefined): T[] =>
  all.flatMap((topology) => of(topology) ?? []);
const bridges = ({ networks: declared = [] }: Topology): TopologyBridge[] =>
  declared.filter((one): one is TopologyBridge => one.driver !== 'overlay');
const containers = list((one) => one.containers);
const networks = list(bridges);
const attachments = containers.flatMap(({ networks: joined = [] }) =>
  joined.map((one) => (typeof one === 'string' ? { network: one } : one)),
);
const ports = containers.flatMap((container) =>
  (container.ports ?? []).map((text) => {
    const parsed = parsePort(text);
    if (!parsed.ok) throw new Error(text);
    return parsed.spec;
  }),
);

/** What the rules of the predictor are about, and whether random topologies have it. */
const FEATURES: Readonly<Record<string, boolean>> = {
  'the default bridge': containers.some((one) => one.networkMode === undefined && !one.networks),
  'the default bridge and a network': containers.some(
    ({ networks: joined = [] }) => joined.includes('bridge') && joined.length > 1,
  ),
  'several networks': containers.some(({ networks: joined = [] }) => joined.length > 2),
  'an internal network': networks.some(({ internal }) => internal),
  'internal networks only': all.some(({ networks: declared = [], containers: some = [] }) =>
    some.some(({ networks: joined = [] }) => {
      const inner = declared.filter(({ internal }) => internal).map(({ name }) => name);
      return (
        joined.length > 0 &&
        joined.every((one) => inner.includes(typeof one === 'string' ? one : one.network))
      );
    }),
  ),
  'icc=false': networks.some(({ icc }) => icc === false),
  'a subnet of its own': networks.some(({ subnet }) => subnet !== undefined),
  'a gateway of its own': networks.some(({ gateway }) => gateway !== undefined),
  'a small subnet': networks.some(({ subnet }) => subnet?.endsWith('/27')),
  'a large subnet': networks.some(({ subnet }) => subnet?.endsWith('/16')),
  'one declared subnet on both nodes': all.some((one) =>
    bridges(one).some((a) =>
      bridges(one).some(
        (b) => a.subnet !== undefined && a.subnet === b.subnet && a.node !== b.node,
      ),
    ),
  ),
  'one default subnet on both nodes': all.some(({ nodes, containers: some = [] }) =>
    nodes.every(({ name }) =>
      some.some(({ node, networkMode, networks: j }) => node === name && !networkMode && !j),
    ),
  ),
  'a static address': attachments.some(({ address }) => address !== undefined),
  'an alias': attachments.some(({ aliases }) => aliases !== undefined),
  'one alias of two containers': all.some(
    ({ containers: some = [] }) =>
      some.filter(({ networks: joined = [] }) =>
        joined.some((one) => typeof one !== 'string' && one.aliases?.includes('db')),
      ).length > 1,
  ),
  'a link': containers.some(({ links }) => links?.some(({ alias }) => alias === undefined)),
  'a link by another name': containers.some(({ links }) => links?.some(({ alias }) => alias)),
  'a tcp port': ports.some(({ protocol }) => protocol === 'tcp'),
  'a udp port': ports.some(({ protocol }) => protocol === 'udp'),
  'a range of ports': ports.some(({ published }) => published.last > published.first),
  'a port on all addresses': ports.some(({ ip }) => ip === '0.0.0.0'),
  'a port on one address': ports.some(({ ip }) => ip.startsWith('192.168.207.')),
  'a port on 127.0.0.1': ports.some(({ ip }) => ip === '127.0.0.1'),
  'host mode': containers.some(({ networkMode }) => networkMode === 'host'),
  'a host-mode listener': containers.some((one) => one.networkMode === 'host' && one.listens),
  none: containers.some(({ networkMode }) => networkMode === 'none'),
  'container mode': containers.some(({ networkMode }) => networkMode?.startsWith('container:')),
  'a web server': containers.some(({ listens }) => listens?.some(({ page }) => page)),
  'a tcp listener': containers.some(({ listens }) => listens?.some((one) => !one.protocol)),
  'a udp listener': containers.some(({ listens }) => listens?.some((one) => one.protocol)),
  'a listener of a node': list((one) => one.nodes).some(({ listens }) => listens),
  'a namespace pair': list((one) => one.namespacePairs).length > 0,
};

const swarms = SEEDS.map((seed) => topologyOf({ engine: '26.1', swarm: 2 }, seed));
const services = swarms.flatMap((topology) => topology.services ?? []);

/** The same of those of swarms. */
const SWARM_FEATURES: Readonly<Record<string, boolean>> = {
  'no service': swarms.some((one) => one.services?.length === 0),
  'two services': swarms.some((one) => one.services?.length === 2),
  'a service on two overlays': services.some((one) => one.networks.length === 2),
  'a service with one replica': services.some(({ replicas }) => replicas === 1),
  'a service with more replicas than nodes': services.some(({ replicas }) => replicas === 3),
  'a service with a web server': services.some(({ listens }) => listens?.some((one) => one.page)),
  'a service that listens on udp': services.some(({ listens }) =>
    listens?.some((one) => one.protocol === 'udp'),
  ),
};

test.each(Object.entries(SWARM_FEATURES))('random topologies of swarms have %s', (_, found) => {
  expect(found).toBe(true);
});

test('without a swarm there are no services', () => {
  expect(all.every((one) => one.services === undefined)).toBe(true);
});

test.each(Object.entries(FEATURES))('random topologies have %s', (_, found) => {
  expect(found).toBe(true);
});

const KINDS = ENGINES.flatMap((engine) =>
  ([0, 2, 3] as const).map((swarm): Nodes => ({ engine, swarm })),
);

test.each(KINDS)('on the nodes of %j every random topology is valid', (kind) => {
  for (const seed of SEEDS) {
    const { name, nodes, outside, swarm } = lab(topologyOf(kind, seed));
    const declared = lab(nodesOf(kind));
    expect([name, outside, swarm]).toEqual([declared.name, declared.outside, declared.swarm]);
    const places = ({ nodes: those }: { nodes: typeof nodes }) =>
      those.map((node) => [node.name, node.address, node.subnet, node.engine]);
    expect(places({ nodes })).toEqual(places(declared));
  }
});

test('the nodes of two kinds have nothing in common', () => {
  const labs = KINDS.map((kind) => lab(nodesOf(kind)));
  const names = labs.flatMap(({ nodes }) => nodes.map(({ name }) => name));
  const subnets = labs.map(({ nodes }) => nodes[0]!.subnet);
  expect([new Set(names).size, new Set(subnets).size]).toEqual([32, 12]);
});

test('a seed makes the same topology each time, and another seed another one', () => {
  const kind: Nodes = { engine: '28.5', swarm: 2 };
  expect(topologyOf(kind, 7)).toEqual(topologyOf(kind, 7));
  expect(topologyOf(kind, 7)).not.toEqual(topologyOf(kind, 8));
});

/** The rules of a topology's edges, each with the outcomes of the chains that it is in. */
const met = (topology: Topology): string[] =>
  expectations(lab(topology)).flatMap(({ prediction: { reasons, outcome } }) =>
    reasons.map(({ rule }) => `${rule}: ${outcome}`),
  );

/** Packets that would leave the lab are not probed. */
const UNPROBED = ['leaves-the-lab', 'further-host'];
/** Of topologies that were not written for the lab. */
const OF_SOURCES = ['not-said', 'extra-hosts'];
/** Of options that no random topology has. */
const OF_OPTIONS = [
  ...['lan-network', 'gateway-mode', 'direct-routing', 'not-masqueraded', 'no-gateway'],
  ...['link-port', 'foreign-firewall', 'dns'],
];
const OF_SWARMS = ['overlay', 'gateway-bridge'];
/** They need kernels with IP_VS, which not every machine has: no random service has a virtual address or ports. */
const OF_IPVS = ['virtual-address', 'routing-mesh'];

test.each(ENGINES)('the fixed seeds meet every rule and outcome on engine %s', (engine) => {
  const kind: Nodes = { engine, swarm: 0 };
  const fixed = new Set(FIXED_SEEDS.plain.flatMap((seed) => met(topologyOf(kind, seed))));
  const rules = Object.keys(catalogue).filter(
    (rule) => ![...UNPROBED, ...OF_SOURCES, ...OF_OPTIONS, ...OF_SWARMS, ...OF_IPVS].includes(rule),
  );
  expect(rules.filter((rule) => ![...fixed].some((one) => one.startsWith(`${rule}:`)))).toEqual([]);
  const possible = new Set(SEEDS.slice(0, 100).flatMap((seed) => met(topologyOf(kind, seed))));
  expect([...possible].filter((one) => !fixed.has(one))).toEqual([]);
});

test.each(KINDS.filter(({ swarm }) => swarm !== 0))(
  'the fixed seeds of swarms meet what is theirs on %j',
  (kind) => {
    const ofSwarms = (seeds: readonly number[]): Set<string> =>
      new Set(
        seeds
          .flatMap((seed) => met(topologyOf(kind, seed)))
          .filter((one) => OF_SWARMS.some((rule) => one.startsWith(`${rule}:`))),
      );
    const [fixed, possible] = [ofSwarms(FIXED_SEEDS.swarm), ofSwarms(SEEDS.slice(0, 100))];
    expect(OF_SWARMS.every((rule) => [...fixed].join().includes(`${rule}:`))).toBe(true);
    expect([...possible].filter((one) => !fixed.has(one))).toEqual([]);
  },
);
