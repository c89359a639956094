import { convert } from '../../src/sources/compose/convert';
import { ask, labOfProject, projectOf } from '../support/compose';

const lab = (services: object, networks: object = { default: { name: 'p_default' } }) =>
  labOfProject(projectOf({ name: 'p', services, networks }));

const on = { networks: { default: null } };

test('of environment, secrets, labels and the words of a healthcheck nothing is kept', () => {
  const project = projectOf({
    name: 'p',
    services: {
      db: {
        environment: { TOKEN: 'sesame-1' },
        labels: { a: 'sesame-2' },
        secrets: [{ source: 'sesame-3' }],
        healthcheck: { test: ['CMD', 'ping', '-psesame-4', 'http://localhost:8080/'] },
      },
    },
    secrets: { s: { content: 'sesame-5' } },
  });
  expect(JSON.stringify(project) + JSON.stringify(convert(project, '28.5'))).not.toContain(
    'sesame',
  );
  expect(project.services?.['db']?.healthcheck).toEqual([8080]);
});

test('a service is known by its own name, its container’s, its aliases and its host name', () => {
  const named = lab({
    web: { ...on },
    db: { container_name: 'store', hostname: 'pg', networks: { default: { aliases: ['sql'] } } },
  });
  for (const name of ['db', 'store', 'pg', 'sql', 'DB']) {
    expect(ask(named, 'web', `"${name}"`)).toEqual(['reachable']);
  }
  expect(ask(named, 'web', '"p-web-1"')).toEqual(['reachable']);
  expect(ask(named, 'web', '"other"')).toEqual(['unresolved']);
});

test('a link gives a name to the one that has it alone', () => {
  const linked = lab({ web: { ...on, links: ['db:database'] }, db: on, other: on });
  expect(ask(linked, 'web', '"database"')).toEqual(['reachable']);
  expect(ask(linked, 'other', '"database"')).toEqual(['unresolved']);
});

test('a name of hexadecimal digits with a port is no IPv6 address', () => {
  const named = lab({ web: on, db: { ...on, expose: ['5432'] } });
  expect(ask(named, 'web', 'db:5432')).toEqual(['reachable']);
});

test('names that are reserved or too short are given to nobody', () => {
  const odd = lab({ host: on, outside: on, a: on });
  expect(odd.lab.nodes.map(({ name }) => name)).toEqual(['the-host']);
  expect(odd.lab.containers.map(({ name }) => name)).toEqual(['host', 'p-outside-1', 'p-a-1']);
  expect(ask(odd, 'a', '"outside"')).toEqual(['reachable']);
});

test('what shares the stack of another project’s container is unknown', () => {
  const shared = lab({ app: { network_mode: 'container:vpn' }, web: on });
  expect(ask(shared, 'app', 'web:80')).toEqual(['unknown']);
  expect(ask(shared, 'app', '"web"')).toEqual(['unknown']);
});

test('what shares the stack of a service has its ports and no name', () => {
  const shared = lab({
    vpn: { ...on, cap_add: ['NET_ADMIN'], ports: [{ target: 8080, published: '8080' }] },
    app: { network_mode: 'service:vpn', expose: ['9000'] },
    web: on,
  });
  expect(ask(shared, 'outside', 'host:8080')).toEqual(['reachable']);
  expect(ask(shared, 'web', 'vpn:9000')).toEqual(['reachable']);
  expect(ask(shared, 'app', 'outside')).toEqual(['unknown']);
  expect(ask(shared, 'web', 'outside')).toEqual(['reachable']);
});

test('host-gateway is a name of the host, whose own listeners are unknown to containers alone', () => {
  const told = lab({
    app: { ...on, extra_hosts: ['host.docker.internal=host-gateway', 'nas=10.1.1.1'] },
    web: { ...on, ports: [{ target: 80, published: '8080' }] },
  });
  expect(ask(told, 'app', '"host.docker.internal"')).toEqual(['reachable']);
  expect(ask(told, 'web', '"host.docker.internal"')).toEqual(['unresolved']);
  expect(ask(told, 'app', 'host.docker.internal:8080')).toEqual(['reachable']);
  expect(ask(told, 'app', 'host.docker.internal:5000')).toEqual(['unknown']);
  expect(ask(told, 'outside', 'host:5000')).toEqual(['refused']);
  expect(ask(told, 'app', '"nas"')).toEqual(['unknown']);
});

test('a line of extra_hosts with the address of a container is that container', () => {
  const networks = { net: { name: 'p_net', ipam: { config: [{ subnet: '172.30.0.0/24' }] } } };
  const told = lab(
    {
      app: { networks: { net: null }, extra_hosts: { store: '172.30.0.9' } },
      db: { networks: { net: { ipv4_address: '172.30.0.9' } } },
    },
    networks,
  );
  expect(ask(told, 'app', '"store"')).toEqual(['reachable']);
});

test('a container in host mode makes the other ports of the host unknown', () => {
  const host = lab({ agent: { network_mode: 'host', expose: ['9100'] } });
  expect(ask(host, 'outside', 'host:9100')).toEqual(['reachable']);
  expect(ask(host, 'outside', 'host:9999')).toEqual(['unknown']);
});

test('an address on which ports are published is taken to be the host’s; of several the first', () => {
  const several = lab({
    a: { ...on, ports: [{ target: 53, published: '53', host_ip: '10.1.2.3', protocol: 'udp' }] },
    b: { ...on, ports: [{ target: 53, published: '54', host_ip: '10.9.9.9', protocol: 'udp' }] },
  });
  expect(several.lab.nodes[0]?.address).toBe('10.1.2.3');
  expect(ask(several, 'outside', '10.1.2.3:53/udp')).toEqual(['reachable']);
  expect(ask(several, 'outside', 'host:54/udp')).toEqual(['unknown']);
});

test('of a range one container takes the first port, and the others are unknown', () => {
  const range = lab({ a: { ...on, ports: [{ target: 80, published: '8000-8002' }] } });
  expect(ask(range, 'outside', 'host:8000')).toEqual(['reachable']);
  expect(ask(range, 'outside', 'host:8001')).toEqual(['unknown']);
  expect(ask(range, 'outside', 'host:8003')).toEqual(['refused']);
});

test('a network of a driver that is not predicted is unknown, and no isolation', () => {
  const vlan = lab(
    { a: { networks: { lan: null } }, b: { networks: { lan: null } }, c: on },
    { default: { name: 'p_default' }, lan: { name: 'p_lan', driver: 'ipvlan' } },
  );
  expect(ask(vlan, 'a', 'b:80')).toEqual(['unknown']);
  expect(ask(vlan, 'c', 'a:80')).toEqual(['unknown']);
});

test('replicas with one port of the host are a stack, which a swarm runs', () => {
  const stack = lab({
    web: { ...on, deploy: { replicas: 2 }, ports: [{ target: 80, published: '8080' }] },
  });
  expect(stack.lab.swarm).toEqual(['n1', 'n2']);
  expect(ask(stack, 'outside', 'n2:8080')).toEqual(['reachable']);
});

test('a port that two containers publish is an error that names the second', () => {
  const ports = [{ target: 80, published: '80' }];
  expect(() => lab({ a: { ...on, ports }, b: { ...on, ports } })).toThrow(
    'containers[1] (p-b-1).ports[0]: port 80/tcp of host is used by p-a-1, which publishes it already',
  );
});

test.each(['8080', '8080/udp', '70000', 'x', '1-70000', '', '-5'])(
  'expose %j breaks nothing',
  (text) => {
    expect(lab({ a: { ...on, expose: [text] } }).lab.containers).toHaveLength(1);
  },
);
