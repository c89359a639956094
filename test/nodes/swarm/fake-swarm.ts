import { validate } from '../../../src/topology/validate';
import { EngineRefusal, type Ask } from '../../../src/nodes/engine-api';
import type { Inventory } from '../../../src/nodes/inventory';
import { verbatim } from '../../../src/text/text';

export const LABEL = 'docker-network-lab.lab';

/** An engine's swarm, as far as its API shows it. */
export interface FakeEngine {
  id: string;
  state: string;
  address: string;
  /** Of its swarm, where it manages one; `undefined` for a worker. */
  labels: Record<string, string> | undefined;
  managers: string[];
  /** What it lists as a manager. */
  entries: { id: string; state: string; address: string }[];
  networks: { Id: string; Name: string; Labels: Record<string, string> }[];
  /** Statuses with which it refuses the next requests to init or join, and whether it is in all the same. */
  refusals: { status: number; joined?: boolean }[];
}

const TOKEN = 'SWMTKN-1-abc-def';

const engine = (over: Partial<FakeEngine> = {}): FakeEngine => ({
  ...{ id: '', state: 'inactive', address: '', labels: undefined },
  ...{ managers: [], entries: [], networks: [], refusals: [] },
  ...over,
});

export const manager = (id: string, address: string, lab?: string): FakeEngine =>
  engine({
    ...{ id, state: 'active', address, managers: [id], entries: [{ id, state: 'ready', address }] },
    labels: lab === undefined ? {} : { [LABEL]: lab },
  });

export const worker = (id: string, address: string, of: string): FakeEngine =>
  engine({ id, state: 'active', address, managers: [of] });

/** Engines by node, and what was asked of them but for questions: `node METHOD path`. */
export function fakeSwarm(engines: Readonly<Record<string, FakeEngine | undefined>>) {
  const all: Record<string, FakeEngine> = {
    ...{ node1: engine(), node2: engine() },
    ...engines,
  };
  const asked: string[] = [];
  let made = 0;
  const enter = (one: FakeEngine, body: { AdvertiseAddr: string }): void => {
    made += 1;
    Object.assign(one, { id: `new${made}`, state: 'active', address: body.AdvertiseAddr });
  };
  const list = ({ entries }: FakeEngine, { id, address }: FakeEngine): void => {
    entries.push({ id, state: 'ready', address });
  };
  const api = (dockerHost: string): Ask => {
    const name = dockerHost.replace('unix:///', '');
    const self = all[name];
    if (self === undefined) throw new Error(`no engine ${name}`);
    return (method, path, body) => {
      if (method !== 'GET') asked.push(`${name} ${method} ${path}`);
      return Promise.resolve().then(() => answer(self, method, path, body));
    };
  };
  function answer(self: FakeEngine, method: string, path: string, body?: object): unknown {
    if (path === '/info') return infoOf(self);
    if (path === '/swarm') return { JoinTokens: { Worker: TOKEN } };
    if (path === '/nodes') return self.entries.map(entryOf);
    if (path.startsWith('/networks?')) return self.networks;
    if (path === '/networks/create') {
      return self.networks.push({ Id: 'gw', ...(body as { Name: string; Labels: never }) });
    }
    if (path.startsWith('/networks/')) return (self.networks = []);
    if (path.startsWith('/swarm/leave'))
      return Object.assign(self, engine({ networks: self.networks }));
    if (path.startsWith('/nodes/')) {
      const id = path.replace(/^\/nodes\/|\?.*$/g, '');
      return (self.entries = self.entries.filter((entry) => entry.id !== id));
    }
    const [refusal] = self.refusals.splice(0, 1);
    if (refusal === undefined || refusal.joined === true) go(self, path, body as Entering);
    if (refusal !== undefined) {
      throw new EngineRefusal(
        { where: path, why: verbatim(String(refusal.status)) },
        refusal.status,
      );
    }
    return method;
  }
  function go(self: FakeEngine, path: string, body: Entering): void {
    enter(self, body);
    if (path === '/swarm/init') {
      Object.assign(self, { labels: body.Spec?.Labels, managers: [self.id] });
      return list(self, self);
    }
    const [remote = ''] = body.RemoteAddrs ?? [];
    const other = Object.values(all).find(({ address }) => `${address}:2377` === remote);
    if (other === undefined || body.JoinToken !== TOKEN) throw new Error('joined nobody');
    self.managers = [other.id];
    list(other, self);
  }
  return { api, asked, engines: all };
}

interface Entering {
  readonly AdvertiseAddr: string;
  readonly RemoteAddrs?: readonly string[];
  readonly JoinToken?: string;
  readonly Spec?: { readonly Labels: Record<string, string> };
}

const infoOf = ({ id, state, address, labels, managers }: FakeEngine) => ({
  Swarm: {
    ...{ LocalNodeState: state, NodeID: id, NodeAddr: address },
    ControlAvailable: labels !== undefined,
    RemoteManagers: managers.length === 0 ? null : managers.map((NodeID) => ({ NodeID })),
    ...(labels === undefined ? {} : { Cluster: { Spec: { Labels: labels } } }),
  },
});

const entryOf = ({ id, state, address }: FakeEngine['entries'][number]) => ({
  ID: id,
  Status: { State: state, Addr: address },
});

export const ADDRESS1 = '10.9.8.1';
export const ADDRESS2 = '10.9.8.2';

/** Two nodes, both in the swarm unless said otherwise. */
export const labOf = (
  swarm: readonly string[] = ['node1', 'node2'],
  networks: readonly object[] = [],
  services: readonly object[] = [],
) =>
  validate(
    {
      name: 'swarm-lab',
      outside: { address: '10.9.8.254' },
      chapters: [{ id: 'one', title: 'One' }],
      nodes: [
        { name: 'node1', address: `${ADDRESS1}/24` },
        { name: 'node2', address: `${ADDRESS2}/24` },
      ],
      ...{ swarm, networks, containers: [], services },
    },
    'swarm.ts',
  );

/** The two nodes, with the ids that are remembered of them. */
export const inventoryOf = (ids: Readonly<Record<string, string>> = {}): Inventory => ({
  ...{ lab: 'swarm-lab', backend: 'containers', offline: true },
  nodes: [
    { name: 'node1', address: ADDRESS1 },
    { name: 'node2', address: ADDRESS2 },
  ].map(({ name, address }) => ({
    ...{ name, address, dockerHost: `unix:///${name}`, sshOptions: [], exec: ['on', name] },
    ...{ engine: '26.1.5', defaultRoute: false },
    ...(ids[name] === undefined ? {} : { swarm: { id: ids[name] } }),
  })),
});
