import { findContainers, labContainers } from '../../../src/nodes/containers/inspect';
import { LabError } from '../../../src/platform/errors';
import type { Run } from '../../../src/platform/run';

const WHOLE = JSON.stringify([
  { Name: '/n1', State: { Running: true }, Config: { Labels: null }, NetworkSettings: null },
]);

const answering =
  (shown: string): Run =>
  (argv) =>
    Promise.resolve({
      exitCode: 0,
      stdout: argv.includes('ps') ? 'abc\n' : shown,
      stderr: '',
      failure: undefined,
    });

describe('what the Docker engine says of nodes', () => {
  it('is read where it leaves out what it need not say', async () => {
    const [found] = await labContainers(answering(WHOLE), 'lab');
    expect(found).toEqual({ name: 'n1', running: true, paused: false, networks: [], labels: {} });
  });

  it.each([WHOLE.slice(0, 40), '[null]', '{}', 'null', '[{"Name":"/n1"}]'])(
    'is an error in words where it is %s',
    async (half) => {
      await expect(labContainers(answering(half), 'lab')).rejects.toThrow(LabError);
      await expect(findContainers(answering(half), ['n1'])).rejects.toMatchObject({
        what: 'the answer of the Docker engine cannot be read',
        exitCode: 3,
      });
    },
  );
});
