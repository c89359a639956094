import { endpointCommand } from '../../src/cli/endpoint-command';
import { whereIs } from '../../src/cli/where-is';
import { LabError } from '../../src/platform/errors';
import type { Run } from '../../src/platform/run';
import { articleInventory, recorded } from '../support/article';
import { called, servedLab } from '../support/served';

const lab = servedLab();

/** The recorded nodes, where the article's overlay containers are tasks of the swarm. */
function answering(): { readonly run: Run; asked: number } {
  const tasks: [string, number][] = [
    ['web-overlay', 1],
    ['test5', 2],
  ];
  const told = (node: string): string =>
    tasks.reduce((text, [name, slot]) => {
      const labels = `"com.docker.swarm.service.name":"shop","com.docker.swarm.task.name":"${called(slot)}",`;
      return text
        .split('\n')
        .map((line) =>
          line.startsWith('container\t') && line.includes(`"Name":"/${name}"`)
            ? line
                .replace(`/${name}`, `/${called(slot)}`)
                .replace('"Labels":{', `"Labels":{${labels}`)
            : line,
        )
        .join('\n');
    }, recorded(node));
  const answer = {
    asked: 0,
    run: (argv: readonly string[]) => {
      answer.asked += 1;
      const stdout = told(argv[3] ?? '');
      return Promise.resolve({ exitCode: 0, stdout, stderr: '', failure: undefined });
    },
  };
  return answer;
}

describe('where an endpoint is', () => {
  it('is as the topology says, and nobody is asked, but for a replica', async () => {
    const answer = answering();
    for (const endpoint of ['test1', 'docker-node1', 'outside', 'nobody', 'shop']) {
      expect(await whereIs(endpoint, { lab, run: answer.run }, articleInventory)).toEqual({
        lab,
        called: endpoint,
      });
    }
    expect(answer.asked).toBe(0);
  });

  it('is where the swarm runs a replica, which Docker calls otherwise', async () => {
    const { run } = answering();
    const found = await whereIs('shop.1', { lab, run }, articleInventory);
    expect(found.called).toBe(called(1));
    const argv = endpointCommand({
      ...{ ...found, inventory: articleInventory, endpoint: 'shop.1' },
      ...{ command: ['ls'], terminal: false },
    });
    const host = ['docker', '--host', 'unix:///run/docker-node2.sock'];
    expect(argv).toEqual([...host, 'exec', '--interactive', called(1), 'ls']);
  });

  it('is nowhere for a replica that nobody runs, and the swarm knows why', async () => {
    const run: Run = (argv) =>
      Promise.resolve({
        exitCode: 0,
        stdout: recorded(argv[3] ?? ''),
        stderr: '',
        failure: undefined,
      });
    const error: unknown = await whereIs('shop.2', { lab, run }, articleInventory).catch(
      (caught: unknown) => caught,
    );
    expect(error).toBeInstanceOf(LabError);
    const { what, details } = error as LabError;
    expect(what).toBe('shop.2 is not running');
    expect(details.where).toBe('service shop');
    expect(details.next).toBe('./lab exec docker-node1 -- docker service ps shop');
  });
});

test('a command on a service is refused, with its replicas', () => {
  const command = (): string[] =>
    endpointCommand({
      ...{ lab, inventory: articleInventory, endpoint: 'shop', command: ['ls'], terminal: false },
    });
  expect(command).toThrow('shop is a service, which runs in its replicas');
  let error: unknown;
  try {
    command();
  } catch (caught) {
    error = caught;
  }
  expect((error as LabError).details.why).toBe('they are: shop.1, shop.2');
});
