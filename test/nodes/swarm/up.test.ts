import type { Lab } from '../../../src/topology/lab';
import { swarmUp } from '../../../src/nodes/swarm/up';
import { LabError } from '../../../src/platform/errors';
import { fakeRun } from '../../support/fake-run';
import {
  ADDRESS1,
  ADDRESS2,
  fakeSwarm,
  inventoryOf,
  labOf,
  LABEL,
  manager,
  worker,
  type FakeEngine,
} from './fake-swarm';
import type { Text } from '../../../src/text/text';
import { english } from '../../../src/text/tell';

const LAB = 'swarm-lab';

async function bringUp(
  engines: Readonly<Record<string, FakeEngine>> = {},
  ids: Readonly<Record<string, string>> = {},
  lab: Lab = labOf(),
) {
  const world = fakeSwarm(engines);
  const remembered: [string, string | undefined][] = [];
  const said: string[] = [];
  const context = { lab, run: fakeRun().run, progress: (text: Text) => said.push(english(text)) };
  const error = await swarmUp(context, inventoryOf(ids), {
    remember: (node, id) => remembered.push([node, id]),
    api: world.api,
  }).catch((caught: unknown) => caught);
  return { ...world, error, said, remembered: Object.fromEntries(remembered) };
}

const entering = (asked: readonly string[]): string[] =>
  asked.filter((line) => / \/swarm\/| DELETE \/nodes/.test(line));

const settled = () => {
  const first = manager('m', ADDRESS1, LAB);
  first.entries.push({ id: 'w', state: 'ready', address: ADDRESS2 });
  return { node1: first, node2: worker('w', ADDRESS2, 'm') };
};

describe('bringing the swarm up', () => {
  it('makes it on the first node, with the lab’s label, and lets the others join', async () => {
    const { engines, asked, remembered, error } = await bringUp();
    expect(error).toBeUndefined();
    expect(entering(asked)).toEqual(['node1 POST /swarm/init', 'node2 POST /swarm/join']);
    expect(engines['node1']?.labels).toEqual({ [LABEL]: LAB });
    expect(remembered).toEqual({ node1: 'new1', node2: 'new2' });
  });

  it('makes the bridge that engines leave behind first, with the lab’s label', async () => {
    const { asked, engines } = await bringUp();
    expect(asked.slice(0, 2)).toEqual(['node1 POST /networks/create', 'node1 POST /swarm/init']);
    expect(engines['node2']?.networks[0]).toMatchObject({
      Name: 'docker_gwbridge',
      Labels: { [LABEL]: LAB },
    });
  });

  it('leaves one that is as declared alone, and remembers its ids', async () => {
    const { asked, remembered } = await bringUp(settled());
    expect(asked).toEqual([]);
    expect(remembered).toEqual({ node1: 'm', node2: 'w' });
  });

  it('lets a node that was made anew join again, and removes what it was', async () => {
    const { node1 } = settled();
    const { asked } = await bringUp({ node1 }, { node1: 'm', node2: 'w' });
    expect(entering(asked)).toEqual(
      ['node2 POST /swarm/join', 'node2 DELETE /nodes/w'].map(onManager),
    );
  });

  it('removes no machine that somebody else let join', async () => {
    const engines = settled();
    engines.node1.entries.push({ id: 'x', state: 'down', address: '10.9.8.77' });
    expect((await bringUp(engines)).asked).toEqual([]);
  });

  it('takes workers along where the manager was made anew', async () => {
    const { asked, error } = await bringUp({ node2: settled().node2 }, { node1: 'm', node2: 'w' });
    expect(error).toBeUndefined();
    expect(entering(asked)).toEqual([
      'node2 POST /swarm/leave?force=1',
      'node1 POST /swarm/init',
      'node2 POST /swarm/join',
    ]);
  });

  it('lets a worker join again that the manager does not list', async () => {
    const engines = settled();
    engines.node1.entries.pop();
    engines.node2.networks = [{ Id: 'gw', Name: 'docker_gwbridge', Labels: { [LABEL]: LAB } }];
    const { asked } = await bringUp(engines);
    // Its bridge stays, and with it the subnet.
    expect(asked).toEqual(['node2 POST /swarm/leave?force=1', 'node2 POST /swarm/join']);
  });

  it('makes it anew where the manager has another address now', async () => {
    const engines = settled();
    engines.node1.address = '10.9.8.99';
    const { asked } = await bringUp(engines);
    expect(entering(asked)).toEqual([
      'node2 POST /swarm/leave?force=1',
      'node1 POST /swarm/leave?force=1',
      'node1 POST /swarm/init',
      'node2 POST /swarm/join',
    ]);
  });

  it('takes out a node that the topology does not name any more, and its bridge', async () => {
    const engines = settled();
    engines.node2.networks = [{ Id: 'gw', Name: 'docker_gwbridge', Labels: { [LABEL]: LAB } }];
    const { asked, remembered } = await bringUp(engines, { node2: 'w' }, labOf(['node1']));
    expect(asked).toEqual([
      'node2 POST /swarm/leave?force=1',
      'node2 DELETE /networks/gw',
      'node1 DELETE /nodes/w?force=1',
    ]);
    expect(remembered).toEqual({ node1: 'm', node2: undefined });
  });

  it('never says a token', async () => {
    const { said, remembered } = await bringUp();
    expect(JSON.stringify([said, remembered])).not.toContain('SWMTKN');
  });
});

const onManager = (line: string): string =>
  line.replace('node2 DELETE /nodes/w', 'node1 DELETE /nodes/w?force=1');

describe('a swarm that the lab did not make', () => {
  it.each([
    ['a manager’s, without a label', { node1: manager('x', ADDRESS1) }],
    ['another lab’s', { node1: manager('x', ADDRESS1, 'other') }],
    ['a worker’s', { node2: worker('x', ADDRESS2, 'elsewhere') }],
    [
      'one whose engine cannot say who it is',
      { node2: { ...worker('', ADDRESS2, ''), state: 'error', managers: [] } },
    ],
  ])('is refused before anything is touched: %s', async (_, engines) => {
    const { error, asked, remembered } = await bringUp(engines, { node2: 'w' });
    expect(error).toBeInstanceOf(LabError);
    expect((error as LabError).exitCode).toBe(2);
    expect((error as LabError).what).toMatch(/is in a swarm that the lab did not make/);
    expect([asked, remembered]).toEqual([[], {}]);
  });

  it('stays as it is on a node that is not to be in the lab’s', async () => {
    const engines = { node2: manager('x', ADDRESS2) };
    const { error, asked } = await bringUp(engines, {}, labOf(['node1']));
    expect(error).toBeUndefined();
    expect(asked.filter((line) => line.startsWith('node2'))).toEqual([]);
  });
});

describe('an engine that is busy', () => {
  it('is asked again', async () => {
    const node2 = { ...fakeSwarm({}).engines['node2']!, refusals: [{ status: 503 }] };
    const { error, remembered } = await bringUp({ node2 });
    expect(error).toBeUndefined();
    expect(remembered).toEqual({ node1: 'new1', node2: 'new2' });
  });

  it('may be in when it has said that it takes too long', async () => {
    const node2 = { ...fakeSwarm({}).engines['node2']!, refusals: [{ status: 503, joined: true }] };
    const { error, asked } = await bringUp({ node2 });
    expect(error).toBeUndefined();
    expect(asked.filter((line) => line.includes('/swarm/join'))).toHaveLength(1);
  });

  it('is taken out again where it cannot join, and the ports are named', async () => {
    const node2 = { ...fakeSwarm({}).engines['node2']!, refusals: [{ status: 500, joined: true }] };
    const { error, asked, remembered } = await bringUp({ node2 });
    expect(error).toBeInstanceOf(LabError);
    expect((error as LabError).details.next).toContain('2377/tcp');
    expect(asked.at(-1)).toBe('node2 POST /swarm/leave?force=1');
    expect(remembered).toEqual({ node1: 'new1' });
  });
});
