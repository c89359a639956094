import type {
  ContainerState,
  Firewall,
  FirewallRule,
  NetworkState,
  NodeState,
} from '../../observe/state';
import type { BridgeRule, EngineRules } from './rules';
import { seriesOf } from './series';

export type Family = 'ip4' | 'ip6';

/** A firewall rule, or a chain, that the node's engine must have made. */
export interface ExpectedRule {
  readonly family: Family;
  readonly table: string;
  /** As `iptables -S` prints it. */
  readonly text: string;
  /** What it is for; of a rule that is made once the engine itself. */
  readonly of:
    | { readonly kind: 'engine' }
    | { readonly kind: 'network'; readonly name: string }
    | { readonly kind: 'container'; readonly name: string };
}

/** Settings with which an engine makes other rules than it does by itself, or none. */
const OTHER_RULES =
  /\b(iptables|ip6tables|ip-masq|userland-proxy|firewall-backend|allow-direct-routing|bridge-accept-fwmark)\b/;

/** Options with which it does so for one network. */
const OTHER_NETWORK = /gateway_mode|trusted_host_interfaces|enable_ip_masquerade|inhibit_ipv4/;

/**
 * The rules that the engine of a node must have made for its networks and containers as they are. Undefined where its
 * series was not measured, where it was told to make others, or where its rules cannot be read.
 */
export function expectedRules(state: NodeState): readonly ExpectedRule[] | undefined {
  const series = seriesOf(state.engine);
  if (series === undefined || !state.firewall.readable) return undefined;
  if (OTHER_RULES.test(state.daemon.settings)) return undefined;
  const bridges = state.networks.filter(isUsual);
  const six = bridges.filter(({ subnet6 }) => subnet6 !== undefined);
  // A port that is published twice is let through once.
  return unique([
    ...ofFamily('ip4', series.ip4, state, bridges),
    // Without such a network none of its rules meets a packet.
    ...(series.ip6 === undefined || six.length === 0
      ? []
      : ofFamily('ip6', series.ip6, state, six)),
  ]);
}

const unique = (rules: readonly ExpectedRule[]): ExpectedRule[] => [
  ...new Map(rules.map((rule) => [`${rule.family} ${key(rule)}`, rule])).values(),
];

const isUsual = ({ driver, subnet, options }: NetworkState): boolean =>
  driver === 'bridge' &&
  subnet !== undefined &&
  !Object.entries(options).some(
    ([name, value]) => OTHER_NETWORK.test(name) && !(MASQUERADES.test(name) && value === 'true'),
  );

const MASQUERADES = /enable_ip_masquerade$/;

function ofFamily(
  family: Family,
  rules: EngineRules,
  state: NodeState,
  bridges: readonly NetworkState[],
): ExpectedRule[] {
  const rule = (text: string, of: ExpectedRule['of'], values: Values = {}): ExpectedRule => {
    const [table = '', ...rest] = text.split(' ');
    return { family, table, text: filled(rest.join(' '), values), of };
  };
  return [
    ...rules.chains.map((chain) => rule(chain.replace(' ', ' -N '), { kind: 'engine' })),
    ...rules.once.map((text) => rule(text, { kind: 'engine' })),
    ...bridges.flatMap((network) =>
      rules.bridge
        .filter((one) => appliesTo(one, network))
        .map((one) =>
          rule(one.rule, { kind: 'network', name: network.name }, valuesOf(family, network)),
        ),
    ),
    ...bridges
      .filter(({ internal }) => !internal)
      .flatMap((network) =>
        addressesOn(family, network, state).map(([address, of]) =>
          rules.address.map((text) => rule(text, of, { ...valuesOf(family, network), address })),
        ),
      )
      .flat(),
    ...state.containers.flatMap((container) =>
      portRules(rules, state, container).map(([text, values]) =>
        rule(text, { kind: 'container', name: container.name }, values),
      ),
    ),
  ];
}

type Values = Readonly<Record<string, string>>;

const filled = (text: string, values: Values): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

const appliesTo = ({ on, icc }: BridgeRule, { internal, options }: NetworkState): boolean =>
  (on === 'any' || (on === 'internal') === internal) &&
  (icc === undefined || icc === (options['com.docker.network.bridge.enable_icc'] !== 'false'));

const valuesOf = (family: Family, network: NetworkState): Values => ({
  bridge: network.bridge,
  subnet: (family === 'ip4' ? network.subnet : network.subnet6) ?? '',
});

/** The container's address there; the engine lists only who runs. */
function addressOn(
  family: Family,
  { id, addresses }: NetworkState,
  container: ContainerState,
): string | undefined {
  const at = container.attachments.find(({ networkId }) => networkId === id);
  const address = family === 'ip4' ? (addresses[container.id] ?? at?.address) : at?.address6;
  return address === '' ? undefined : address;
}

/** Every address there: the containers', and of what is none, such as the swarm's sandbox of ingress. */
function addressesOn(
  family: Family,
  network: NetworkState,
  { containers }: NodeState,
): (readonly [address: string, of: ExpectedRule['of']])[] {
  const known = new Set(containers.map(({ id }) => id));
  const others = Object.entries(network.addresses).filter(([id]) => !known.has(id));
  return [
    ...containers.flatMap((container) => {
      const address = addressOn(family, network, container);
      const of = { kind: 'container', name: container.name } as const;
      return address === undefined ? [] : [[address, of] as const];
    }),
    ...(family === 'ip4' ? others : []).map(
      ([, address]) => [address, { kind: 'network', name: network.name }] as const,
    ),
  ];
}

/** The rules of the ports that a container publishes, at the address to which the node sends their packets. */
function portRules(
  rules: EngineRules,
  state: NodeState,
  container: ContainerState,
): (readonly [text: string, values: Values])[] {
  return container.bindings
    .filter(({ ip }) => !ip.includes(':'))
    .flatMap((port) => {
      const at = behind(state.firewall, port, container, state.networks);
      if (at === undefined) return [];
      const values = {
        ...at,
        protocol: port.protocol,
        published: String(port.published),
        target: String(port.target),
        to: port.ip === '0.0.0.0' ? '' : `-d ${port.ip}/32 `,
      };
      return [...rules.port, ...(port.ip.startsWith('127.') ? rules.loopbackPort : [])].map(
        (text) => [text, values] as const,
      );
    });
}

/** Which of its bridges publishes a port only the translation tells; without one nothing more is expected. */
function behind(
  { ip4 }: Firewall,
  { published, protocol }: ContainerState['bindings'][number],
  container: ContainerState,
  networks: readonly NetworkState[],
): Values | undefined {
  const found = ip4
    .flatMap(({ text }) => translationOf(text) ?? [])
    .find((one) => one.published === published && one.protocol === protocol);
  const network = networks.find(
    (one) => found !== undefined && addressOn('ip4', one, container) === found.address,
  );
  return found === undefined || network === undefined
    ? undefined
    : { address: found.address, bridge: network.bridge };
}

export interface Translation {
  /** `0.0.0.0` for all. */
  readonly ip: string;
  readonly protocol: string;
  readonly published: number;
  readonly address: string;
  readonly target: number;
}

/** Where a rule of Docker's own chain sends the packets of a published port. */
export function translationOf(rule: string): Translation | undefined {
  const word = (option: string): string | undefined =>
    new RegExp(`(?:^| )${option} (\\S+)`).exec(rule)?.[1];
  const [address, target] = word('--to-destination')?.split(':') ?? [];
  if (word('-A') !== 'DOCKER' || address === undefined) return undefined;
  return {
    ip: word('-d')?.replace(/\/32$/, '') ?? '0.0.0.0',
    protocol: word('-p') ?? '',
    published: Number(word('--dport')),
    address,
    target: Number(target),
  };
}

const key = ({ table, text }: Pick<FirewallRule, 'table' | 'text'>): string => `${table} ${text}`;

/** Those of the expected rules that a node does not have. */
export function missingRules(state: NodeState): ExpectedRule[] {
  const there = {
    ip4: new Set(state.firewall.ip4.map(key)),
    ip6: new Set(state.firewall.ip6.map(key)),
  };
  return (expectedRules(state) ?? []).filter((rule) => !there[rule.family].has(key(rule)));
}

/** The rules of one family that no engine's part explains, in every table; chains and policies are not among them. */
export function furtherRules(state: NodeState, family: Family): FirewallRule[] {
  const made = new Set(
    (expectedRules(state) ?? []).filter((rule) => rule.family === family).map(key),
  );
  const measured = made.size > 0;
  return state.firewall[family].filter(
    (rule) => rule.text.startsWith('-A') && !made.has(key(rule)) && !isEngines(rule, measured),
  );
}

/** Rules of the engine's own that are not derived: translations, the swarm's chain, a name server's. */
const isEngines = ({ table, text }: FirewallRule, measured: boolean): boolean =>
  measured
    ? (table === 'nat' && text.startsWith('-A DOCKER ')) ||
      /(?:-A|-j) (?:DOCKER-INGRESS|DOCKER_\w+)\b/.test(text)
    : /(?:-A|-j) DOCKER(?!-USER)/.test(text);
