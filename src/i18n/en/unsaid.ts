import type { UnsaidKind, UnsaidOf } from '../../topology/unsaid';

type Sentences = { readonly [K in UnsaidKind]: (one: UnsaidOf<K>) => string };

/** What a source does not say, and what is taken to be instead. */
export const unsaid = {
  listeners: ({ container }) => `what else listens in ${container}`,
  'external-network': ({ network }) =>
    `who else is on ${network}, which is external, and its options: taken to be a bridge that is not internal`,
  'host-listeners': ({ container, node }) =>
    `on which ports ${container} listens, which has the network stack of ${node}`,
  'own-firewall': ({ container }) =>
    `what ${container} filters and routes by itself (NET_ADMIN or privileged)`,
  'chosen-port': ({ container, node, target, protocol, standIn }) =>
    `which port of ${node} leads to port ${target}/${protocol} of ${container}: the engine chooses one, and ${standIn} stands for it here; it is open on all addresses`,
  'port-range': ({ container, node, target, protocol, first, last }) =>
    `which of the ports ${first} to ${last} of ${node} leads to port ${target}/${protocol} of ${container}: taken to be the first that is free`,
  'host-address': ({ container, node, address, port, protocol }) =>
    `whether ${node} has the address ${address}, on which ${container} publishes ${port}/${protocol}`,
  placement: ({ container, node, port, protocol }) =>
    `whether ${node} runs ${container}, which publishes ${port}/${protocol} on its own node only`,
  driver: ({ network, driver }) =>
    `how ${network} behaves, whose driver ${driver} is not predicted`,
  option: ({ network, option }) =>
    `what the option ${option} of ${network} does: it is not predicted`,
  'foreign-stack': ({ container, of }) =>
    `the network stack of ${container}, which is that of ${of}, a container of another project`,
  'extra-host': ({ container, name, address }) =>
    `what ${address} is, which ${container} knows as "${name}"`,
  'host-services': ({ container, node }) =>
    `what listens on ${node} itself, and its firewall, which ${container} is told how to ask`,
  'left-out': ({ container, what, value }) => `left out: ${what} ${value} of ${container}`,
} satisfies Sentences;
