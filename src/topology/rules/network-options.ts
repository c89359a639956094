import { phrase } from '../../text/text';
import { quote, type Finding } from '../problems';
import { isLinkLocal6, contains6, parseSubnet6, canonical6 } from '../addresses6';
import type { TopologyAttachment, TopologyBridge, TopologyLan } from '../topology';
import { networkKey, type Draft, type Item } from './draft';
import { isAtLeast, newer } from './engine-options';

/** Gateway modes, families and priorities: what only newer engines have, and what cannot go together. */
export function* networkOptions(draft: Draft): Iterable<Finding> {
  for (const network of draft.networks) {
    yield* modes(draft, network);
    yield* families(draft, network);
  }
  for (const lan of draft.lans) {
    yield* families(draft, lan);
    yield* lanModes(lan);
  }
  for (const { value, attachments } of draft.containers)
    for (const attachment of attachments) yield* membership(draft, value.node, attachment);
}

const MODE_KEYS = ['gatewayMode', 'gatewayModeIpv4', 'gatewayModeIpv6'] as const;

function* modes(draft: Draft, { value, path }: Item<TopologyBridge>): Iterable<Finding> {
  for (const key of MODE_KEYS) {
    const mode = value[key];
    if (mode === undefined || mode === 'nat') continue;
    const place = [...path, key];
    if (!isAtLeast(draft, value.node, '28.5')) {
      yield {
        path: place,
        message: phrase("gateway mode {mode} of {network}, whose node's engine is older than 28", {
          mode: quote(mode),
          network: value.name,
        }),
        why:
          mode === 'routed'
            ? phrase('engines from 27 on have gateway modes')
            : phrase('engines from 28 on have this mode'),
        next: newer(value.node, key),
      };
    } else if (mode === 'isolated' && value.internal !== true) {
      yield {
        path: place,
        message: phrase('{network} is isolated, and not internal', { network: value.name }),
        why: phrase(
          'an engine takes this mode for internal networks only: without an address of the bridge nothing leads out',
        ),
        next: phrase('write internal: true, or choose another mode'),
      };
    }
  }
  if (value.trustedHostInterfaces !== undefined && !isAtLeast(draft, value.node, '28.5')) {
    yield {
      path: [...path, 'trustedHostInterfaces'],
      message: phrase("trustedHostInterfaces of {network}, whose node's engine is older than 28", {
        network: value.name,
      }),
      why: phrase(
        'engines from 28 on drop what other machines send to containers, and know exceptions',
      ),
      next: newer(value.node, 'trustedHostInterfaces'),
    };
  }
}

function* families(
  draft: Draft,
  { value, path }: Item<TopologyBridge | TopologyLan>,
): Iterable<Finding> {
  const { name, node, ipv4, ipv6, subnet6 } = value;
  const more = 'ipamConfig' in value ? (value.ipamConfig ?? []) : [];
  const has6 = ipv6 ?? (subnet6 !== undefined || more.some(({ subnet }) => subnet.includes(':')));
  if (ipv6 === false && subnet6 !== undefined) {
    yield {
      path: [...path, 'ipv6'],
      message: phrase('{network} has an IPv6 subnet, and ipv6 is false', { network: name }),
      why: phrase('an engine gives no addresses of it then'),
      next: phrase('leave one of them out'),
    };
  }
  if (
    ipv6 === true &&
    subnet6 === undefined &&
    more.length === 0 &&
    !isAtLeast(draft, node, '28.5')
  ) {
    yield {
      path: [...path, 'ipv6'],
      message: phrase('{network} has IPv6 and no subnet6', { network: name }),
      why: phrase('engines from 27 on choose one by themselves'),
      next: phrase('write a subnet6 such as "fd00:1::/64"'),
    };
  }
  if (ipv4 === false) {
    if (!isAtLeast(draft, node, '28.5')) {
      yield {
        path: [...path, 'ipv4'],
        message: phrase("{network} has no IPv4, and its node's engine is older than 28", {
          network: name,
        }),
        why: phrase('before 28 every network has IPv4'),
        next: newer(node, 'ipv4'),
      };
    }
    if (!has6) {
      yield {
        path: [...path, 'ipv4'],
        message: phrase('{network} has neither IPv4 nor IPv6', { network: name }),
        why: phrase('nobody on it could be reached'),
        next: phrase('write a subnet6 such as "fd00:1::/64", or leave ipv4 out'),
      };
    }
    if (value.subnet !== undefined) {
      yield {
        path: [...path, 'subnet'],
        message: phrase('an IPv4 subnet of {network}, which has no IPv4', { network: name }),
        why: phrase('an engine gives no addresses of it then'),
        next: phrase('leave subnet out, or leave ipv4 out'),
      };
    }
  }
  const range = parseSubnet6(subnet6 ?? '');
  const gateway = canonical6(value.gateway6 ?? '');
  if (gateway !== undefined && (range === undefined || !contains6(range, gateway))) {
    yield {
      path: [...path, 'gateway6'],
      message:
        range === undefined
          ? phrase('a gateway6 without a subnet6')
          : phrase('{address} is not in {subnet}', { address: gateway, subnet: range.text }),
      why: phrase("the gateway is an address of the network's subnet"),
      next: phrase('choose an address of subnet6, or leave gateway6 out for its first'),
    };
  }
}

const LAN_MODES = { macvlan: ['bridge', 'private'], ipvlan: ['l2', 'l3', 'l3s'] } as const;

function* lanModes({ value, path }: Item<TopologyLan>): Iterable<Finding> {
  const known: readonly string[] = LAN_MODES[value.driver];
  if (value.mode === undefined || known.includes(value.mode)) return;
  yield {
    path: [...path, 'mode'],
    message: phrase('mode {mode} of the {driver} network {network}', {
      mode: quote(value.mode),
      driver: value.driver,
      network: value.name,
    }),
    why: phrase('each driver has modes of its own'),
    next: phrase('write one of {values}', { values: known.map(quote).join(', ') }),
  };
}

function* membership(
  draft: Draft,
  node: string,
  { value, path }: Item<TopologyAttachment>,
): Iterable<Finding> {
  const key = networkKey(node, value.network);
  const network = draft.networkNamed.get(key)?.value ?? draft.lanNamed.get(key)?.value;
  if (value.gwPriority !== undefined && value.gwPriority !== 0 && !isAtLeast(draft, node, '28.5')) {
    yield {
      path: [...path, 'gwPriority'],
      message: phrase('gwPriority on {network}, and the engine of {node} is older than 28', {
        network: value.network,
        node,
      }),
      why: phrase('engines from 28 on have priorities for the default route'),
      next: newer(node, 'gwPriority'),
    };
  }
  const address = canonical6(value.address6 ?? '');
  if (address === undefined || network === undefined) return;
  const more = 'ipamConfig' in network ? (network.ipamConfig ?? []) : [];
  const ranges = [network.subnet6, ...more.map(({ subnet }) => subnet)].flatMap(
    (text) => parseSubnet6(text ?? '') ?? [],
  );
  if (ranges.some((one) => contains6(one, address) && !isLinkLocal6(one))) return;
  yield {
    path: [...path, 'address6'],
    message:
      ranges.length === 0
        ? phrase('a static IPv6 address on network {network}, which declares no IPv6 subnet', {
            network: quote(value.network),
          })
        : phrase('{address} is in no IPv6 subnet of {network}', {
            address,
            network: quote(value.network),
          }),
    why: phrase('an engine gives static addresses in declared subnets only'),
    next: phrase('choose an address of a subnet6 of {network}, or leave address6 out', {
      network: quote(value.network),
    }),
  };
}
