import { validate } from '../../../src/topology/validate';
import { runArguments, specOf } from '../../../src/nodes/containers/run-arguments';
import article from '../../../topologies/docker-networking';

const lab = validate(article, 'article');
const node = lab.nodes[0]!;
const argv = runArguments(lab, node, 'image:1', '/checkout');
const valuesOf = (option: string) => argv.filter((_word, i) => argv[i - 1] === option);

describe('the command that starts a node', () => {
  it('never asks for a privileged container', () => {
    expect(argv.join(' ')).not.toContain('privileged');
    expect(valuesOf('--cap-drop')).toEqual(['SYS_RESOURCE']);
  });

  it('limits memory and CPU as the topology says', () => {
    expect(valuesOf('--memory')).toEqual(['1024m']);
    expect(valuesOf('--cpus')).toEqual(['1']);
  });

  it('gives the node its address, name and labels', () => {
    expect(valuesOf('--ip')).toEqual(['192.168.205.10']);
    expect(valuesOf('--hostname')).toEqual(['docker-node1']);
    expect(valuesOf('--label')).toEqual(
      expect.arrayContaining([
        'docker-network-lab.lab=docker-networking',
        'docker-network-lab.checkout=/checkout',
      ]),
    );
  });

  it('ends with the image and no command', () => {
    expect(argv.at(-1)).toBe('image:1');
  });

  it('has a digest that changes with all that makes a node', () => {
    const spec = specOf(argv);
    expect(spec).toMatch(/^[0-9a-f]{16}$/);
    const others = [
      runArguments(lab, node, 'image:2', '/checkout'),
      runArguments(lab, { ...node, memory: 2048 }, 'image:1', '/checkout'),
      runArguments(lab, { ...node, address: '192.168.205.12' }, 'image:1', '/checkout'),
    ];
    for (const other of others) expect(specOf(other)).not.toBe(spec);
    expect(specOf(runArguments(lab, node, 'image:1', '/checkout'))).toBe(spec);
  });
});
