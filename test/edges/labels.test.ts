import fc from 'fast-check';
import { edgeLabel } from '../../src/topology/edge';
import type { Topology } from '../../src/topology/topology';
import { validate } from '../../src/topology/validate';
import { servingTopology } from '../support/serving';
import { validTopology } from '../support/topologies';
import { edges } from '../support/predictor';

/** Names that the lab itself has a use for, and that containers and networks may have all the same. */
const WORDS = ['gateway', 'netns', 'loopback', 'bridge', 'tasks', 'IPv6', 'icmp', '1st', 'docker0'];

/** A topology with its containers, and networks, called by such words. */
function renamed(topology: Topology, words: readonly string[]): Topology {
  let text = JSON.stringify(topology);
  const names = (topology.containers ?? []).slice(0, words.length).map(({ name }) => name);
  for (const [index, name] of names.entries())
    text = text.replaceAll(new RegExp(`"(container:)?${name}"`, 'g'), `"$1${words[index]}"`);
  return JSON.parse(text) as Topology;
}

const anyOf = fc.oneof(validTopology(), servingTopology());

test('no two edges of a lab have one label, whatever containers are called', () => {
  fc.assert(
    fc.property(anyOf, fc.shuffledSubarray(WORDS), (topology, words) => {
      const labels = edges(validate(renamed(topology, words), 'x.ts')).map(edgeLabel);
      expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('a gateway and a container that is called so are two', () => {
  const box = { node: 'n1', image: 'busybox:1.36', networks: ['tt'] };
  const lab = validate(
    {
      name: 'x',
      outside: { address: '10.1.0.1' },
      chapters: [{ id: 'all', title: 'All' }],
      nodes: [{ name: 'n1', address: '10.1.0.10/24' }],
      networks: [{ name: 'tt', node: 'n1' }],
      containers: [
        { ...box, name: 'gateway' },
        { ...box, name: 'client' },
      ],
    },
    'x.ts',
  );
  const labels = edges(lab).map(edgeLabel);
  expect(labels).toContain('client -> gateway@tt');
  expect(labels).toContain('client -> gateway[tt]');
});
