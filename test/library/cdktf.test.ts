import { Container } from '@cdktf/provider-docker/lib/container';
import { Network } from '@cdktf/provider-docker/lib/network';
import { DockerProvider } from '@cdktf/provider-docker/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import { ReachabilityCheck } from '../../src/library/cdktf';

interface Check {
  readonly depends_on: readonly string[];
  readonly triggers_replace: Readonly<Record<string, string>>;
  readonly provisioner: readonly {
    readonly 'local-exec': {
      readonly interpreter: readonly string[];
      readonly environment: Readonly<Record<string, string>>;
    };
  }[];
}

/** Somebody's own stack. */
function checkOf(claims: readonly string[], engine?: string): Check {
  const stack = new TerraformStack(Testing.app(), 'shop');
  new DockerProvider(stack, 'docker');
  new ReachabilityCheck(stack, 'reachability', {
    claims,
    ...(engine === undefined ? {} : { engine }),
  });
  // Declared after the check, and measured all the same.
  const network = new Network(stack, 'front', { name: 'front' });
  new Container(stack, 'web', {
    ...{ name: 'web', image: 'nginx:1.26' },
    networksAdvanced: [{ name: network.name }],
  });
  const json = JSON.parse(Testing.synth(stack, false)) as {
    readonly resource: { readonly terraform_data: Readonly<Record<string, Check>> };
  };
  return Object.values(json.resource.terraform_data)[0]!;
}

const CLAIMS = ['never: outside -> web:81', 'always: outside -> web'];

test('it comes after every Docker resource of the stack, and again when one is replaced', () => {
  const check = checkOf(CLAIMS);
  expect([...check.depends_on].sort()).toEqual(['docker_container.web', 'docker_network.front']);
  expect(Object.values(check.triggers_replace)).toEqual(
    expect.arrayContaining(['${docker_container.web.id}', '${docker_network.front.id}']),
  );
});

test('it measures the engine, with the claims', () => {
  const { interpreter, environment } = checkOf(CLAIMS).provisioner[0]!['local-exec'];
  expect(interpreter).toEqual(['npx', '--no-install', 'docker-network-lab', 'check']);
  expect(environment).toEqual({ LAB_TOPOLOGY: 'engine', LAB_CLAIMS: CLAIMS.join('\n') });
  const other = checkOf(CLAIMS, 'ssh://you@server').provisioner[0]!['local-exec'];
  expect(other.environment['LAB_TOPOLOGY']).toBe('ssh://you@server');
});

test('a claim that cannot be read is refused where it is written', () => {
  expect(() => checkOf(['sometimes: a -> b'])).toThrow(/sometimes: a -> b: it is not of the form/);
});
