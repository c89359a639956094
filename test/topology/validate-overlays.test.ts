import type { TopologyNetwork } from '../../src/topology/topology';
import { containerOf, labWith, refusals, refuses, type Draft } from '../support/base-topology';

/** Adds a network as a person may write it, also one that the types would not allow. */
const add = (t: Draft, network: object): void =>
  void (t.networks as unknown as TopologyNetwork[]).push(network as TopologyNetwork);

/** The base topology with both nodes in a swarm and an overlay network. */
const swarm = (t: Draft, overlay: object = {}): void => {
  t.swarm = ['node1', 'node2'];
  add(t, { name: 'wide', driver: 'overlay', ...overlay });
};

describe('an overlay network', () => {
  test('is on all nodes of the swarm, with defaults filled in', () => {
    const {
      overlays,
      networks,
      swarm: nodes,
    } = labWith((t) => {
      swarm(t, { subnet: '10.9.0.0/24' });
      containerOf(t, 'app').networks = ['wide'];
      containerOf(t, 'distant').networks = [{ network: 'wide', address: '10.9.0.7' }];
    });
    expect(nodes).toEqual(['node1', 'node2']);
    expect(networks.map(({ name }) => name)).toEqual(['front', 'back', 'far']);
    expect(overlays).toEqual([
      {
        name: 'wide',
        driver: 'overlay',
        subnet: '10.9.0.0/24',
        gateway: '10.9.0.1',
        internal: false,
        encrypted: false,
        chapter: 'one',
      },
    ]);
  });

  refuses([
    [
      'without a swarm',
      (t) => add(t, { name: 'wide', driver: 'overlay' }),
      ['networks[3] (wide).driver', 'wide is an overlay network, and there is no swarm'],
    ],
    [
      'with what only bridges have',
      (t) => swarm(t, { node: 'node1', icc: false, subnet6: 'fd00::/64' }),
      ['networks[3] (wide).node', 'node on the overlay network wide'],
      ['networks[3] (wide).icc', 'icc on the overlay network wide'],
      ['networks[3] (wide).subnet6', 'subnet6 on the overlay network wide'],
    ],
    [
      'under the name of another one',
      (t) => {
        swarm(t);
        add(t, { name: 'wide', driver: 'overlay' });
      },
      ['networks[4] (wide).name', 'network "wide" is declared twice'],
    ],
    [
      'under the name of a bridge of one of its nodes',
      (t) => swarm(t, { name: 'far' }),
      ['networks[3] (far).name', 'network "far" is a bridge on node2 already'],
    ],
    [
      'under a name that Docker uses',
      (t) => swarm(t, { name: 'ingress' }),
      ['networks[3] (ingress).name', 'the network name "ingress" is reserved'],
    ],
    [
      'with a subnet that one of its nodes has',
      (t) => swarm(t, { subnet: '172.30.0.0/16' }),
      ['networks[3] (wide).subnet', 'overlaps 172.30.0.0/24, the subnet of network front'],
    ],
    [
      'with the subnet of the swarm’s own network',
      (t) => swarm(t, { subnet: '10.0.0.0/24' }),
      ['networks[3] (wide).subnet', "the subnet of the swarm's network ingress"],
    ],
    [
      'whose gateway is outside of its subnet',
      (t) => swarm(t, { subnet: '10.9.0.0/24', gateway: '10.8.0.1' }),
      ['networks[3] (wide).gateway', 'the gateway 10.8.0.1 is not in 10.9.0.0/24'],
    ],
    [
      'in a chapter that is not there',
      (t) => swarm(t, { chapter: 'three' }),
      ['networks[3] (wide).chapter', 'unknown chapter "three"'],
    ],
    [
      'with one static address on two nodes',
      (t) => {
        swarm(t, { subnet: '10.9.0.0/24' });
        containerOf(t, 'web').networks = [{ network: 'wide', address: '10.9.0.7' }];
        containerOf(t, 'client').links = [];
        containerOf(t, 'distant').networks = [{ network: 'wide', address: '10.9.0.7' }];
      },
      ['containers[7] (distant).networks[0].address', '10.9.0.7 is the address of web'],
    ],
  ]);

  test('is no network of a node outside of the swarm', () => {
    const change = (t: Draft): void => {
      swarm(t);
      t.swarm = ['node1'];
      containerOf(t, 'distant').networks = ['wide'];
    };
    expect(refusals(change)).toEqual([
      'containers[7] (distant).networks[0]: node2 is not in the swarm, and "wide" is an overlay network',
    ]);
  });
});

describe('a swarm', () => {
  refuses([
    [
      'with a node that is not there',
      (t) => (t.swarm = ['node1', 'node9']),
      ['swarm[1]', 'unknown node "node9"'],
    ],
    [
      'with a node twice',
      (t) => (t.swarm = ['node1', 'node1']),
      ['swarm[1]', 'node1 is in the swarm twice'],
    ],
    [
      'with a further host',
      (t) => {
        t.furtherHosts = [{ name: 'cloud', address: '203.0.113.7' }];
        t.swarm = ['node1', 'cloud'];
      },
      ['swarm[1]', 'cloud is a further host, and cannot join the swarm'],
    ],
    [
      'whose docker_gwbridge would have the subnet of a bridge',
      (t) => {
        t.swarm = ['node1'];
        t.networks[0]!.subnet = '172.18.5.0/24';
        containerOf(t, 'app').networks = ['front'];
      },
      ['networks[0] (front).subnet', 'the subnet of docker_gwbridge'],
    ],
    [
      'whose ports a container publishes, the manager’s only on the manager',
      (t) => {
        t.swarm = ['node1', 'node2'];
        containerOf(t, 'web').ports = ['80:80', '2377:80'];
        containerOf(t, 'distant').ports = ['2377:80', '4789:80/udp', '7946:80'];
      },
      ['containers[0] (web).ports[1]', 'port 2377/tcp of node1 is used by the engine'],
      ['containers[7] (distant).ports[1]', 'port 4789/udp of node2 is used by the engine'],
      ['containers[7] (distant).ports[2]', 'port 7946/tcp of node2 is used by the engine'],
    ],
  ]);
});

describe('a bridge', () => {
  refuses([
    [
      'without a node',
      (t) => add(t, { name: 'lost' }),
      ['networks[3] (lost).node', '"node" is missing'],
    ],
    [
      'that should be encrypted',
      (t) => Object.assign(t.networks[1]!, { encrypted: true }),
      ['networks[1] (back).encrypted', 'back is a bridge, which encrypts nothing'],
    ],
  ]);
});
