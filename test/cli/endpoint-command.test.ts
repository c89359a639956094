import { endpointCommand, endpoints } from '../../src/cli/endpoint-command';
import { validate } from '../../src/topology/validate';
import { LabError } from '../../src/platform/errors';
import article from '../../topologies/docker-networking';

const lab = validate(article, 'article');
const inventory = {
  lab: lab.name,
  backend: 'containers' as const,
  offline: true,
  nodes: lab.nodes.map(({ name, address }) => ({
    name,
    address,
    dockerHost: `unix:///${name}.sock`,
    sshOptions: [],
    exec: ['docker', 'exec', '--interactive', name],
    engine: '26.1.5',
    defaultRoute: false,
  })),
};
const words = (endpoint: string, terminal = false) =>
  endpointCommand({ lab, inventory, endpoint, command: ['ip', 'a b'], terminal });

describe('a command on an endpoint', () => {
  it('runs on a container through its node’s engine', () => {
    expect(words('test1')).toEqual([
      'docker',
      '--host',
      'unix:///docker-node1.sock',
      'exec',
      '--interactive',
      'test1',
      'ip',
      'a b',
    ]);
  });

  it('runs on a node, in a namespace and on this machine', () => {
    expect(words('docker-node2')).toEqual([
      'docker',
      'exec',
      '--interactive',
      'docker-node2',
      'ip',
      'a b',
    ]);
    expect(words('netns:test1').slice(-5)).toEqual(['netns', 'exec', 'test1', 'ip', 'a b']);
    expect(words('outside')).toEqual(['ip', 'a b']);
  });

  it('has a terminal where a person types', () => {
    expect(words('test1', true)).toContain('--tty');
    expect(words('docker-node1', true)).toContain('-it');
  });

  it('is refused for an unknown endpoint, with the known ones', () => {
    expect(() => words('test9')).toThrow(LabError);
    expect(() => words('netns:test9')).toThrow(LabError);
    expect(endpoints(lab)).toEqual(expect.arrayContaining(['netns:test1', 'test1', 'outside']));
  });
});
