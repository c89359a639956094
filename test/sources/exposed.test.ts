import { exposed, type Opening } from '../../src/edges/exposed';
import { exposedJson } from '../../src/report/exposed/json';
import { exposedTable } from '../../src/report/exposed/table';
import { labOfProject, projectOf, recorded } from '../support/compose';

const openings = (name: string): Opening[] => exposed(recorded(name).lab);

const shown = ({ address, port, outside, host, ufw }: Opening) =>
  `${address}:${port} ${outside.outcome} ${host.outcome} ${ufw}`;

test('a port without an address is open to other machines, whatever ufw says', () => {
  expect(openings('01-three-tier-two-networks').map(shown)).toEqual([
    '0.0.0.0:8080 reachable reachable does-not-stop',
  ]);
});

test('a port at 127.0.0.1 is open on this host alone, and one on internal networks nowhere', () => {
  expect(openings('02-internal-only-but-published').map(shown)).toEqual([
    '127.0.0.1:3000 refused reachable not-needed',
    '0.0.0.0:5432 refused refused not-needed',
  ]);
});

test('containers of other networks come to a published port over the host', () => {
  const [page] = openings('01-three-tier-two-networks');
  expect(page?.others.map(({ network, prediction }) => [network, prediction.outcome])).toEqual([
    ['inner', 'reachable'],
  ]);
});

test('a port that the engine chooses is shown without a number', () => {
  const found = openings('06-ephemeral-host-ports');
  expect(found.map(({ chosen }) => chosen)).toEqual([false, true]);
  const text = exposedTable({ openings: found, placeOf: () => 'compose.yaml:14' });
  expect(text).toContain('host 0.0.0.0:(chosen)/tcp');
  expect(text).toContain('    compose.yaml:14');
  expect(text).toContain('2 ports: 2 open to other machines, 2 of them whatever ufw says');
});

test('a swarm opens a port of the mesh on every node', () => {
  expect(openings('11-swarm-stack').map(({ node, port }) => `${node}:${port}`)).toEqual([
    'n1:8080',
    'n2:8080',
  ]);
});

test('what listens in the stack of the host a firewall can stop', () => {
  const { lab } = labOfProject(
    projectOf({ name: 'p', services: { agent: { network_mode: 'host', expose: ['9100'] } } }),
  );
  expect(exposed(lab).map(shown)).toEqual(['0.0.0.0:9100 reachable reachable stops']);
});

test('the same as JSON, with what is not said', () => {
  const { lab } = recorded('05-external-edge-network');
  const unsaid = lab.unsaid ?? [];
  const read = JSON.parse(
    exposedJson({ lab: lab.name, openings: exposed(lab), placeOf: undefined, unsaid }),
  ) as { openings: unknown[]; unsaid: { kind: string; text: string }[] };
  expect(read.openings).toEqual([]);
  expect(read.unsaid.find(({ kind }) => kind === 'external-network')?.text).toContain(
    'shared-edge',
  );
});
