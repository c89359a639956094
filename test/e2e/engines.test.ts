import { check, inventory, lab, labWith } from './support/lab';
import { leftovers } from './support/leftovers';

const ENGINES = ['20.10', '28.5', '29'] as const;

describe('the lab of the article on other engines', () => {
  afterEach(async () => {
    await lab('down', '--force');
    expect(await leftovers()).toEqual([]);
  });

  it.each(ENGINES)('is green with engine %s on the first node', async (engine) => {
    const topology = { LAB_TOPOLOGY: `test/e2e/topologies/article-${engine}.ts` };
    const up = await labWith(topology, 'up');
    expect(up.stderr + up.stdout).toMatch(/, 0 failed, 0 not examined/);
    expect(up.code).toBe(0);
    expect(inventory().nodes[0]?.engine.startsWith(engine)).toBe(true);
    expect((await check(topology)).failing).toEqual([]);
    const again = await labWith(topology, 'up');
    expect(again.stdout + again.stderr).toContain('0 added, 0 changed, 0 destroyed');
  });
});
