import { containerRows, LISTING, parseListing } from '../../src/cli/container-rows';
import { buildLab } from '../predict/builder';
import { english } from '../../src/text/tell';

const lab = buildLab({
  nodes: [{ name: 'node1' }, { name: 'node2' }],
  swarm: ['node1', 'node2'],
  overlays: [{ name: 'wide' }],
  containers: { a: {}, b: { node: 'node2' } },
  services: [{ name: 'web', networks: ['wide'], replicas: 2 }],
});

const line = (name: string, state = 'running', service = '') =>
  [name, state, 'Up 2 minutes', 'bridge,wide', service].join('\t');

const rows = (listed: Readonly<Record<string, readonly string[]>>): string[] =>
  containerRows(
    lab,
    new Map(Object.entries(listed).map(([node, lines]) => [node, parseListing(lines.join('\n'))])),
  ).map(({ node, name, state, detail }) => `${node} ${name} ${state}: ${english(detail)}`);

const UP = 'Up 2 minutes; bridge, wide';

describe('the containers of a running lab', () => {
  it('are listed with their state and networks, in as many columns as are asked for', () => {
    expect(LISTING.split('\t')).toHaveLength(5);
    expect(parseListing(`${line('a')}\n`)).toEqual([
      { name: 'a', state: 'running', service: '', detail: UP },
    ]);
  });

  it('are below their nodes, absent where they are not there, and the undeclared last', () => {
    expect(rows({ node1: [line('x', 'exited'), line('a')] })).toEqual([
      `node1 a running: ${UP}`,
      'node1 x exited: not declared in the topology',
    ]);
    expect(rows({ node1: [] })).toEqual(['node1 a absent: not deployed']);
  });

  it('are replicas where the swarm runs them, by the names of the lab', () => {
    const listed = {
      node1: [line('a'), line('web.2.id', 'running', 'web')],
      node2: [line('b'), line('web.1.id', 'paused', 'web')],
    };
    expect(rows(listed)).toEqual([
      `node1 a running: ${UP}`,
      `node1 web.2 running: ${UP}`,
      `node2 b running: ${UP}`,
      `node2 web.1 paused: ${UP}`,
    ]);
  });

  it('are replicas in other slots, in turn', () => {
    const found = rows({ node1: [line('web.7.id', 'running', 'web')], node2: [] });
    expect(found).toContain(`node1 web.1 running: ${UP}`);
    expect(found).toContain('node2 web.2 absent: not deployed');
  });

  it('are no tasks that have ended or could not be started', () => {
    const ended = ['exited', 'created', 'dead'].map((state) => line('web.1.old', state, 'web'));
    const found = rows({ node1: [line('web.1.new', 'running', 'web')], node2: ended });
    expect(found.filter((one) => one.includes('web.1'))).toEqual([`node1 web.1 running: ${UP}`]);
    expect(found.join()).not.toContain('not declared');
  });

  it('are not said to be absent before every node of the swarm has been asked', () => {
    expect(rows({ node1: [line('web.1.id', 'running', 'web')] })).toEqual([
      'node1 a absent: not deployed',
      `node1 web.1 running: ${UP}`,
    ]);
  });

  it('are undeclared where there are more than are wanted, or of a service that nobody declared', () => {
    const found = rows({
      node1: [1, 2, 3].map((slot) => line(`web.${slot}.id`, 'running', 'web')),
      node2: [line('db.1.id', 'running', 'db')],
    });
    expect(found).toContain('node1 web.3.id running: not declared in the topology');
    expect(found).toContain('node2 db.1.id running: not declared in the topology');
  });
});
