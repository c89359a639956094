import * as z from 'zod';

/** Labels by which Compose knows its own. */
const COMPOSE = 'com.docker.compose';
const label = (of: string, name: string): string => `(index ${of}.Labels "${COMPOSE}.${name}")`;

/** A template for `--format` that prints one line of JSON with these fields and nothing else. */
const template = (fields: Readonly<Record<string, string>>): string =>
  `{${Object.entries(fields)
    .map(([name, value]) => `"${name}":{{json ${value}}}`)
    .join(',')}}`;

/** What is asked of a container: its environment, command and other labels never leave the engine's client. */
export const CONTAINER = template({
  // As the client's own type has it: with the API's `Id` it would read what is optional as missing.
  id: '.ID',
  name: '.Name',
  pid: '.State.Pid',
  hostname: '.Config.Hostname',
  image: '.Config.Image',
  exposed: '.Config.ExposedPorts',
  mode: '.HostConfig.NetworkMode',
  links: '.HostConfig.Links',
  hosts: '.HostConfig.ExtraHosts',
  capabilities: '.HostConfig.CapAdd',
  privileged: '.HostConfig.Privileged',
  ports: '.NetworkSettings.Ports',
  networks: '.NetworkSettings.Networks',
  project: label('.Config', 'project'),
  service: label('.Config', 'service'),
  number: label('.Config', 'container-number'),
});

export const NETWORK = template({
  // As the client's own type has it: with the API's `Id` it would read what is optional as missing.
  id: '.ID',
  name: '.Name',
  driver: '.Driver',
  internal: '.Internal',
  ipv6: '.EnableIPv6',
  ranges: '.IPAM.Config',
  options: '.Options',
  project: label('', 'project'),
  network: label('', 'network'),
});

export const INFO = template({ name: '.Name', swarm: '.Swarm.LocalNodeState' });

const list = z
  .array(z.string())
  .nullish()
  .transform((all) => all ?? []);
const text = z
  .string()
  .nullish()
  .transform((one) => one ?? '');

const endpoint = z.object({
  NetworkID: text,
  IPAddress: text,
  GlobalIPv6Address: text,
  Gateway: text,
  Links: list,
  Aliases: list,
  DNSNames: list,
});

const binding = z.object({ HostIp: text, HostPort: text });

export const containerSchema = z.object({
  id: z.string(),
  name: z.string().transform((name) => name.replace(/^\//, '')),
  pid: z.number(),
  hostname: text,
  image: text,
  exposed: z
    .record(z.string(), z.unknown())
    .nullish()
    .transform((all) => Object.keys(all ?? {})),
  mode: text,
  links: list,
  hosts: list,
  capabilities: list,
  privileged: z.boolean().nullish(),
  ports: z.record(z.string(), z.array(binding).nullable()).nullish(),
  networks: z.record(z.string(), endpoint).nullish(),
  project: text,
  service: text,
  number: text,
});

export const networkSchema = z.object({
  id: z.string(),
  name: z.string(),
  driver: text,
  internal: z.boolean().nullish(),
  ipv6: z.boolean().nullish(),
  ranges: z.array(z.object({ Subnet: text, Gateway: text })).nullish(),
  options: z.record(z.string(), z.string()).nullish(),
  project: text,
  network: text,
});

export const infoSchema = z.object({ name: text, swarm: text });

export type EngineContainer = z.output<typeof containerSchema>;
export type EngineNetwork = z.output<typeof networkSchema>;

/** What runs on an engine, as far as it is about networks. */
export interface Inspected {
  /** Full version. */
  readonly version: string;
  /** Host name of its machine. */
  readonly name: string;
  /** Those that run. */
  readonly containers: readonly EngineContainer[];
  readonly networks: readonly EngineNetwork[];
}
