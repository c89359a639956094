import { command } from './support/lab';

const fuzz = (...words: string[]) =>
  command(['node', 'src/tool/run.cjs', 'src/fuzz/engines.ts', ...words]);

describe('what is predicted of random topologies', () => {
  it('is so on real engines: the stored ones, which meet every rule; second plans are empty', async () => {
    const { code, stdout } = await fuzz('--fixed', '--plans');
    expect(stdout).toMatch(
      /\n2 topologies, \d+ edges: 0 wrong, 0 not measured.*, 0 of 2 second plans not empty/,
    );
    expect(code).toBe(0);
  });

  it('is so on a swarm, with a node that is not in it', async () => {
    const { code, stdout } = await fuzz('--fixed', '--swarm', '2');
    expect(stdout).toMatch(/\n2 topologies, \d+ edges: 0 wrong, 0 not measured/);
    expect(code).toBe(0);
  });

  it('is so on a swarm of three nodes: fresh ones, on 28.5', async () => {
    const { code, stdout } = await fuzz('--engine', '28.5', '--swarm', '3', '--runs', '2');
    expect(stdout).toMatch(/\n2 topologies, \d+ edges: 0 wrong, 0 not measured/);
    expect(code).toBe(0);
  });

  it.each(['20.10', '28.5'])('is so on real engines: fresh ones, on %s', async (engine) => {
    const { code, stdout } = await fuzz('--engine', engine, '--runs', '2');
    expect(stdout).toMatch(/\n2 topologies, \d+ edges: 0 wrong, 0 not measured/);
    expect(code).toBe(0);
  });
});
