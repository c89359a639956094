import { clean } from '../../../src/nodes/remote/clean';
import type { BackendContext } from '../../../src/nodes/backend';
import type { Ask } from '../../../src/nodes/engine-api';
import { articleInventory, articleLab } from '../../support/article';
import { fakeRun } from '../../support/fake-run';
import { ADDRESS1, fakeSwarm, inventoryOf, labOf, worker } from '../swarm/fake-swarm';

/** An engine in no swarm. */
const outside = (): Ask => (_, path) =>
  Promise.resolve(path === '/info' ? { Swarm: { LocalNodeState: 'inactive', NodeID: '' } } : []);

it('gives up our own name of a stand-in first, so that the name by which somebody else uses it stays', async () => {
  const [first] = articleInventory.nodes;
  if (first === undefined) throw new Error('no node');
  const names = 'busybox:1.36\ndocker-network-lab/stand-in/busybox:1\nnginx:1.27\n';
  for (const listed of [names, names.split('\n').reverse().join('\n')]) {
    const fake = fakeRun([[/ images /, { stdout: listed }]]);
    const context: BackendContext = {
      ...{ lab: articleLab, root: '/here', run: fake.run, inventory: articleInventory },
      confirm: () => Promise.resolve(false),
      progress: () => undefined,
    };
    await clean({ ...first, dockerHost: 'ssh://somewhere' }, context, outside);
    const removed = fake.commands.flatMap((line) => / rmi (.+)$/.exec(line)?.[1] ?? []);
    expect(removed[0]).toBe('docker-network-lab/stand-in/busybox:1');
    expect(removed).toHaveLength(4);
  }
});

it('leaves the swarm after its containers are gone, and before its networks go', async () => {
  const [first] = inventoryOf({ node1: 'w' }).nodes;
  const { api, engines } = fakeSwarm({ node1: worker('w', ADDRESS1, 'm') });
  const states: [string, string][] = [];
  const fake = fakeRun([[/ ps | network ls /, { stdout: 'one\n' }]]);
  const context: BackendContext = {
    ...{ lab: labOf(), root: '/here', inventory: undefined },
    run(argv, options) {
      const line = argv.join(' ');
      const done = / (rm --force|network rm) /.exec(line)?.[1];
      if (done !== undefined) states.push([done, engines['node1']?.state ?? '']);
      return fake.run(argv, options);
    },
    confirm: () => Promise.resolve(false),
    progress: () => undefined,
  };
  // Its Docker host is no socket here, which counts as one that answers.
  await clean({ ...first!, dockerHost: 'node1' }, context, api);
  expect(states).toEqual([
    ['rm --force', 'active'],
    ['network rm', 'inactive'],
  ]);
});
