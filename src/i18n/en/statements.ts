import type { Statement } from '../../edges/statement';

type Of<K extends Statement['kind']> = Extract<Statement, { readonly kind: K }>;

const familyOf = ({ family }: { readonly family: 'ip4' | 'ip6' }): string =>
  family === 'ip6' ? ' of ip6tables' : '';

/** What must hold on the nodes, each as a sentence without its full stop. */
export const statements: { readonly [K in Statement['kind']]: (statement: Of<K>) => string } = {
  claim: ({ text }) => `claim ${text}`,
  'node-answers': ({ node }) => `${node} and its engine answer`,
  'node-forwards': ({ node }) => `${node} forwards packets`,
  'node-address': ({ node, address }) => `${node} has the address ${address}`,
  'engine-networks': ({ node }) => `${node} has Docker's own networks`,
  'engine-rules': ({ node }) => `${node} has Docker's chains and rules`,
  'swarm-manager': ({ node }) => `${node} manages the swarm`,
  'swarm-member': ({ node, manager }) => `${node} is in the swarm of ${manager}`,
  'left-out': ({ host, containers }) => `${[host, ...containers].join(', ')}: left out of the lab`,
  'network-exists': ({ network, node }) =>
    `network ${network} exists ${node === undefined ? 'in the swarm' : `on ${node}`}`,
  'network-declared': ({ network }) => `network ${network} is as declared`,
  'network-members': ({ network, node }) =>
    `docker network inspect ${network} on ${node} lists its containers`,
  'bridge-up': ({ bridge, node }) => `${bridge} on ${node} is up, with its address`,
  'bridge-mtu': ({ bridge, node }) => `${bridge} on ${node} has the mtu of its ports`,
  'bridge-route': ({ node, subnet, bridge }) =>
    `${node} has a route to ${subnet} through ${bridge}`,
  'bridge-port': ({ bridge, name, node, container }) =>
    `${bridge}${name === undefined ? '' : ` (${name})`} on ${node} holds the veth port of ${container}`,
  'service-runs': ({ service }) => `the swarm runs the service ${service}`,
  'service-declared': ({ service }) => `the service ${service} is as declared`,
  running: ({ container }) => `${container} is running`,
  labelled: ({ container }) => `${container} belongs to the lab`,
  'own-namespace': ({ container }) => `${container} has a network namespace of its own`,
  'shared-namespace': ({ container, owner }) =>
    `${container} shares the network namespace of ${owner}`,
  'only-loopback': ({ container }) => `${container} has no interface but lo`,
  'node-interfaces': ({ container, node }) => `${container} has the interfaces of ${node}`,
  'node-hostname': ({ container, node }) => `${container} has the hostname of ${node}`,
  'container-rules': ({ container, node }) => `${node} has Docker's rules for ${container}`,
  'name-server': ({ container }) =>
    `/etc/resolv.conf of ${container} names its engine's name server`,
  'own-hosts-lines': ({ container }) => `/etc/hosts of ${container} has its own lines`,
  'no-other-hosts-lines': ({ container }) => `/etc/hosts of ${container} names no other container`,
  'hosts-link': ({ container, target }) => `/etc/hosts of ${container} has the link to ${target}`,
  attached: ({ container, network }) => `${container} is attached to ${network}`,
  'attached-to-nothing-else': ({ container }) => `${container} is attached to nothing else`,
  'static-address': ({ container, network }) => `${container} has its static address on ${network}`,
  aliases: ({ container, network }) => `${container} has its aliases on ${network}`,
  'mac-address': ({ container, network }) => `${container} has its MAC address on ${network}`,
  interface: ({ container, network, subnet }) =>
    `${container} has an interface on ${network}, in ${subnet ?? 'its subnet'}`,
  'default-gateway': ({ container, through }) =>
    `${container} has its default gateway on ${through ?? 'none'}`,
  'publishes-nothing': ({ container }) => `${container} publishes nothing`,
  publishes: ({ container }) => `${container} publishes its ports`,
  translation: ({ node, ip, port, protocol, container }) =>
    `${node} translates ${ip}:${port}/${protocol} to ${container}`,
  'holds-port': ({ node, port, protocol, container }) =>
    `${node} holds port ${port}/${protocol} for ${container}`,
  'listens-declared': ({ container }) => `${container} declares what listens behind its ports`,
  page: ({ container }) => `${container} shows its page`,
  'namespace-interface': ({ namespace, node, interface: name }) =>
    `namespace ${namespace} on ${node} has ${name}`,
  listens: ({ endpoint, port, protocol }) => `${endpoint} listens on port ${port}/${protocol}`,
  neighbours: ({ endpoint }) => `${endpoint} asks where its neighbours are`,
  'processes-run': ({ endpoint }) => `the processes of ${endpoint} run`,
  'loopback-up': ({ endpoint }) => `the loopback interface of ${endpoint} is up`,
  'echo-replies': ({ endpoint }) => `${endpoint} answers echo requests`,
  'name-server-rules': ({ endpoint }) => `${endpoint} has the rules of its name server`,
  'no-dead-route': ({ endpoint }) => `${endpoint} has no route that leads nowhere`,
  'no-dropping-table': ({ endpoint }) => `${endpoint} has no table of nftables that stops packets`,
  'no-rule': (statement) =>
    `${statement.endpoint} has no rule ${statement.rule} in ${statement.table}${familyOf(statement)}`,
  'accepting-policy': ({ endpoint, table, chain, family }) =>
    `the policy of ${table === 'filter' ? '' : `${table} `}${chain} on ${endpoint}${family === 'ip6' ? ' for IPv6' : ''} is ACCEPT`,
};
