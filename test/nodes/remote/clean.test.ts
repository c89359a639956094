import { clean } from '../../../nodes/remote/clean';
import type { BackendContext } from '../../../nodes/backend';
import { articleInventory, articleLab } from '../../support/article';
import { fakeRun } from '../../support/fake-run';

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
    await clean({ ...first, dockerHost: 'ssh://somewhere' }, context);
    const removed = fake.commands.flatMap((line) => / rmi (.+)$/.exec(line)?.[1] ?? []);
    expect(removed[0]).toBe('docker-network-lab/stand-in/busybox:1');
    expect(removed).toHaveLength(4);
  }
});
