import { labCommand } from '../../stacks/lab-command';

const commandFor = (topologyFile: string) =>
  labCommand({ checkout: '../../..', topologyFile }, 'check', '--after-apply');

test.each([
  ['topologies/${path.module}.ts', 'topologies/$${path.module}.ts'],
  ['topologies/%{if true}.ts', 'topologies/%%{if true}.ts'],
  ['topologies/$x.ts', 'topologies/$x.ts'],
])('the name of a topology file is no expression of Terraform: %s', (file, written) => {
  expect(commandFor(file).environment).toEqual({ LAB_TOPOLOGY: written });
});

test('names are no part of a command line', () => {
  const { interpreter, command } = commandFor('a; touch x.ts');
  expect([...(interpreter ?? []), command].join(' ')).not.toContain('touch');
});
