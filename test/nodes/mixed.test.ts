import { validate } from '../../src/topology/validate';
import type { NodeBackend } from '../../src/topology/topology';
import type { Backend, BackendContext } from '../../src/nodes/backend';
import type { Inventory } from '../../src/nodes/inventory';
import { mixed } from '../../src/nodes/mixed';
import { fakeRun } from '../support/fake-run';
import article from '../../topologies/docker-networking';
import { verbatim } from '../../src/text/text';

const hosts = { file: 'nodes.json', nodes: { cloud: { address: '203.0.113.7' } } };
const lab = validate(article, 'article', hosts);
const options = { nodeImage: () => 'node:x', offline: true };

function world(inventory?: Inventory) {
  const calls: string[] = [];
  const backend = (name: NodeBackend): Backend => ({
    up({ lab: part }) {
      calls.push(`${name} up ${part.nodes.map((node) => node.name).join(' ')}`);
      const nodes = part.nodes.map(({ name: node, address }) => ({
        ...{ name: node, address, dockerHost: 'unix:///x', sshOptions: [], exec: [] },
        ...{ engine: '26.1.5', defaultRoute: false },
      }));
      return Promise.resolve({ lab: part.name, backend: name, offline: true, nodes });
    },
    down({ lab: part }) {
      calls.push(`${name} down ${part.nodes.map((node) => node.name).join(' ')}`);
      return Promise.resolve();
    },
    status: ({ lab: part }) =>
      Promise.resolve(
        part.nodes.map((node) => ({ name: node.name, state: 'up', detail: verbatim(name) })),
      ),
  });
  const context: BackendContext = {
    ...{ lab, root: '/here', run: fakeRun().run, inventory },
    confirm: () => Promise.resolve(false),
    progress: () => undefined,
  };
  const backends = {
    containers: backend('containers'),
    vagrant: backend('vagrant'),
    remote: backend('remote'),
  };
  return { calls, context, backends };
}

describe('a lab whose nodes have different backends', () => {
  it('brings each node up by its own, those that may ask first, and keeps the order of the topology', async () => {
    const { calls, context, backends } = world();
    const inventory = await mixed(backends, 'containers').up(context, options);
    expect(calls).toEqual(['remote up cloud', 'containers up docker-node1 docker-node2']);
    expect(inventory.nodes.map(({ name, backend }) => [name, backend])).toEqual([
      ['docker-node1', undefined],
      ['docker-node2', undefined],
      ['cloud', 'remote'],
    ]);
    expect(inventory.backend).toBe('containers');
  });

  it('has the status of all of them, in the order of the topology', async () => {
    const { context, backends } = world();
    const status = await mixed(backends, 'vagrant').status(context);
    expect(status.map(({ name, detail }) => [name, detail])).toEqual([
      ['docker-node1', 'vagrant'],
      ['docker-node2', 'vagrant'],
      ['cloud', 'remote'],
    ]);
  });

  it('is taken down also where the topology has no longer a node of a backend', async () => {
    const before = world();
    const inventory = await mixed(before.backends, 'containers').up(before.context, options);
    const { calls, context, backends } = world(inventory);
    const without = { ...context, lab: validate(article, 'article') };
    await mixed(backends, 'containers').down(without, false);
    expect(calls).toEqual(['remote down ', 'containers down docker-node1 docker-node2']);
  });
});
