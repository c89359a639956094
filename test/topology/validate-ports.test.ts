import { containerOf, labWith, refuses, type Draft } from '../support/base-topology';

const publish = (t: Draft, ...ports: string[]) => (containerOf(t, 'client').ports = ports);

describe('two users of one port of a node', () => {
  refuses([
    [
      'two published',
      (t) => publish(t, '80:8080'),
      ['containers[1] (client).ports[0]', 'port 80/tcp of node1 is used by web'],
    ],
    [
      'published by one container twice',
      (t) => publish(t, '81:80', '81:81'),
      ['containers[1] (client).ports[1]', 'port 81/tcp of node1 is used by client'],
    ],
    [
      'published, and listened on in host mode',
      (t) => {
        containerOf(t, 'distant').ports = ['80:8080'];
      },
      ['containers[6] (agent).listens[0]', 'port 80/tcp of node2 is used by distant'],
    ],
    [
      'published, and listened on in the network of a container in host mode',
      (t) => {
        containerOf(t, 'distant').ports = ['81:8080'];
        const other = { name: 'other', node: 'node2', image: 'b', listens: [{ port: 81 }] };
        t.containers.push({ ...other, networkMode: 'container:agent' });
      },
      ['containers[8] (other).listens[0]', 'port 81/tcp of node2 is used by distant'],
    ],
    [
      'two in the network of one container in host mode',
      (t) => {
        const other = { name: 'other', node: 'node2', image: 'b', listens: [{ port: 80 }] };
        t.containers.push({ ...other, networkMode: 'container:agent' });
      },
      ['containers[8] (other).listens[0]', 'port 80/tcp of node2 is used by agent in host mode'],
    ],
    [
      'two in host mode',
      (t) => {
        const other = { name: 'other', node: 'node2', image: 'b', listens: [{ port: 80 }] };
        t.containers.push({ ...other, networkMode: 'host' });
      },
      ['containers[8] (other).listens[0]', 'port 80/tcp of node2 is used by agent in host mode'],
    ],
    [
      "published, and the node's own",
      (t) => publish(t, '22:22'),
      ['containers[1] (client).ports[0]', 'port 22/tcp of node1 is used by node1 itself'],
    ],
    [
      "in host mode, and the node's own",
      (t) => (t.nodes[1]!.listens = [{ port: 80 }]),
      ['containers[6] (agent).listens[0]', 'port 80/tcp of node2 is used by node2 itself'],
    ],
    [
      'all addresses and one of them',
      (t) => publish(t, '127.0.0.1:80:80'),
      ['containers[1] (client).ports[0]', 'port 80/tcp of node1 is used by web'],
    ],
    [
      'one address twice',
      (t) => publish(t, '127.0.0.1:81:80', '127.0.0.1:81:81'),
      ['containers[1] (client).ports[1]', 'port 81/tcp of node1 is used by client'],
    ],
    [
      'ranges that overlap, once a range',
      (t) => publish(t, '8000-8003:8000-8003', '8002-8005:8002-8005'),
      ['containers[1] (client).ports[1]', 'port 8002/tcp of node1 is used by client'],
    ],
  ]);

  test.each([
    ['another protocol', ['80:80/udp']],
    ['two addresses', ['127.0.0.1:81:80', '192.168.205.10:81:80']],
    ['another port', ['81:80']],
    ['ranges that touch', ['8000-8001:8000-8001', '8002-8003:8000-8001']],
  ])('%s', (_, ports) => {
    const lab = labWith((t) => publish(t, ...ports));
    expect(lab.containers[1]!.ports.length).toBeGreaterThan(0);
  });

  test('another node', () => {
    const lab = labWith((t) => (containerOf(t, 'distant').ports = ['22:22']));
    expect(lab.containers[7]!.ports).toHaveLength(1);
  });

  test('a listener in the network of another container is none of the node', () => {
    const lab = labWith((t) => (containerOf(t, 'sidecar').listens = [{ port: 80 }]));
    expect(lab.containers[4]!.listens).toHaveLength(1);
  });

  test('a listener inside of a container is none of the node', () => {
    const lab = labWith((t) => (containerOf(t, 'db').listens = [{ port: 80 }, { port: 22 }]));
    expect(lab.containers[3]!.listens).toHaveLength(2);
  });
});

describe('published ports', () => {
  refuses([
    ...['0:80', '80:0', '65536:80', '80:65536', 'a:b', '', '1:2:3:4'].map(
      (text) =>
        [
          `"${text}"`,
          (t: Draft) => publish(t, text),
          ['containers[1] (client).ports[0]', `"${text}" publishes no port`],
        ] as const,
    ),
    [
      "another node's address",
      (t) => publish(t, '192.168.205.11:81:80'),
      ['containers[1] (client).ports[0]', '192.168.205.11 is no address of node1'],
    ],
    [
      'an address that its node has not got',
      (t) => publish(t, '10.1.1.1:81:80'),
      ['containers[1] (client).ports[0]', '10.1.1.1 is no address of node1'],
    ],
  ]);
});

describe('listeners', () => {
  refuses([
    [
      'one port of a container twice',
      (t) => (containerOf(t, 'db').listens = [{ port: 80 }, { port: 80, protocol: 'tcp' }]),
      ['containers[3] (db).listens[1]', 'db listens on 80/tcp twice'],
    ],
    [
      'one port of a container in host mode twice',
      (t) => (containerOf(t, 'agent').listens = [{ port: 81 }, { port: 81 }]),
      ['containers[6] (agent).listens[1]', 'agent listens on 81/tcp twice'],
    ],
    [
      'one port of a node twice',
      (t) => (t.nodes[0]!.listens = [{ port: 22 }, { port: 22 }]),
      ['nodes[0] (node1).listens[1]', 'node1 listens on 22/tcp twice'],
    ],
    [
      'one port of a shared network twice',
      (t) => {
        containerOf(t, 'app').listens = [{ port: 81 }];
        containerOf(t, 'sidecar').listens = [{ port: 81 }];
      },
      ['containers[4] (sidecar).listens[0]', 'sidecar listens on 81/tcp, and so does app'],
    ],
    [
      'port 0',
      (t) => (containerOf(t, 'db').listens = [{ port: 0 }]),
      ['containers[3] (db).listens[0].port', '0 is no port'],
    ],
    [
      'port 65536',
      (t) => (t.nodes[0]!.listens = [{ port: 65536 }]),
      ['nodes[0] (node1).listens[0].port', '65536 is no port'],
    ],
    [
      'a page by udp',
      (t) => (containerOf(t, 'db').listens = [{ port: 80, protocol: 'udp', page: 'Hello' }]),
      ['containers[3] (db).listens[0].page', 'a page on 80/udp'],
    ],
    [
      'a page of two lines',
      (t) => (containerOf(t, 'db').listens = [{ port: 80, page: 'Hello\nworld' }]),
      ['containers[3] (db).listens[0].page', 'is not one line of text'],
    ],
  ]);

  test('the lowest and the highest port', () => {
    const lab = labWith((t) => (containerOf(t, 'db').listens = [{ port: 1 }, { port: 65535 }]));
    expect(lab.containers[3]!.listens).toHaveLength(2);
  });

  test('tcp and udp on one port', () => {
    const listens = [{ port: 53 }, { port: 53, protocol: 'udp' as const }];
    const lab = labWith((t) => (containerOf(t, 'db').listens = listens));
    expect(lab.containers[3]!.listens).toHaveLength(2);
  });
});
