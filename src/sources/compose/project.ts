import * as z from 'zod';

/** What is kept of a service's network; nothing else of it is read, least of all environment and secrets. */
const text = z.union([z.string(), z.number()]).transform(String);

const port = z.object({
  target: z.coerce.number().optional(),
  published: text.optional(),
  host_ip: z.string().optional(),
  protocol: z.string().optional(),
  mode: z.string().optional(),
});

const attachment = z
  .object({
    aliases: z.array(z.string()).nullish(),
    ipv4_address: z.string().optional(),
    ipv6_address: z.string().optional(),
  })
  .nullish();

const hosts = z.union([
  z.array(z.string()),
  z.record(z.string(), z.union([z.string(), z.array(z.string())])),
]);

const service = z.object({
  image: z.string().optional(),
  container_name: z.string().optional(),
  hostname: z.string().optional(),
  network_mode: z.string().optional(),
  networks: z.record(z.string(), attachment).nullish(),
  ports: z.array(port).nullish(),
  expose: z.array(text).nullish(),
  links: z.array(z.string()).nullish(),
  external_links: z.array(z.string()).nullish(),
  extra_hosts: hosts.nullish(),
  cap_add: z.array(z.string()).nullish(),
  privileged: z.boolean().optional(),
  scale: z.coerce.number().optional(),
  // Only ports are taken from its words: they may hold secrets.
  healthcheck: z
    .object({ test: z.union([z.string(), z.array(z.string())]).nullish() })
    .nullish()
    .transform((check) => portsIn(check?.test)),
  deploy: z
    .object({
      mode: z.string().optional(),
      replicas: z.coerce.number().nullish(),
      endpoint_mode: z.string().optional(),
      placement: z.object({ constraints: z.array(z.string()).nullish() }).nullish(),
    })
    .nullish(),
});

const network = z
  .object({
    name: z.string().optional(),
    driver: z.string().optional(),
    driver_opts: z.record(z.string(), text).nullish(),
    external: z.union([z.boolean(), z.object({}).transform(() => true)]).optional(),
    internal: z.boolean().optional(),
    enable_ipv6: z.boolean().nullish(),
    ipam: z
      .object({
        config: z
          .array(z.object({ subnet: z.string().optional(), gateway: z.string().optional() }))
          .nullish(),
      })
      .nullish(),
  })
  .nullish();

/** `never: outside -> db` without quotes is a key with a value to YAML. */
const claim = z.union([
  z.string(),
  z.record(z.string(), z.string()).transform((pair) =>
    Object.entries(pair)
      .map(([kind, rest]) => `${kind}: ${rest}`)
      .join(' '),
  ),
]);

export const projectSchema = z.object({
  name: z.string(),
  services: z.record(z.string(), service).nullish(),
  networks: z.record(z.string(), network).nullish(),
  'x-reachability': z.array(claim).nullish(),
});

/** What Compose says of a project, as far as it is about networks. */
export type Project = z.output<typeof projectSchema>;
export type ComposeService = z.output<typeof service>;
export type ComposeNetwork = NonNullable<z.output<typeof network>>;
export type ComposePort = z.output<typeof port>;

const AT = /(?:localhost|127\.0\.0\.1|\[::1\]|0\.0\.0\.0)[: ]+(\d{1,5})\b/g;

/** Ports at which a healthcheck asks the container itself. */
function portsIn(test: string | readonly string[] | null | undefined): number[] {
  const words = typeof test === 'string' ? test : (test ?? []).join(' ');
  const ports = [...words.matchAll(AT)].map(([, port]) => Number(port));
  return [...new Set(ports)].filter((port) => port >= 1 && port <= 65535);
}
