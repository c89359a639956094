import * as z from 'zod';
import { SERIES } from './engines';
import * as formats from './formats';
import * as networks from './formats-network';
import { chapter, listener, number, reference, text } from './schema-parts';

/** How a host is reached by ssh. */
export const sshShape = {
  host: text(formats.SSH_HOST).optional(),
  user: text(formats.SSH_USER).optional(),
  port: number(formats.PORT).optional(),
  identityFile: text(formats.SSH_FILE).optional(),
  jump: text(formats.SSH_JUMP).optional(),
  hostKey: text(formats.FINGERPRINT).optional(),
};

const ssh = z.strictObject(sshShape);

const forwardRule = z.strictObject({
  action: z.enum(['accept', 'drop', 'reject', 'return']),
  from: reference.optional(),
  to: reference.optional(),
  port: number(formats.PORT).optional(),
  protocol: z.enum(['tcp', 'udp', 'icmp']).optional(),
});

const foreignFirewall = z.strictObject({
  manager: z.enum(['ufw', 'firewalld']).optional(),
  allow: z.array(text(networks.PORT_NAME)).optional(),
  dockerUser: z.array(forwardRule).optional(),
  forwardDrop: z.boolean().optional(),
  mark: number(networks.MARK).optional(),
});

/** What an engine is told besides, and what is on its machine. */
const engineShape = {
  addresses: z.array(text(networks.FURTHER_ADDRESS)).optional(),
  firewall: z.enum(['iptables', 'nftables']).optional(),
  userlandProxy: z.boolean().optional(),
  icc: z.boolean().optional(),
  ipv6: z.boolean().optional(),
  fixedCidrV6: text(formats.SUBNET6).optional(),
  ip: text(networks.ANY_HOST).optional(),
  defaultAddressPools: z
    .array(z.strictObject({ base: text(formats.SUBNET), size: number(networks.POOL_SIZE) }))
    .optional(),
  allowDirectRouting: z.boolean().optional(),
  bridgeAcceptFwmark: text(networks.FWMARK).optional(),
  foreignFirewall: foreignFirewall.optional(),
  names: z.record(text(formats.ALIAS), text(networks.ANY_HOST)).optional(),
};

export const node = z.strictObject({
  name: text(formats.NODE_NAME),
  address: text(formats.INTERFACE_ADDRESS),
  memory: number(formats.MEMORY).optional(),
  cpus: number(formats.CPUS).optional(),
  engine: z.enum(SERIES).optional(),
  listens: z.array(listener).optional(),
  chapter,
  backend: z.enum(['containers', 'vagrant', 'remote']).optional(),
  ssh: ssh.optional(),
  ...engineShape,
});

export const furtherHost = z.strictObject({
  name: text(formats.NODE_NAME),
  address: text(formats.ADDRESS).optional(),
  ssh: ssh.optional(),
  listens: z.array(listener).optional(),
  chapter,
});

export const outside = z.strictObject({
  address: text(formats.ADDRESS),
  address6: text(networks.INTERFACE_ADDRESS6).optional(),
  routes: z.array(z.strictObject({ to: text(networks.RANGE), via: reference })).optional(),
});
