import type { Outcome } from '../../src/topology/edge';
import type { EngineSeries } from '../../src/topology/topology';

/** A question to a case, and the answer that a correct tool gives: the same for all engines, or for each. */
export type Answer = readonly [
  from: string,
  to: string,
  outcome: Outcome | Readonly<Record<EngineSeries, Outcome>>,
];

/** By the case's file. */
export const ANSWERS: Readonly<Record<string, readonly Answer[]>> = {
  '01-three-tier-two-networks': [
    ['page', '"store"', 'unresolved'],
    ['page', 'store:5432', 'timeout'],
    ['app', 'store:5432', 'reachable'],
    ['outside', 'host:5432', 'refused'],
    ['outside', 'host:8081', 'refused'],
  ],
  '02-internal-only-but-published': [
    ['outside', 'host:5432', 'refused'],
    ['host', '127.0.0.1:3000', 'reachable'],
    [
      'store',
      'outside',
      { '20.10': 'timeout', '26.1': 'unreachable', '28.5': 'unreachable', '29': 'unreachable' },
    ],
  ],
  '03-proxy-as-only-way-out': [
    ['sandbox', '"cache"', 'unresolved'],
    [
      'sandbox',
      'cache:6379',
      { '20.10': 'timeout', '26.1': 'unreachable', '28.5': 'unreachable', '29': 'unreachable' },
    ],
    ['outside', 'host:3128', 'reachable'],
  ],
  '05-external-edge-network': [
    ['app', '"records"', 'reachable'],
    ['app', 'records:5432', 'arrives'],
    ['others.shared-edge', '"records"', 'unresolved'],
    ['app', '"proxy"', 'unknown'],
    ['outside', 'host:443', 'unknown'],
  ],
  '06-ephemeral-host-ports': [
    ['shop', 'stock:50051', 'reachable'],
    ['outside', 'stock:50051', 'reachable'],
    ['outside', 'host:50051', 'refused'],
    ['outside', 'host:8080', 'reachable'],
  ],
  '08-none-and-shared-stack': [
    ['certs', '"search"', 'unresolved'],
    ['setup', '127.0.0.1:9200', 'reachable'],
    ['view', '"setup"', 'unresolved'],
    ['view', '"search"', 'reachable'],
  ],
  '10-static-addresses-and-ipv6': [
    ['mail', '172.22.1.254:53/udp', 'arrives'],
    ['mail', '172.22.1.254', 'reachable'],
    [
      'guest',
      'fd00:22::fe',
      { '20.10': 'reachable', '26.1': 'reachable', '28.5': 'timeout', '29': 'timeout' },
    ],
    ['guest', '172.22.1.254', 'timeout'],
    ['mail', '"mx"', 'reachable'],
  ],
  '11-swarm-stack': [
    ['outside', 'n1:8080', 'reachable'],
    ['outside', 'n2:8080', 'reachable'],
    ['outside', 'n1:4317', 'unknown'],
    ['outside', 'n2:4317', 'unknown'],
    ['page.1', '"agent"', 'reachable'],
  ],
  '14-replicas-without-a-swarm': [
    ['client', '"api"', 'reachable'],
    ['client', '"case-api-2"', 'reachable'],
    ['outside', 'host:8001', 'reachable'],
    ['outside', 'host:8003', 'refused'],
    ['client', '"off"', 'unresolved'],
  ],
};
