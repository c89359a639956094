import { phrase, type Text } from '../../text/text';
import { cidr, DEFAULT_BRIDGE_SUBNET, overlap, parseCidr } from '../addresses';
import { canonical6, parseCidr6 } from '../addresses6';
import { DEFAULT_SERIES, SERIES, type EngineSeries } from '../engines';
import { quote, type Finding, type Path } from '../problems';
import { suggest } from '../suggest';
import type { TopologyNode } from '../topology';
import type { Draft, Item } from './draft';

/** True for an engine of this series, or a newer one. */
export const isAtLeast = (draft: Draft, node: string, series: EngineSeries): boolean => {
  const engine = draft.nodeNamed.get(node)?.value.engine ?? DEFAULT_SERIES;
  return SERIES.indexOf(engine) >= SERIES.indexOf(series);
};

/** What nodes tell their engines, and routes of the machine that runs the lab. */
export function* engineOptions(draft: Draft): Iterable<Finding> {
  for (const node of draft.nodes) {
    yield* tooOld(draft, node);
    yield* firewall(draft, node);
    yield* addresses(draft, node);
  }
  yield* routes(draft);
}

/** Options that an older engine does not know. */
const SINCE: readonly (readonly [keyof TopologyNode, EngineSeries, Text])[] = [
  [
    'allowDirectRouting',
    '28.5',
    phrase('before 28 nothing keeps other machines from the addresses of containers'),
  ],
  ['bridgeAcceptFwmark', '29', phrase('engines from 29 on look at marks')],
  ['firewall', '29', phrase('engines before 29 have iptables only')],
];

function* tooOld(draft: Draft, { value, path }: Item<TopologyNode>): Iterable<Finding> {
  for (const [key, series, why] of SINCE) {
    const given = value[key];
    if (given === undefined || given === false || given === 'iptables') continue;
    if (!isAtLeast(draft, value.name, series)) yield old(value, [...path, key], key, series, why);
  }
  if (
    value.ipv6 === true &&
    value.fixedCidrV6 === undefined &&
    !isAtLeast(draft, value.name, '28.5')
  ) {
    yield {
      path: [...path, 'ipv6'],
      message: phrase('the default bridge of {node} has IPv6 and no subnet', { node: value.name }),
      why: phrase('engines from 27 on choose one by themselves'),
      next: phrase('write fixedCidrV6: "fd00:17::/64"'),
    };
  }
}

/** What to write where an engine is too old for an option. */
export const newer = (node: string, key: string, series: EngineSeries = '28.5'): Text =>
  phrase('write engine: "{series}" for {node}, or leave {key} out', { series, node, key });

const old = (
  { name, engine = DEFAULT_SERIES }: TopologyNode,
  path: Path,
  key: string,
  series: EngineSeries,
  why: Text,
): Finding => ({
  path,
  message: phrase('{key} on {node}, whose engine is {series}', { key, node: name, series: engine }),
  why,
  next: newer(name, key, series),
});

function* firewall({ swarm }: Draft, { value, path }: Item<TopologyNode>): Iterable<Finding> {
  if (value.firewall !== 'nftables') return;
  if (swarm.some((member) => member.value === value.name)) {
    yield {
      path: [...path, 'firewall'],
      message: phrase('{node} has the firewall "nftables" and is in the swarm', {
        node: value.name,
      }),
      why: phrase(
        'an engine refuses to join a swarm with it: overlay networks have rules for iptables only',
      ),
      next: phrase('leave firewall out, or leave the node out of the swarm'),
    };
  }
  if ((value.foreignFirewall?.dockerUser ?? []).length > 0) {
    yield {
      path: [...path, 'foreignFirewall', 'dockerUser'],
      message: phrase('rules in DOCKER-USER of {node}, whose firewall is "nftables"', {
        node: value.name,
      }),
      why: phrase('with nftables an engine has no chain DOCKER-USER'),
      next: phrase('leave dockerUser out, or leave firewall out'),
    };
  }
}

/** Further addresses are in the nodes' network, or of IPv6, and nobody else's. */
function* addresses(draft: Draft, { value, path }: Item<TopologyNode>): Iterable<Finding> {
  const own = parseCidr(value.address);
  const others = draft.nodes.filter((one) => one.value !== value);
  for (const [index, text] of (value.addresses ?? []).entries()) {
    const place = [...path, 'addresses', index];
    const range = parseCidr(text);
    const address = range?.address ?? parseCidr6(text)?.address;
    if (range !== undefined && overlap(range, cidr(DEFAULT_BRIDGE_SUBNET))) {
      yield {
        path: place,
        message: phrase('{address} is in {subnet}', {
          address: text,
          subnet: DEFAULT_BRIDGE_SUBNET,
        }),
        why: phrase('every node has its default bridge there'),
        next: phrase('choose another address'),
      };
    }
    const taken = others.find((one) =>
      [one.value.address, ...(one.value.addresses ?? [])].some((each) => bare(each) === address),
    );
    if (taken === undefined && own?.address !== address) continue;
    yield {
      path: place,
      message: phrase('{address} is an address of {node} already', {
        address: text,
        node: taken?.value.name ?? value.name,
      }),
      why: phrase('an address belongs to one node, once'),
      next: phrase('choose another address'),
    };
  }
}

const bare = (text: string): string | undefined =>
  parseCidr(text)?.address ?? parseCidr6(text)?.address;

function* routes(draft: Draft): Iterable<Finding> {
  const { outside } = draft;
  if (outside === undefined) return;
  for (const [index, { to, via }] of (outside.value.routes ?? []).entries()) {
    const place = [...outside.path, 'routes', index];
    if (!draft.written.nodes.has(via)) {
      yield {
        path: [...place, 'via'],
        message: phrase('unknown {kind} {name}', { kind: phrase('node'), name: quote(via) }),
        why: phrase('a route leads by way of a node'),
        next: suggest(via, draft.written.nodes),
      };
    } else if (!isAtLeast(draft, via, '28.5')) {
      yield {
        path: place,
        message: phrase('a route to {subnet} by way of {node}, whose engine is older than 28', {
          subnet: to,
          node: via,
        }),
        why: phrase(
          'before 28 it depends on who switched IP forwarding on, the engine or its machine, what is let through',
        ),
        next: phrase('write engine: "28.5" for {node}, or leave the route out', { node: via }),
      };
    } else if (
      to.includes(':') &&
      canonical6(outside.value.address6?.split('/')[0] ?? '') === undefined
    ) {
      yield {
        path: place,
        message: phrase('a route to {subnet}, and outside has no IPv6 address', { subnet: to }),
        why: phrase('nobody could answer it'),
        next: phrase('write outside.address6, such as "fd00:205::1/64"'),
      };
    }
  }
}
