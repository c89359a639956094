import type { Ask } from '../engine-api';

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

type Labels = Readonly<Record<string, string>> | null | undefined;

interface ListedContainer {
  readonly Id: string;
  readonly Names: readonly string[] | null;
  readonly Labels: Labels;
  readonly Ports:
    readonly { readonly IP?: string; readonly PublicPort?: number; readonly Type: string }[] | null;
  readonly NetworkSettings?: {
    readonly Networks?: Readonly<Record<string, { readonly NetworkID?: string } | null>> | null;
  };
}

interface ListedNetwork {
  readonly Id: string;
  readonly Name: string;
  readonly Scope: string;
  readonly Labels: Labels;
  readonly IPAM?: { readonly Config?: readonly { readonly Subnet?: string }[] | null } | null;
}

interface ListedService {
  readonly ID: string;
  readonly Spec: { readonly Name: string; readonly Labels: Labels };
}

/** Everything on an engine, the lab's and others'. @throws LabError where it does not answer */
export async function objectsOn(ask: Ask, isManager: boolean): Promise<Objects> {
  const [containers, networks, services] = await Promise.all([
    ask('GET', '/containers/json?all=1') as Promise<ListedContainer[]>,
    ask('GET', '/networks') as Promise<ListedNetwork[]>,
    // An engine that has lost its swarm refuses.
    isManager ? (ask('GET', '/services').catch(() => []) as Promise<ListedService[]>) : [],
  ]);
  return {
    containers: containers.map(toContainer),
    networks: networks.map(({ Id, Name, Scope, Labels, IPAM }) => ({
      id: Id,
      name: Name,
      scope: Scope,
      labels: Labels ?? {},
      subnets: (IPAM?.Config ?? []).flatMap(({ Subnet }) => Subnet ?? []),
    })),
    services: services.map(({ ID, Spec }) => ({
      id: ID,
      name: Spec.Name,
      labels: Spec.Labels ?? {},
    })),
  };
}

function toContainer(listed: ListedContainer): FoundContainer {
  const { Id, Names, Labels, Ports, NetworkSettings } = listed;
  return {
    id: Id,
    // A container that others link to has their names for it, too: `/other/alias`.
    name: (Names ?? []).map((name) => name.slice(1)).find((name) => !name.includes('/')) ?? Id,
    labels: Labels ?? {},
    networks: Object.entries(NetworkSettings?.Networks ?? {}).map(
      ([name, network]) => network?.NetworkID || name,
    ),
    ports: (Ports ?? []).flatMap(({ IP, PublicPort, Type }) =>
      PublicPort === undefined ? [] : [{ ip: IP ?? '', port: PublicPort, protocol: Type }],
    ),
  };
}
