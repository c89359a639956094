import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resourceAddress } from '../../src/cli/resource-address';

const stack = mkdtempSync(join(tmpdir(), 'stack-'));
afterAll(() => rmSync(stack, { recursive: true }));
writeFileSync(
  join(stack, 'cdk.tf.json'),
  JSON.stringify({
    resource: {
      docker_container: { test1: { name: 'test1' }, container_c1_1A2B: { name: 'c.1' } },
      terraform_data: { 'namespace-pairs_n1': {} },
    },
  }),
);

describe('the address of a resource', () => {
  it.each([
    ['docker_container.test1', 'docker_container.test1'],
    ['docker_container.c.1', 'docker_container.container_c1_1A2B'],
    ['terraform_data.namespace-pairs_n1', 'terraform_data.namespace-pairs_n1'],
  ])('of %s is %s', (named, address) => {
    expect(resourceAddress(stack, named)).toBe(address);
  });
});
