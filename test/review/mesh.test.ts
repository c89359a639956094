import { diffReachability } from '../../src/review/diff';
import { edgeLabel } from '../../src/topology/edge';
import type { Lab } from '../../src/topology/lab';
import { addServices, type ServiceSpec } from '../support/services';
import { buildLab, type LabSpec } from '../predict/builder';
import { english } from '../../src/text/tell';

const base: LabSpec = {
  swarm: ['node1', 'node2'],
  overlays: [{ name: 'over' }],
  containers: { a: { networks: ['over'] } },
};
const lab = (web: ServiceSpec, more: LabSpec = {}): Lab =>
  addServices(buildLab({ ...base, ...more }), { web });
const web: ServiceSpec = { listens: [80] };
const published: ServiceSpec = { ...web, ports: [8080] };

/** The cause of each new or lost edge from outside. */
function causes(before: Lab, after: Lab): Record<string, string> {
  const { groups } = diffReachability(before, after);
  return Object.fromEntries(
    groups.flatMap(({ cause, edges }) =>
      [...edges()]
        .filter(({ kind, edge }) => kind !== 'reason' && edge.from === 'outside')
        .map(({ edge }) => [edgeLabel(edge), english(cause)]),
    ),
  );
}
const port = (node: string, address: string): string => `outside -> ${node}[${address}]:8080/tcp`;
const here = port('node1', '192.168.205.10');
const there = port('node2', '192.168.205.11');

test('a port of the mesh is one of every node of the swarm', () => {
  expect(causes(lab(web), lab(published))).toEqual({
    [here]: 'web publishes 8080/tcp through the routing mesh',
    [there]: 'web publishes 8080/tcp through the routing mesh',
  });
  expect(causes(lab(published), lab(web))[there]).toBe(
    'web no longer publishes 8080/tcp through the routing mesh',
  );
});

test('its edges lead to the service', () => {
  const [group] = diffReachability(lab(web), lab(published)).groups;
  expect(group!.parties.hub).toEqual(['web']);
  expect(group!.parties.from).toEqual(expect.arrayContaining(['outside', 'node1', 'node2', 'a']));
});

test('what listens behind it is told as that', () => {
  expect(causes(lab({ ports: [8080] }), lab(published))).toEqual({
    [here]: 'web listens on 80/tcp',
    [there]: 'web listens on 80/tcp',
  });
});

test('a node that joins the swarm has the ports of its mesh', () => {
  const found = causes(lab(published, { swarm: ['node1'] }), lab(published));
  expect(found).toEqual({ [there]: 'node2 joins the swarm' });
});

test('a new service brings its ports along', () => {
  const without = addServices(buildLab(base), {});
  expect(causes(without, lab(published))[here]).toBe('service web is new (1 replica on over)');
});
