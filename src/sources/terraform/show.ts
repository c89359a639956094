import * as z from 'zod';

/** What is kept of a container; nothing else of it is read, least of all its environment. */
const values = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  image: z.string().nullish(),
  image_id: z.string().nullish(),
  hostname: z.string().nullish(),
  network_mode: z.string().nullish(),
  networks: z.array(z.string()).nullish(),
  links: z.array(z.string()).nullish(),
  networks_advanced: z
    .array(
      z.object({
        name: z.string().nullish(),
        aliases: z.array(z.string()).nullish(),
        ipv4_address: z.string().nullish(),
        ipv6_address: z.string().nullish(),
      }),
    )
    .nullish(),
  ports: z
    .array(
      z.object({
        internal: z.number().nullish(),
        external: z.number().nullish(),
        ip: z.string().nullish(),
        protocol: z.string().nullish(),
      }),
    )
    .nullish(),
  host: z.array(z.object({ host: z.string(), ip: z.string().nullish() })).nullish(),
  capabilities: z.array(z.object({ add: z.array(z.string()).nullish() })).nullish(),
  privileged: z.boolean().nullish(),
  publish_all_ports: z.boolean().nullish(),
  driver: z.string().nullish(),
  internal: z.boolean().nullish(),
  ipv6: z.boolean().nullish(),
  options: z.record(z.string(), z.string()).nullish(),
  ipam_config: z
    .array(z.object({ subnet: z.string().nullish(), gateway: z.string().nullish() }))
    .nullish(),
});

const TYPES = ['docker_container', 'docker_network', 'docker_image', 'docker_service'] as const;

/** Of other providers nothing is read but the address. */
const resource = z
  .looseObject({
    address: z.string(),
    mode: z.string(),
    type: z.string(),
    name: z.string(),
    index: z.union([z.string(), z.number()]).optional(),
    values: z.unknown(),
  })
  .transform(({ address, mode, type, name, index, values: written }) => ({
    ...{ address, mode, type, name, index },
    values: (TYPES as readonly string[]).includes(type) ? values.parse(written ?? {}) : {},
  }));

export interface ValuesModule {
  readonly address?: string | undefined;
  readonly resources?: readonly z.output<typeof resource>[] | undefined;
  readonly child_modules?: readonly ValuesModule[] | undefined;
}

const valuesModule: z.ZodType<ValuesModule> = z.lazy(() =>
  z.object({
    address: z.string().optional(),
    resources: z.array(resource).optional(),
    child_modules: z.array(valuesModule).optional(),
  }),
);

/** Of an expression only what it refers to is read: a constant may be a secret, and is a value anyway. */
const expressions = z.record(z.string(), z.unknown());

export interface ConfigModule {
  readonly resources?:
    | readonly {
        readonly address: string;
        readonly provider_config_key?: string | undefined;
        readonly expressions?: Readonly<Record<string, unknown>> | undefined;
      }[]
    | undefined;
  readonly outputs?: Readonly<Record<string, { readonly expression?: unknown }>> | undefined;
  readonly module_calls?:
    | Readonly<
        Record<
          string,
          {
            readonly expressions?: Readonly<Record<string, unknown>> | undefined;
            readonly module?: ConfigModule | undefined;
          }
        >
      >
    | undefined;
}

const configModule: z.ZodType<ConfigModule> = z.lazy(() =>
  z.object({
    resources: z
      .array(
        z.object({
          address: z.string(),
          provider_config_key: z.string().optional(),
          expressions: expressions.optional(),
        }),
      )
      .optional(),
    outputs: z.record(z.string(), z.object({ expression: z.unknown() })).optional(),
    module_calls: z
      .record(
        z.string(),
        z.object({ expressions: expressions.optional(), module: configModule.optional() }),
      )
      .optional(),
  }),
);

const stateValues = z.object({ root_module: valuesModule.optional() });

/** What `terraform show -json` prints: of a plan, or of a state, which has `values`. */
export const showSchema = z.object({
  format_version: z.string(),
  values: stateValues.optional(),
  planned_values: stateValues.optional(),
  prior_state: z.object({ values: stateValues.optional() }).optional(),
  configuration: z.object({ root_module: configModule.optional() }).optional(),
});

export type Show = z.output<typeof showSchema>;
export type Values = z.output<typeof values>;

/** A resource of a plan or a state. */
export interface Resource {
  readonly address: string;
  /** Address of the instance of the module that it is in; empty for the root. */
  readonly module: string;
  readonly managed: boolean;
  readonly type: string;
  readonly name: string;
  readonly index: string | number | undefined;
  readonly values: Partial<Values>;
}

/** All resources of a module and those below it. */
export const resourcesOf = (module: ValuesModule | undefined): Resource[] =>
  module === undefined
    ? []
    : [
        ...(module.resources ?? []).map(({ mode, ...one }) => ({
          ...one,
          module: module.address ?? '',
          managed: mode === 'managed',
        })),
        ...(module.child_modules ?? []).flatMap(resourcesOf),
      ];
