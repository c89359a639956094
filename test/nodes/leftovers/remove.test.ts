import type { Leftover } from '../../../src/nodes/leftovers/leftover';
import { readKnown } from '../../../src/nodes/leftovers/known';
import { removeLeftovers } from '../../../src/nodes/leftovers/remove';
import { labWith } from '../../support/base-topology';
import { engineWith, ours } from './engine';

const lab = labWith(() => undefined);
const NOTHING = readKnown('/nowhere');
const leftover = (kind: Leftover['kind'], id: string): Leftover => ({
  ...{ kind, id, node: 'node1', name: id },
});
const removed = async (
  leftovers: readonly Leftover[],
  engine: ReturnType<typeof engineWith>,
  known = NOTHING,
) =>
  (await removeLeftovers(leftovers, { lab, known, engineOf: () => engine.ask })).map(
    ({ id }) => id,
  );

describe('removing what was left', () => {
  it('takes exactly these, networks last', async () => {
    const engine = engineWith(
      [
        { id: 'a', name: 'a', labels: ours },
        { id: 'b', name: 'b', labels: ours },
      ],
      [{ id: 'n', name: 'n', labels: ours }],
    );
    expect(await removed([leftover('network', 'n'), leftover('container', 'a')], engine)).toEqual([
      'a',
      'n',
    ]);
    expect(engine.asked).toEqual(['DELETE /containers/a?force=1&v=1', 'DELETE /networks/n']);
  });

  it('leaves what has lost the label, what is gone, and what the state knows meanwhile', async () => {
    const engine = engineWith([
      { id: 'bare', name: 'bare' },
      { id: 'known', name: 'known', labels: ours },
    ]);
    const known = { ...NOTHING, ids: new Set(['known']) };
    const all = ['bare', 'known', 'gone'].map((id) => leftover('container', id));
    expect(await removed(all, engine, known)).toEqual([]);
    expect(engine.asked).toEqual([]);
  });

  it('takes the lab’s own containers off a network that goes', async () => {
    const engine = engineWith(
      [{ id: 'own', name: 'own', labels: ours, networks: ['n'] }],
      [{ id: 'n', name: 'n', labels: ours }],
    );
    expect(await removed([leftover('network', 'n')], engine)).toEqual(['n']);
    expect(engine.asked).toEqual(['POST /networks/n/disconnect', 'DELETE /networks/n']);
  });

  it('never takes another’s container off, but names both and the command', async () => {
    const engine = engineWith(
      [{ id: 'x', name: 'stranger', networks: ['n'] }],
      [{ id: 'n', name: 'shop', labels: ours }],
    );
    const network = { ...leftover('network', 'n'), name: 'shop' };
    await expect(removed([network], engine)).rejects.toMatchObject({
      what: 'network node1/shop cannot be removed',
      details: {
        where: 'container stranger on node1',
        next: expect.stringContaining('disconnect --force shop stranger') as string,
      },
    });
    expect(engine.asked).toEqual([]);
  });

  it('removes a service with its replicas', async () => {
    const engine = engineWith([], [], [{ id: 's', name: 'many' }]);
    expect(await removed([leftover('service', 's')], engine)).toEqual(['s']);
    expect(engine.asked).toEqual(['DELETE /services/s']);
  });
});
