import { place } from '../../src/observe/place';
import { bind } from '../../src/probe/bind';
import { knownAddresses } from '../../src/probe/own-addresses';
import { parseFacts } from '../../src/observe/parse-facts';
import { toFacts } from '../../src/observe/to-facts';
import type { Target } from '../../src/topology/edge';
import { articleLab, articleStates, recorded } from '../support/article';
import { expectationOf } from '../support/expectation';
import { verbatim } from '../../src/text/text';

const states = articleStates();
const placed = place(articleLab, states);
const facts = toFacts(placed);
const ground = { ...placed, facts, outsidePort: 1, outsideProblem: verbatim('') };

const asked = (from: string, target: Target) => {
  const bound = bind(expectationOf({ from, target }), ground);
  return bound.kind === 'probe' ? bound.probe.address : bound;
};

describe('what is measured of overlays', () => {
  it('has them on every node that knows them, with docker_gwbridge, and without ingress', () => {
    for (const node of articleLab.swarm) {
      const { subnets, gateways } = facts.nodes[node]!;
      for (const known of [subnets, gateways]) {
        expect(Object.keys(known)).toEqual(
          expect.arrayContaining(['bridge', 'docker_gwbridge', 'test-overlay']),
        );
        expect(known).not.toHaveProperty('ingress');
      }
    }
  });

  it('has a container’s address on docker_gwbridge exactly where it leaves over it', () => {
    const leaving = Object.keys(facts.addresses).filter(
      (name) => facts.addresses[name]?.['docker_gwbridge'] !== undefined,
    );
    expect(leaving).toEqual(['test5', 'web-overlay']);
    const [address] = /172\.18\.\d+\.\d+/.exec(facts.addresses['test5']!['docker_gwbridge']!)!;
    expect(address).toBe(facts.addresses['test5']!['docker_gwbridge']);
  });

  it('lists no load balancer and no sandbox of ingress as a container', () => {
    const networks = [...states.values()].flatMap((state) => state.networks);
    const listed = networks.flatMap(({ containers }) => containers);
    expect(listed.filter((name) => /endpoint|sbox/.test(name))).toEqual([]);
    expect(listed).toContain('web-overlay');
  });

  it('does not take the gateway of an overlay for an address of the node', () => {
    const { gateways } = facts.nodes['docker-node1']!;
    const known = knownAddresses('docker-node1', ground);
    expect(known).toContain(gateways['docker_gwbridge']);
    expect(known).not.toContain(gateways['test-overlay']);
  });

  it('says where to ask across nodes, and over docker_gwbridge', () => {
    const { addresses, nodes } = facts;
    expect(asked('test5', { kind: 'ping', endpoint: 'web-overlay', network: 'test-overlay' })).toBe(
      addresses['web-overlay']!['test-overlay'],
    );
    expect(
      asked('docker-node2', { kind: 'ping', endpoint: 'web-overlay', network: 'docker_gwbridge' }),
    ).toBe(addresses['web-overlay']!['docker_gwbridge']);
    expect(asked('test5', { kind: 'gateway', network: 'docker_gwbridge' })).toBe(
      nodes['docker-node1']!.gateways['docker_gwbridge'],
    );
  });
});

describe('what a node says of its swarm', () => {
  it('is read on the manager with all nodes, and on a worker with none', () => {
    const [manager, worker] = articleLab.swarm.map((name) => states.get(name)?.swarm);
    expect(manager).toMatchObject({ manager: true, state: 'active', address: '192.168.205.10' });
    expect(manager?.nodes).toContainEqual({
      id: worker?.id,
      hostname: 'docker-node2',
      status: 'ready',
      availability: 'active',
    });
    expect(worker).toMatchObject({ manager: false });
    expect(worker).not.toHaveProperty('nodes');
  });

  it('is nothing where it is in none', () => {
    const without = recorded('docker-node1').replaceAll(/^swarm.*\n/gm, '');
    expect(parseFacts('docker-node1', without)).not.toHaveProperty('swarm');
  });
});
