import { containerOf, refusals, refuses, type Draft } from '../support/base-topology';
import { serves, serving } from '../support/serving-base';

describe('the name of a service', () => {
  refuses([
    [
      'of a node',
      serves({ name: 'node1' }),
      ['services[0] (node1).name', 'endpoint "node1" is declared twice'],
    ],
    [
      'of a container, without regard to case',
      serves({ name: 'WEB' }),
      ['services[0] (WEB).name', 'endpoint "WEB" is declared twice'],
    ],
    [
      'of the outside',
      serves({ name: 'outside' }),
      ['services[0] (outside).name', 'the name "outside" is reserved'],
    ],
    [
      'of another service, said once',
      serves({ replicas: 2 }, { name: 'Shop', replicas: 2 }),
      ['services[1] (Shop).name', 'endpoint "Shop" is declared twice'],
    ],
    [
      'whose replica a container is called',
      (t) => {
        serving(t, { replicas: 2 });
        containerOf(t, 'db').name = 'shop.2';
      },
      ['services[0] (shop).name', 'endpoint "shop.2" is declared twice'],
    ],
    [
      'whose replicas together a container is called',
      (t) => {
        serving(t, {});
        containerOf(t, 'db').name = 'tasks.shop';
      },
      ['services[0] (shop).name', 'endpoint "tasks.shop" is declared twice'],
    ],
    [
      'that is an alias on one of its networks, like that of its replicas',
      (t) => {
        serving(t, {});
        containerOf(t, 'app').networks = [
          { network: 'wide', aliases: ['shop'] },
          { network: 'deep', aliases: ['tasks.shop'] },
        ];
      },
      ['containers[2] (app).networks[1].aliases[0]', 'alias "tasks.shop" of app is also a name'],
      ['containers[2] (app).networks[0].aliases[0]', 'alias "shop" of app is also a name of shop'],
    ],
    [
      'that a link gives to another',
      (t) => {
        serving(t, {});
        containerOf(t, 'client').networks = ['bridge', 'wide'];
        containerOf(t, 'client').links = [{ container: 'web', alias: 'shop' }];
      },
      [
        'containers[1] (client).links[0]',
        'the link calls web "shop", which is also a name of shop',
      ],
    ],
  ]);

  test('may be an alias where the service is not', () => {
    const elsewhere = (t: Draft): void => {
      serving(t, { networks: ['wide'] });
      containerOf(t, 'app').networks = [{ network: 'deep', aliases: ['shop'] }];
    };
    expect(refusals(elsewhere)).toEqual([]);
  });

  test('may be that of a replica that the other service has not got', () => {
    const fewer = (t: Draft): void => {
      serving(t, { replicas: 2 });
      containerOf(t, 'db').name = 'shop.3';
    };
    expect(refusals(fewer)).toEqual([]);
  });
});

describe('what a replica asks for', () => {
  refuses([]);
});

describe('the ports of a service', () => {
  refuses([
    [
      'are taken on every node of the swarm: from containers, host mode and the node itself',
      (t) => {
        serving(t, { ports: ['80:80', '22:80'] });
      },
      ['nodes[0] (node1).listens[0]', 'port 22/tcp of node1 is used by shop, which publishes it'],
      ['containers[0] (web).ports[0]', 'port 80/tcp of node1 is used by shop, which publishes it'],
      ['containers[6] (agent).listens[0]', 'port 80/tcp of node2 is used by shop'],
    ],
    [
      'are taken from other services, said once',
      serves({ ports: ['8080:80'] }, { name: 'other', ports: ['8080:81'] }),
      ['services[1] (other).ports[0]', 'port 8080/tcp of node1 is used by shop'],
    ],
    [
      'are not those of the swarm',
      serves({ ports: ['2377:80', '7946:80/udp'] }),
      ['services[0] (shop).ports[0]', 'port 2377/tcp of node1 is used by the engine'],
      ['services[0] (shop).ports[1]', 'port 7946/udp of node1 is used by the engine'],
    ],
  ]);

  test('are free on a node outside of the swarm', () => {
    const alone = (t: Draft): void => {
      serving(t, { ports: ['8080:80'] });
      t.swarm = ['node1'];
      containerOf(t, 'distant').ports = ['8080:80'];
    };
    expect(refusals(alone)).toEqual([]);
  });

  test('are each their own for TCP and UDP', () => {
    expect(refusals(serves({ ports: ['53:53', '53:53/udp'] }))).toEqual([]);
  });
});
