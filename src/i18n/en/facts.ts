import type { Fact } from '../../edges/statement-value';

type Of<K extends Fact['fact']> = Extract<Fact, { readonly fact: K }>;

const state = (up: boolean): string => (up ? 'up' : 'down');

/** What is wanted or was found of a statement. */
export const facts = {
  none: 'none',
  there: 'there',
  up: 'up',
  down: 'down',
  all: 'all',
  answer: 'an answer',
  route: 'a route',
  'no-route': 'no route',
  service: 'a service',
  'no-address': 'no address',
  'no-such-network': 'no such network',
  'no-such-container': 'no such container',
  'no-such-label': 'no such label',
  'no-such-namespace': 'no such namespace',
  'no-such-interface': 'no such interface',
  'no-such-veth': 'no such veth',
  'no-such-service': 'no such service',
  'no-such-rule': 'no such rule',
  attached: 'attached',
  'not-attached': 'not attached',
  manager: 'manager',
  worker: 'a worker',
  leaderless: 'manager without a leader',
  'no-swarm': 'in no swarm',
  'other-swarm': 'in another swarm',
  nobody: 'nobody',
  'nothing-listens': 'nothing listens there',
  'own-page': 'its page',
  'another-page': 'another page',
  'no-fixed-neighbour': 'no fixed neighbour',
  'name-server-rules': 'the rules of 127.0.0.11',
  'named-host': 'a host that the user names',
  holds: 'holds',
  'no-way': 'no way',
  status: ({ status }: Of<'status'>) => status,
  exited: ({ code }: Of<'exited'>) => `exited with ${code}`,
  stopped: ({ processes }: Of<'stopped'>) =>
    `stopped: ${processes.map(({ command, pid }) => `${command} (process ${pid})`).join(', ')}`,
  process: ({ command, pid }: Of<'process'>) => `${command} (process ${pid})`,
  interface: ({ address, up, mtu }: Of<'interface'>) => `${address} ${state(up)}, mtu ${mtu}`,
  'bridge-port': ({ bridge, up, mtu }: Of<'bridge-port'>) =>
    `port of ${bridge ?? 'no bridge'}, ${state(up)}, mtu ${mtu}`,
  mtu: ({ mtu }: Of<'mtu'>) => `mtu ${mtu}`,
  'mtu-at-least': ({ mtu }: Of<'mtu-at-least'>) => `at least ${mtu}`,
  at: ({ address }: Of<'at'>) => `at ${address}`,
  'any-of': ({ values }: Of<'any-of'>) => values.join(' or '),
  'shared-with': ({ names }: Of<'shared-with'>) => `shared with ${names.join(', ') || 'none'}`,
  'namespace-of': ({ owner }: Of<'namespace-of'>) => `that of ${owner}`,
  missing: ({ rules, more }: Of<'missing'>) =>
    `missing: ${[...rules, ...(more > 0 ? [`and ${more} more`] : [])].join(', ')}`,
  rules: ({ found, wanted }: Of<'rules'>) => `${found} of ${wanted}`,
  packets: ({ count }: Of<'packets'>) => `${count} packets have met it`,
  'fixed-neighbour': ({ address, mac }: Of<'fixed-neighbour'>) => `${address} is fixed at ${mac}`,
  replicas: ({ count }: Of<'replicas'>) => `replicas ${count ?? 'on every node'}`,
  'endpoint-mode': ({ mode }: Of<'endpoint-mode'>) => `endpoint mode ${mode}`,
  'declared-listener': ({ port, protocol }: Of<'declared-listener'>) =>
    `port ${port}/${protocol} among listens`,
  'undeclared-answer': ({ port, protocol }: Of<'undeclared-answer'>) =>
    `port ${port}/${protocol} answers, and is not declared`,
};
