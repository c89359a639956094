import { z } from 'zod';
import { SERIES } from './engines';
import type { Lab } from './lab';
import type { Text, Value } from '../text/text';

const text = z.string();
const texts = z.array(text);
const number = z.number();

const listener = z.looseObject({
  port: number,
  protocol: z.enum(['tcp', 'udp']),
  page: text.exactOptional(),
});

const port = z.looseObject({
  ip: text,
  published: number,
  target: number,
  protocol: z.enum(['tcp', 'udp']),
});

const node = z.looseObject({
  name: text,
  address: text,
  subnet: text,
  memory: number,
  cpus: number,
  engine: z.enum(SERIES),
  listens: z.array(listener),
  chapter: text,
  backend: z.enum(['containers', 'vagrant', 'remote']).exactOptional(),
  ssh: z.looseObject({ host: text }).exactOptional(),
  apart: z.literal(true).exactOptional(),
});

const network = z.looseObject({
  name: text,
  node: text,
  driver: z.literal('bridge'),
  subnet: text.exactOptional(),
  gateway: text.exactOptional(),
  subnet6: text.exactOptional(),
  internal: z.boolean(),
  icc: z.boolean(),
  chapter: text,
});

const overlay = z.looseObject({
  name: text,
  driver: z.literal('overlay'),
  subnet: text.exactOptional(),
  gateway: text.exactOptional(),
  internal: z.boolean(),
  encrypted: z.boolean(),
  chapter: text,
});

const attachment = z.looseObject({
  network: text,
  aliases: texts,
  address: text.exactOptional(),
  chapter: text,
});

const networking = z.discriminatedUnion('mode', [
  z.looseObject({ mode: z.literal('bridge'), attachments: z.array(attachment) }),
  z.looseObject({ mode: z.literal('host') }),
  z.looseObject({ mode: z.literal('none') }),
  z.looseObject({ mode: z.literal('container'), container: text }),
]);

/** What a container and a service have both. */
const program = {
  name: text,
  image: text,
  command: texts,
  hostname: text.exactOptional(),
  environment: z.record(text, text),
  ports: z.array(port),
  listens: z.array(listener),
  chapter: text,
};

const container = z.looseObject({
  ...program,
  node: text,
  service: text.exactOptional(),
  ingress: z.literal(true).exactOptional(),
  networking,
  links: z.array(z.looseObject({ container: text, alias: text, chapter: text })),
});

const service = z.looseObject({
  ...program,
  replicas: number,
  networks: z.array(z.looseObject({ network: text, chapter: text })),
  endpointMode: z.enum(['vip', 'dnsrr']),
});

const filled: z.ZodType<Value> = z.lazy(() => z.union([text, z.number(), told, z.array(filled)]));

/** A text as it is written down. */
const told: z.ZodType<Text> = z.union([
  z.strictObject({ verbatim: text }),
  z.strictObject({ phrase: text, values: z.record(text, filled).exactOptional() }),
  z.strictObject({ texts: z.array(z.lazy(() => told)) }),
]) as unknown as z.ZodType<Text>;

const namespace = z.looseObject({ name: text, interface: text, address: text, prefix: number });

/**
 * A lab as it is written down. Of one from before there were overlays or services there are none; what a later version
 * adds stays.
 */
export const labFile: z.ZodType<Lab> = z.looseObject({
  name: text,
  title: text,
  outside: z.looseObject({ address: text }),
  chapters: z.array(z.looseObject({ id: text, title: text })),
  nodes: z.array(node),
  leftOut: z
    .array(z.looseObject({ host: text, chapter: text, containers: texts, why: told }))
    .exactOptional(),
  swarm: texts.default([]),
  networks: z.array(network),
  overlays: z.array(overlay).default([]),
  containers: z.array(container),
  services: z.array(service).default([]),
  namespacePairs: z.array(
    z.looseObject({ node: text, ends: z.tuple([namespace, namespace]), chapter: text }),
  ),
});
