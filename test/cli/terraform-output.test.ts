import { diagnosticsIn, summaryIn, workIn } from '../../src/cli/terraform-output';

const line = (value: object): string => JSON.stringify(value);
const hook = (type: string, action: string, addr: string): string =>
  line({ type, hook: { action, resource: { addr } } });

describe('what Terraform prints', () => {
  it.each([
    [hook('apply_start', 'create', 'docker_container.test3'), 'creating docker_container.test3'],
    [hook('apply_progress', 'create', 'docker_network.net'), 'creating docker_network.net'],
    [hook('apply_start', 'delete', 'docker_container.web'), 'destroying docker_container.web'],
    [hook('apply_start', 'create', 'terraform_data.check'), 'measuring who can reach whom'],
    [
      hook('apply_start', 'create', 'terraform_data.leftovers'),
      'removing what an interrupted command left',
    ],
    [hook('apply_complete', 'create', 'docker_container.test3'), undefined],
    [hook('apply_start', 'read', 'data.docker_network.bridge'), undefined],
    ['Apply complete! Resources: 16 added.', undefined],
    ['{ half a li', undefined],
    ['', undefined],
  ])('of %j there is to be told %j', (text, work) => expect(workIn(text)).toBe(work));

  it('tells each error with its resource, and no warning', () => {
    const stdout = [
      'no JSON',
      line({
        '@level': 'warn',
        diagnostic: { severity: 'warning', summary: 'old', detail: '' },
      }),
      line({
        '@level': 'error',
        '@message': 'Error: Unable to create container',
        diagnostic: {
          ...{ severity: 'error', summary: 'Unable to create container', detail: 'Conflict' },
          address: 'docker_container.web',
        },
      }),
      line({ '@level': 'error', '@message': 'the plugin is gone' }),
    ].join('\n');
    expect(diagnosticsIn(stdout)).toEqual([
      { address: 'docker_container.web', text: 'Unable to create container\nConflict' },
      { address: undefined, text: 'the plugin is gone' },
    ]);
  });

  it('ends with what was changed', () => {
    const text = 'Apply complete! Resources: 2 added, 0 changed, 0 destroyed.';
    expect(summaryIn(line({ '@message': text }))).toBe(
      'Resources: 2 added, 0 changed, 0 destroyed.',
    );
    expect(summaryIn('')).toBeUndefined();
  });
});
