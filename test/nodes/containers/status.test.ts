import { validate } from '../../../src/topology/validate';
import type { BackendContext } from '../../../src/nodes/backend';
import { containers } from '../../../src/nodes/containers';
import { networkName } from '../../../src/nodes/containers/names';
import { runArguments, specOf } from '../../../src/nodes/containers/run-arguments';
import { up } from '../../../src/nodes/containers/up';
import article from '../../../topologies/docker-networking';
import { failing, fakeRun, type FakeRun } from '../../support/fake-run';
import { english } from '../../../src/text/tell';

const lab = validate(article, 'article');
const [first] = lab.nodes;

interface Container {
  readonly State: { readonly Running: boolean; readonly Paused?: boolean };
  readonly networks?: readonly string[];
}

const inspected = ({ State, networks = [networkName(lab)] }: Container, spec = ''): string =>
  JSON.stringify([
    {
      Name: `/${first!.name}`,
      State,
      Config: {
        Labels: {
          'docker-network-lab.lab': lab.name,
          'docker-network-lab.checkout': '/here',
          'docker-network-lab.spec': spec,
        },
      },
      NetworkSettings: { Networks: Object.fromEntries(networks.map((name) => [name, {}])) },
    },
  ]);

const contextOf = ({ run }: FakeRun): BackendContext => ({
  lab: { ...lab, nodes: [first!] },
  root: '/here',
  run,
  confirm: () => Promise.resolve(false),
  inventory: undefined,
  progress: () => undefined,
});

const stateOf = async (fake: FakeRun): Promise<string> => {
  const [status] = await containers.status(contextOf(fake));
  return `${status?.state}: ${english(status?.detail ?? '')}`;
};

const missing = failing('Error response from daemon: No such container: docker-node1');

test.each([
  [{ State: { Running: true } }, 'up: container runs'],
  [{ State: { Running: false } }, 'down: container is stopped: ./lab nodes up'],
  [{ State: { Running: true, Paused: true } }, /^unreachable: container is paused/],
  [{ State: { Running: true }, networks: [] }, /^unreachable: it is not on the nodes' network/],
  [{ State: { Running: true }, networks: ['bridge'] }, /^unreachable: it is not on the nodes'/],
])('a node that is %j is said to be so', async (container: Container, said) => {
  const fake = fakeRun([[/inspect/, { stdout: inspected(container) }]]);
  expect(await stateOf(fake)).toMatch(said);
});

test('a node that is not there is absent, and one that nobody can ask for is not', async () => {
  expect(await stateOf(fakeRun([[/inspect/, missing]]))).toMatch(/^absent/);
  const silent = { exitCode: undefined, failure: 'docker did not end within 8 s' };
  const refused = failing('Cannot connect to the Docker daemon. Is the docker daemon running?');
  for (const answer of [silent, refused]) {
    expect(await stateOf(fakeRun([[/inspect/, answer]]))).toMatch(/^unreachable: this machine's/);
  }
});

test.each([
  [{ State: { Running: true, Paused: true } }, ['docker unpause docker-node1']],
  [
    { State: { Running: false }, networks: [] },
    [
      `docker network connect --ip ${first!.address} ${networkName(lab)} docker-node1`,
      'docker start docker-node1',
    ],
  ],
])('a node that is %j is brought back as it is', async (container: Container, commands) => {
  const context = contextOf(fakeRun());
  const spec = specOf(runArguments(context.lab, first!, 'node:x', '/here'));
  const fake = fakeRun([
    [/container inspect/, { stdout: inspected(container, spec) }],
    [/network inspect/, failing('none')],
    [/ version /, { stdout: '26.1.5' }],
  ]);
  await up({ ...context, run: fake.run }, { nodeImage: () => 'node:x', offline: true });
  expect(fake.commands).toEqual(expect.arrayContaining(commands));
  expect(fake.commands.filter((line) => line.startsWith('docker run'))).toEqual([]);
});
