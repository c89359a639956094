import { z } from 'zod';
import { askFor, labelsOf, type Ask } from '../engine-api';

/** A container, as far as it can be left over or be in the way. */
export interface FoundContainer {
  readonly id: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Ids of its networks; names where the engine does not give the id yet. */
  readonly networks: readonly string[];
  readonly ports: readonly {
    readonly ip: string;
    readonly port: number;
    readonly protocol: string;
  }[];
}

export interface FoundNetwork {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly labels: Readonly<Record<string, string>>;
  /** CIDRs. */
  readonly subnets: readonly string[];
}

export interface FoundService {
  readonly id: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

export interface Objects {
  readonly containers: readonly FoundContainer[];
  readonly networks: readonly FoundNetwork[];
  /** Empty on a node that does not manage a swarm. */
  readonly services: readonly FoundService[];
}

const listedContainer = z.object({
  Id: z.string(),
  Names: z.array(z.string()).nullish(),
  Labels: labelsOf,
  Ports: z
    .array(
      z.object({ IP: z.string().optional(), PublicPort: z.number().optional(), Type: z.string() }),
    )
    .nullish(),
  NetworkSettings: z
    .object({
      Networks: z
        .record(z.string(), z.object({ NetworkID: z.string().optional() }).nullable())
        .nullish(),
    })
    .nullish(),
});

const listedNetwork = z.object({
  Id: z.string(),
  Name: z.string(),
  Scope: z.string(),
  Labels: labelsOf,
  IPAM: z
    .object({ Config: z.array(z.object({ Subnet: z.string().optional() })).nullish() })
    .nullish(),
});

const listedService = z.object({
  ID: z.string(),
  Spec: z.object({ Name: z.string(), Labels: labelsOf }),
});

/** Everything on an engine, the lab's and others'. @throws LabError where it does not answer */
export async function objectsOn(ask: Ask, isManager: boolean): Promise<Objects> {
  const [containers, networks, services] = await Promise.all([
    askFor(z.array(listedContainer), ask, '/containers/json?all=1'),
    askFor(z.array(listedNetwork), ask, '/networks'),
    // An engine that has lost its swarm refuses.
    isManager ? askFor(z.array(listedService), ask, '/services').catch(() => []) : [],
  ]);
  return {
    containers: containers.map(toContainer),
    networks: networks.map(({ Id, Name, Scope, Labels, IPAM }) => ({
      id: Id,
      name: Name,
      scope: Scope,
      labels: Labels,
      subnets: (IPAM?.Config ?? []).flatMap(({ Subnet }) => Subnet ?? []),
    })),
    services: services.map(({ ID, Spec }) => ({
      id: ID,
      name: Spec.Name,
      labels: Spec.Labels,
    })),
  };
}

function toContainer(listed: z.infer<typeof listedContainer>): FoundContainer {
  const { Id, Names, Labels, Ports, NetworkSettings } = listed;
  return {
    id: Id,
    // A container that others link to has their names for it, too: `/other/alias`.
    name: (Names ?? []).map((name) => name.slice(1)).find((name) => !name.includes('/')) ?? Id,
    labels: Labels,
    networks: Object.entries(NetworkSettings?.Networks ?? {}).map(
      ([name, network]) => network?.NetworkID || name,
    ),
    ports: (Ports ?? []).flatMap(({ IP, PublicPort, Type }) =>
      PublicPort === undefined ? [] : [{ ip: IP ?? '', port: PublicPort, protocol: Type }],
    ),
  };
}
