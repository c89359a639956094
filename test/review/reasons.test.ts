import { diffReachability } from '../../src/review/diff';
import { edgeLabel } from '../../src/topology/edge';
import { buildLab, type LabSpec } from '../predict/builder';

/** Labels of the edges that have the same outcome for another reason. */
function otherReasons(before: LabSpec, after: LabSpec): string[] {
  const { groups } = diffReachability(buildLab(before), buildLab(after));
  return groups
    .flatMap((group) => [...group.edges()])
    .filter(({ kind }) => kind === 'reason')
    .map(({ edge }) => edgeLabel(edge));
}

const http = { listens: [80] };
const published = { ...http, ports: [{ published: 8080, target: 80 }] };

test('a port of a node that another container answers', () => {
  const found = otherReasons(
    { containers: { a: published, b: http } },
    { containers: { a: http, b: published } },
  );
  expect(found).toContain('outside -> node1[192.168.205.10]:8080/tcp');
  expect(found).not.toContain('a -> b@bridge:80/tcp');
});

test('an address that another container has instead', () => {
  const networks = [
    { name: 'here', node: 'node1', subnet: '10.5.0.0/24' },
    { name: 'there', node: 'node2', subnet: '10.5.0.0/24' },
  ];
  const at = (network: string, address: string) => ({ networks: [{ network, address }] });
  const lab = (b: string, c: string): LabSpec => ({
    networks,
    containers: {
      a: at('here', '10.5.0.10'),
      b: at('here', b),
      c: at('here', c),
      x: { node: 'node2', ...at('there', '10.5.0.20') },
    },
  });
  const found = otherReasons(lab('10.5.0.20', '10.5.0.30'), lab('10.5.0.30', '10.5.0.20'));
  expect(found).toContain('a -> x@there');
});

test('the machine outside sees another address', () => {
  const nodes = (address: string) => [{ name: 'node1', address }, { name: 'node2' }];
  const containers = { a: {} };
  const found = otherReasons(
    { nodes: nodes('192.168.205.10'), containers },
    { nodes: nodes('192.168.205.20'), containers },
  );
  expect(found).toEqual(expect.arrayContaining(['a -> outside', 'node1 -> outside']));
  expect(found).not.toContain('node2 -> outside');
});
