import article from '../../topologies/docker-networking';
import { validate } from '../../src/topology/validate';
import { synthesised } from '../support/synthesis';

const lab = validate(article, 'docker-networking.ts');
const json = synthesised(lab);
const container = (name: string) => json.resource['docker_container']?.[name] ?? {};

describe('the stack of the article', () => {
  it('holds every container, network and image under the names of the topology', () => {
    expect(Object.keys(json.resource['docker_container'] ?? {}).sort()).toEqual(
      lab.containers.map(({ name }) => name).sort(),
    );
    expect(Object.keys(json.resource['docker_network'] ?? {})).toEqual([
      'docker-node1_test-bridge',
      'test-overlay',
    ]);
  });

  it('asks for a provider that knows the containers of a network', () => {
    expect(json.terraform.required_providers['docker']?.version).toBe('>= 4.2.0, < 5.0.0');
    expect(json.terraform.required_version).toBe('>= 1.4.0');
  });

  it('lets no limit of ICMP errors hide a refusal, where a container has interfaces of its own', () => {
    const limited = lab.containers.filter(
      ({ name }) => json.resource['docker_container']?.[name]?.['sysctls'] === undefined,
    );
    expect(limited.map(({ networking }) => networking.mode)).not.toContain('bridge');
    expect(limited.length).toBeGreaterThan(0);
    expect(json.resource['docker_container']?.['test1']?.['sysctls']).toEqual({
      'net.ipv4.icmp_ratemask': '0',
    });
  });

  it('keeps its state relative to the checkout', () => {
    expect(json.terraform.backend.local.path).toBe(
      '../../../.lab/docker-networking/terraform.tfstate',
    );
  });

  it('gives each node a provider of its own', () => {
    expect(json.provider.docker.map((provider) => provider['alias'])).toEqual([
      'docker-node1',
      'docker-node2',
    ]);
    expect(container('web-host')['provider']).toBe('docker.docker-node2');
    expect(container('test1')['provider']).toBe('docker.docker-node1');
  });

  it('attaches by the id of the network, so that a new network brings new containers', () => {
    const [bridge, user] = container('test1')['networks_advanced'] as { name: string }[];
    expect(bridge?.name).toBe('bridge');
    expect(user?.name).toBe('${docker_network.docker-node1_test-bridge.id}');
  });

  it('leaves attachments out where the engine makes them by itself', () => {
    for (const name of ['test3', 'web', 'test-none', 'test-host']) {
      expect(container(name)).not.toHaveProperty('networks_advanced');
    }
  });

  it('declares a link as a hosts line and a variable that wait for the target', () => {
    const { host, env } = container('test3') as {
      host: { host: string; ip: string }[];
      env: string[];
    };
    expect(host).toHaveLength(1);
    expect(host[0]?.host).toBe('test1');
    const [id, data] = Object.entries(json.data?.docker_network ?? {})[0] ?? [];
    expect(host[0]?.ip).toContain(`data.docker_network.${id}.containers`);
    expect(data?.['depends_on']).toEqual(['docker_container.test1']);
    expect(env).toEqual(['TEST1_NAME=/test3/test1']);
  });

  it('publishes only what is declared', () => {
    expect(container('web-port')['ports']).toEqual([
      { external: 80, internal: 80, ip: '0.0.0.0', protocol: 'tcp' },
    ]);
    expect(container('web')).not.toHaveProperty('ports');
  });

  it('labels all that it creates', () => {
    const label = [{ label: 'docker-network-lab.lab', value: 'docker-networking' }];
    for (const type of ['docker_container', 'docker_network']) {
      for (const resource of Object.values(json.resource[type] ?? {})) {
        expect(resource['labels']).toEqual(expect.arrayContaining(label));
      }
    }
  });

  it('checks again when any resource was replaced', () => {
    const check = json.resource['terraform_data']?.['check'] as {
      triggers_replace: Record<string, string>;
      depends_on: string[];
    };
    for (const { name } of lab.containers) {
      const address = `docker_container.${name}`;
      expect(check.triggers_replace[address]).toBe(`\${${address}.id}`);
      expect(check.depends_on).toContain(`docker_container.${name}`);
    }
  });
});

describe('a node that is down', () => {
  it('stops a plan with the command that brings it up', () => {
    const down = synthesised(lab, '');
    const variable = down.variable['docker_host_docker-node1'];
    expect(variable?.default).toBe('');
    expect(variable?.validation[0]?.error_message).toContain('./lab nodes up');
  });
});
