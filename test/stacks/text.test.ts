import { validate } from '../../src/topology/validate';
import type { Topology } from '../../src/topology/topology';
import { synthesised, synthesisedQuickly } from '../support/synthesis';

const topology: Topology = {
  name: 'texts',
  outside: { address: '10.1.0.1' },
  chapters: [{ id: 'all', title: 'All' }],
  nodes: [{ name: 'n1', address: '10.1.0.10/24' }],
  namespacePairs: [
    {
      node: 'n1',
      ends: [
        { name: 'a', interface: 'va', address: '10.9.0.1/24' },
        { name: 'b', interface: 'vb', address: '10.9.0.2/24' },
      ],
    },
  ],
  containers: [
    {
      name: 'c.1',
      node: 'n1',
      image: 'busybox:1.36',
      command: ['sh', '-c', 'echo ${HOME} %{x}'],
      environment: { TEXT: '${a}' },
    },
    { name: 'guest', node: 'n1', image: 'busybox:1.36', networkMode: 'container:c.1' },
  ],
};
const json = synthesised(validate(topology, 'texts.ts'));
const containers = Object.values(json.resource['docker_container'] ?? {});
const named = (name: string) => containers.find((container) => container['name'] === name) ?? {};

describe('texts of a topology', () => {
  it('reach the container as they are, not as Terraform expressions', () => {
    expect(named('c.1')['command']).toEqual(['sh', '-c', 'echo $${HOME} %%{x}']);
    expect(named('c.1')['env']).toEqual(['TEXT=$${a}']);
  });

  it('are not taken for references, neither by Terraform nor by cdktf', () => {
    const [first] = topology.containers!;
    const word = '${TfToken[TOKEN.0]} $${x} #{TfToken[TOKEN.1]}';
    const { resource } = synthesisedQuickly(
      validate({ ...topology, containers: [{ ...first!, name: 'c1', command: [word] }] }, 'x.ts'),
    );
    expect(resource['docker_container']?.['c1']?.['command']).toEqual([
      '$${Tf${"Token"}[TOKEN.0]} $$${x} #{Tf${"Token"}[TOKEN.1]}',
    ]);
  });

  it('are data to the check after an apply, also the name of the topology file', () => {
    const named = synthesised(validate(topology, 'x.ts'), undefined, {
      validations: false,
      topologyFile: 'own/${HOME} %{x}.ts',
    });
    const check = named.resource['terraform_data']?.['check'] as {
      provisioner: { 'local-exec': { environment: Record<string, string> } }[];
    };
    const [{ 'local-exec': exec } = { 'local-exec': undefined }] = check.provisioner;
    expect(exec?.environment['LAB_TOPOLOGY']).toBe('own/$${HOME} %%{x}.ts');
  });

  it('may name containers in ways that Terraform does not allow', () => {
    const [id] = Object.keys(json.resource['docker_container'] ?? {});
    expect(id).not.toContain('.');
  });

  it('refer to a shared network stack by the id of its container', () => {
    expect(named('guest')['network_mode']).toMatch(/^container:\$\{docker_container\..+\.id\}$/);
  });

  it('are data to the namespace script, never part of it', () => {
    const pairs = json.resource['terraform_data']?.['namespace-pairs_n1'] as {
      triggers_replace: { pairs: string };
      provisioner: { 'local-exec': { interpreter: string[]; command: string } }[];
    };
    expect(pairs.triggers_replace.pairs).toBe('a va 10.9.0.1/24 b vb 10.9.0.2/24');
    const [add, remove] = pairs.provisioner.map((provisioner) => provisioner['local-exec']);
    expect(add?.interpreter.slice(-3)).toEqual(['namespace-pairs', 'add', 'texts']);
    expect(remove?.interpreter.slice(-3)).toEqual(['namespace-pairs', 'delete', 'texts']);
    for (const exec of [add, remove]) {
      expect(exec?.command).toBe('pairs: ${self.triggers_replace.pairs}');
      expect(exec?.interpreter.join(' ')).not.toContain('10.9.0.1');
    }
  });
});

describe('names that would meet in one id', () => {
  const clashing: Topology = {
    name: 'clash',
    outside: { address: '10.1.0.1' },
    chapters: [{ id: 'all', title: 'All' }],
    nodes: [{ name: 'n1', address: '10.1.0.10/24' }],
    networks: [{ name: 'a_b', node: 'n1' }],
    containers: [
      { name: 'n1_a_b', node: 'n1', image: 'r/x:y', networks: [{ network: 'a_b' }] },
      { name: 'target', node: 'n1', image: 'r_x:y' },
      {
        name: 'n1_a',
        node: 'n1',
        image: 'busybox:1.36',
        links: [
          { container: 'target', alias: 'one' },
          { container: 'target', alias: 'two' },
        ],
      },
      { name: 'n1_a_one', node: 'n1', image: 'busybox:1.36' },
    ],
  };

  it('each get a resource of their own', () => {
    const { resource } = synthesised(validate(clashing, 'clash.ts'));
    const names = (type: string) =>
      Object.values(resource[type] ?? {})
        .map(({ name }) => name)
        .sort();
    expect(names('docker_network')).toEqual(['a_b']);
    expect(names('docker_image')).toEqual(['busybox:1.36', 'r/x:y', 'r_x:y']);
    expect(names('docker_container')).toEqual(['n1_a', 'n1_a_b', 'n1_a_one', 'target']);
  });
});
