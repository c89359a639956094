import * as z from 'zod';
import { SERIES } from './engines';
import * as formats from './formats';
import { type Format } from './formats';
import { quote } from './problems';
import type { Topology } from './topology';
import { LISTENER_SOURCES, type Unsaid } from './unsaid';
import { type Text, phrase } from '../text/text';

/** What is said of a refused value. */
export type Advice = Pick<Format<never>, 'message' | 'why' | 'next'>;

const advised = <T>({ fits, message, why, next }: Format<T>) =>
  [
    fits,
    {
      // The input, of which only this is told.
      error: ({ input }: { readonly input?: unknown }) => quote(input),
      params: { message, why, next } satisfies Advice,
    },
  ] as const;

const text = (format: Format<string>) => z.string().refine(...advised(format));
const number = (format: Format<number>) => z.number().refine(...advised(format));

const some = <T extends z.ZodType>(element: T, message: Text, next: Text) =>
  z.array(element).refine(
    ...advised<readonly unknown[]>({
      fits: (list) => list.length > 0,
      message: () => message,
      why: phrase('everything else belongs to one'),
      next,
    }),
  );

/** A name of something else in the topology: rules find out what. */
const reference = z.string();
const chapter = reference.optional();

/** May be a secret: no message has it. */
const value = z.string().refine(
  ...advised({
    ...formats.WORD,
    message: () => phrase('the value would not arrive as it is'),
  }),
);

const listener = z.strictObject({
  port: number(formats.PORT),
  protocol: z.enum(['tcp', 'udp']).optional(),
  page: text(formats.LINE).optional(),
  from: z.enum(LISTENER_SOURCES).optional(),
  at: z.array(z.string()).optional(),
});

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

const node = z.strictObject({
  name: text(formats.NODE_NAME),
  address: text(formats.INTERFACE_ADDRESS),
  memory: number(formats.MEMORY).optional(),
  cpus: number(formats.CPUS).optional(),
  engine: z.enum(SERIES).optional(),
  listens: z.array(listener).optional(),
  chapter,
  backend: z.enum(['containers', 'vagrant', 'remote']).optional(),
  ssh: ssh.optional(),
});

const furtherHost = z.strictObject({
  name: text(formats.NODE_NAME),
  address: text(formats.ADDRESS).optional(),
  ssh: ssh.optional(),
  listens: z.array(listener).optional(),
  chapter,
});

const network = z.strictObject({
  name: text(formats.NETWORK_NAME),
  // A bridge needs one and an overlay has none: a rule says so.
  node: reference.optional(),
  driver: z.enum(['bridge', 'overlay']).optional(),
  subnet: text(formats.SUBNET).optional(),
  gateway: text(formats.ADDRESS).optional(),
  subnet6: text(formats.SUBNET6).optional(),
  internal: z.boolean().optional(),
  icc: z.boolean().optional(),
  encrypted: z.boolean().optional(),
  chapter,
});

const attachment = z.strictObject({
  network: reference,
  aliases: z.array(text(formats.ALIAS)).optional(),
  address: text(formats.ADDRESS).optional(),
  address6: z.string().optional(),
  chapter,
});

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
  outside: z.strictObject({ address: text(formats.ADDRESS) }),
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
