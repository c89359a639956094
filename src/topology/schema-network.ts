import * as z from 'zod';
import * as formats from './formats';
import * as networks from './formats-network';
import { chapter, number, reference, text } from './schema-parts';

const gatewayMode = z.enum(['nat', 'nat-unprotected', 'routed', 'isolated']).optional();

/** Of every driver: which of them has what is for a rule. */
export const network = z.strictObject({
  name: text(formats.NETWORK_NAME),
  // An overlay has none.
  node: reference.optional(),
  driver: z.enum(['bridge', 'overlay', 'macvlan', 'ipvlan']).optional(),
  subnet: text(formats.SUBNET).optional(),
  gateway: text(formats.ADDRESS).optional(),
  subnet6: text(formats.SUBNET6).optional(),
  gateway6: text(networks.ADDRESS6).optional(),
  ipv6: z.boolean().optional(),
  ipv4: z.boolean().optional(),
  internal: z.boolean().optional(),
  icc: z.boolean().optional(),
  gatewayMode,
  gatewayModeIpv4: gatewayMode,
  gatewayModeIpv6: gatewayMode,
  masquerade: z.boolean().optional(),
  hostIpv4: text(formats.ADDRESS).optional(),
  inhibitIpv4: z.boolean().optional(),
  trustedHostInterfaces: z.array(text(networks.HOST_INTERFACE)).optional(),
  encrypted: z.boolean().optional(),
  parent: text(networks.HOST_INTERFACE).optional(),
  mode: z.enum(['bridge', 'private', 'l2', 'l3', 'l3s']).optional(),
  ipRange: text(formats.SUBNET).optional(),
  ipamConfig: z
    .array(
      z.strictObject({
        subnet: text(networks.RANGE),
        gateway: text(networks.ANY_HOST).optional(),
      }),
    )
    .optional(),
  chapter,
});

const options = z.record(text(networks.DRIVER_OPTION), text(formats.WORD));

export const attachment = z.strictObject({
  network: reference,
  aliases: z.array(text(formats.ALIAS)).optional(),
  address: text(formats.ADDRESS).optional(),
  address6: text(networks.ADDRESS6).optional(),
  gwPriority: number(networks.PRIORITY).optional(),
  linkLocalIps: z.array(text(networks.LINK_LOCAL)).optional(),
  driverOpts: options.optional(),
  chapter,
});
