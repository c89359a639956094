import { EngineRefusal, type Ask } from '../../../src/nodes/engine-api';
import { verbatim } from '../../../src/text/text';

export const LABEL = 'docker-network-lab.lab';
export const ours = { [LABEL]: 'base' };

export interface Container {
  readonly id: string;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly networks?: readonly string[];
  readonly ports?: readonly {
    readonly IP: string;
    readonly PublicPort: number;
    readonly Type: string;
  }[];
}

export interface Network {
  readonly id: string;
  readonly name: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly subnet?: string;
  readonly scope?: string;
}

/** An engine with these objects; `asked` is what was done to it. */
export function engineWith(
  containers: readonly Container[],
  networks: readonly Network[] = [],
  services: readonly { readonly id: string; readonly name: string }[] = [],
) {
  const asked: string[] = [];
  const gone = new Set<string>();
  const refuse = (status: number): never => {
    throw new EngineRefusal({ where: 'engine', why: verbatim(String(status)) }, status);
  };
  const on = (network: Network): readonly Container[] =>
    containers.filter((one) => !gone.has(one.id) && one.networks?.includes(network.id));
  const one = (kind: string, id: string): unknown => {
    if (gone.has(id)) return refuse(404);
    if (kind === 'containers') {
      const found = containers.find((container) => container.id === id);
      return found === undefined ? refuse(404) : { Config: { Labels: found.labels ?? null } };
    }
    if (kind === 'services') {
      const found = services.find((service) => service.id === id);
      return found === undefined ? refuse(404) : { Spec: { Labels: ours } };
    }
    const found = networks.find((network) => network.id === id);
    if (found === undefined) return refuse(404);
    const held = on(found).map(({ id: container, name }) => [container, { Name: name }] as const);
    return { Labels: found.labels ?? null, Containers: Object.fromEntries(held) };
  };
  const ask: Ask = (method, path) => {
    const [, kind = '', id = ''] = path.split(/[/?]/);
    if (method !== 'GET') asked.push(`${method} ${path}`);
    return Promise.resolve().then(() => {
      if (method === 'DELETE') return void gone.add(id);
      if (method === 'POST') return undefined;
      if (path.startsWith('/containers/json?all=1&')) return [];
      if (path === '/containers/json?all=1') return containers.map(listed);
      if (path === '/networks') return networks.map(listedNetwork);
      if (path === '/services') {
        return services.map(({ id: ID, name }) => ({ ID, Spec: { Name: name, Labels: ours } }));
      }
      return one(kind, id);
    });
  };
  return { ask, asked };
}

const listed = ({ id, name, labels, networks = [], ports = [] }: Container) => ({
  Id: id,
  Names: [`/other/${name}`, `/${name}`],
  Labels: labels ?? null,
  Ports: ports,
  NetworkSettings: {
    Networks: Object.fromEntries(networks.map((network) => [network, { NetworkID: network }])),
  },
});

const listedNetwork = ({ id, name, labels, subnet, scope = 'local' }: Network) => ({
  Id: id,
  Name: name,
  Scope: scope,
  Labels: labels ?? null,
  IPAM: { Config: subnet === undefined ? null : [{ Subnet: subnet }] },
});
