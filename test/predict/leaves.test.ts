import { edgeLabel } from '../../src/topology/edge';
import { buildLab, namespacePair } from './builder';
import { edges } from '../support/predictor';

const nodes = [{ name: 'node1' }, { name: 'node2' }, { name: 'node3' }];
const lab = buildLab({
  nodes,
  swarm: ['node1', 'node2'],
  networks: [
    { name: 'app', subnet: '10.1.0.0/24' },
    { name: 'app', node: 'node2', subnet: '10.2.0.0/24' },
    { name: 'back', node: 'node2', subnet: '10.3.0.0/24' },
  ],
  overlays: [{ name: 'wide', subnet: '10.4.0.0/24' }],
  containers: {
    sender: { networks: ['wide', 'app'] },
    one: { node: 'node2', networks: ['wide'] },
    two: { node: 'node2', networks: ['wide'] },
    three: { node: 'node2', networks: ['wide', 'back'] },
    alone: { node: 'node3' },
  },
  namespacePairs: [namespacePair('node1', 'all')],
});
const asked = (from: string, of: RegExp, where = lab): string[] =>
  edges(where)
    .filter((edge) => edge.from === from)
    .map((edge) => edgeLabel(edge).split(' -> ')[1]!)
    .filter((label) => of.test(label));

describe('what is asked of other nodes', () => {
  it('is everything on an overlay that the sender is on', () =>
    expect(asked('sender', /@wide/)).toEqual(
      expect.arrayContaining(['one@wide:23/tcp', 'two@wide:23/tcp', 'three@wide:23/tcp']),
    ));

  it('is an address each of two networks that the sender’s node has no route to', () => {
    const networks = ['node1', 'node2'].flatMap((node, index) => [
      { name: 'app', node, subnet: `10.${2 * index}.0.0/24` },
      { name: 'back', node, subnet: `10.${2 * index + 1}.0.0/24` },
    ]);
    const containers = { alone: { node: 'node3' } };
    const two = (some: typeof networks) =>
      asked('alone', /@(app|back)/, buildLab({ nodes, networks: some, containers }));
    expect(two(networks)).toEqual(['node1@app', 'node1@back']);
    expect(two(networks.filter(({ name }) => name === 'app'))).toEqual(['node1@app', 'node2@app']);
  });

  it('is everything for a namespace, which has no route in itself', () =>
    expect(asked('netns:ns1', /@(app|back|wide)/)).toEqual(
      expect.arrayContaining(['node1@app', 'node2@app', 'node2@back', 'three@wide:23/tcp']),
    ));
});
