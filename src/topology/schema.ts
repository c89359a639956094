import * as z from 'zod';
import * as formats from './formats';
import * as networks from './formats-network';
import { attachment, network } from './schema-network';
import { furtherHost, node, outside } from './schema-node';
import { advised, chapter, listener, number, reference, text } from './schema-parts';
import type { Topology } from './topology';
import type { Unsaid } from './unsaid';
import { type Text, phrase } from '../text/text';

export type { Advice } from './schema-parts';
export { sshShape } from './schema-node';

const some = <T extends z.ZodType>(element: T, message: Text, next: Text) =>
  z.array(element).refine(
    ...advised<readonly unknown[]>({
      fits: (list) => list.length > 0,
      message: () => message,
      why: phrase('everything else belongs to one'),
      next,
    }),
  );

/** May be a secret: no message has it. */
const value = z.string().refine(
  ...advised({
    ...formats.WORD,
    message: () => phrase('the value would not arrive as it is'),
  }),
);

const link = z.strictObject({
  container: reference,
  alias: text(formats.ALIAS).optional(),
  chapter,
});

const container = z.strictObject({
  name: text(formats.CONTAINER_NAME),
  node: reference,
  image: text(formats.IMAGE),
  command: z.array(text(formats.WORD)).optional(),
  environment: z.record(text(formats.VARIABLE), value).optional(),
  hostname: text(formats.HOSTNAME).optional(),
  networkMode: text(formats.NETWORK_MODE).optional(),
  networks: z.array(z.union([reference, attachment])).optional(),
  links: z.array(link).optional(),
  extraHosts: z.array(text(networks.EXTRA_HOST)).optional(),
  dns: z.array(text(networks.ANY_HOST)).optional(),
  names: z.record(text(formats.ALIAS), text(networks.ANY_HOST)).optional(),
  expose: z.array(text(networks.PORT_NAME)).optional(),
  sysctls: z.record(text(networks.SYSCTL), text(formats.WORD)).optional(),
  ports: z.array(z.string()).optional(),
  listens: z.array(listener).optional(),
  chapter,
});

const service = z.strictObject({
  name: text(formats.SERVICE_NAME),
  image: text(formats.IMAGE),
  command: z.array(text(formats.WORD)).optional(),
  environment: z.record(text(formats.VARIABLE), value).optional(),
  replicas: number(formats.REPLICAS).optional(),
  networks: z.array(z.union([reference, z.strictObject({ network: reference, chapter })])),
  endpointMode: z.enum(['vip', 'dnsrr']).optional(),
  ports: z.array(z.string()).optional(),
  listens: z.array(listener).optional(),
  chapter,
});

const namespace = z.strictObject({
  name: text(formats.NAMESPACE_NAME),
  interface: text(formats.INTERFACE_NAME),
  address: text(formats.INTERFACE_ADDRESS),
});

const namespacePair = z.strictObject({
  node: reference,
  ends: z.tuple([namespace, namespace]),
  chapter,
});

/** Shapes, character sets and ranges of a topology; what refers to what is for the rules. */
export const topologySchema = z.strictObject({
  name: text(formats.LAB_NAME),
  title: text(formats.LINE).optional(),
  outside,
  chapters: some(
    z.strictObject({ id: text(formats.CHAPTER_ID), title: text(formats.LINE) }),
    phrase('there is no chapter'),
    phrase('add a chapter, such as {chapter}', { chapter: '{ id: "lab", title: "The lab" }' }),
  ),
  nodes: some(
    node,
    phrase('there is no node'),
    phrase('add a node, such as {node}', {
      node: '{ name: "docker-node1", address: "192.168.205.10/24" }',
    }),
  ),
  furtherHosts: z.array(furtherHost).optional(),
  swarm: z.array(reference).optional(),
  networks: z.array(network).optional(),
  containers: z.array(container).optional(),
  services: z.array(service).optional(),
  namespacePairs: z.array(namespacePair).optional(),
  claims: z.array(z.string()).optional(),
  unsaid: z.array(z.custom<Unsaid>()).optional(),
});

type Accepts<T extends z.input<typeof topologySchema>> = T;
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;

/**
 * Compiles only while the schema takes everything that the author's type allows.
 *
 * @public
 */
export type EveryTopology = Accepts<Mutable<Topology>>;
