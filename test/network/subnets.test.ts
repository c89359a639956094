import type { Facts } from '../../src/network/facts';
import { formatIpv4 } from '../../src/network/address';
import {
  networkAddresses,
  overlayAddresses,
  type NetworkAddresses,
} from '../../src/network/subnets';
import { buildLab, type LabSpec } from '../predict/builder';

const written = (all: ReadonlyMap<string, NetworkAddresses>): Record<string, string> =>
  Object.fromEntries(
    [...all].map(([name, { subnet, gateway }]) => [name, `${subnet.text} ${formatIpv4(gateway)}`]),
  );
const bridges = (spec: LabSpec, facts?: Facts): Record<string, string> => {
  const lab = buildLab(spec);
  return written(networkAddresses(lab, lab.nodes[0]!, facts));
};
const overlays = (spec: LabSpec, facts?: Facts): Record<string, string> =>
  written(overlayAddresses(buildLab({ swarm: ['node1', 'node2'], ...spec }), facts));
const measured = (
  node: string,
  subnets: Record<string, string>,
  gateways: Record<string, string> = {},
): Facts => ({
  nodes: { [node]: { engine: '26.1', defaultRoute: false, subnets, gateways } },
  addresses: {},
});

describe('the subnet of a bridge', () => {
  it('is the next of the engine’s pools, and its gateway the first address', () =>
    expect(bridges({ networks: [{ name: 'one' }, { name: 'two' }] })).toEqual({
      bridge: '172.17.0.0/16 172.17.0.1',
      one: '172.18.0.0/16 172.18.0.1',
      two: '172.19.0.0/16 172.19.0.1',
    }));

  it('has nothing to do with the networks of other nodes', () =>
    expect(bridges({ networks: [{ name: 'one', node: 'node2' }] })).toEqual({
      bridge: '172.17.0.0/16 172.17.0.1',
    }));

  it('overlaps none that is declared, measured or the node’s', () => {
    const networks = [{ name: 'one' }, { name: 'two', subnet: '172.19.4.0/24' }];
    const nodes = [{ name: 'node1', subnet: '172.17.3.0/24', address: '172.17.3.2' }];
    expect(bridges({ nodes, networks }, measured('node1', { three: '172.18.0.0/16' }))).toEqual({
      bridge: '172.20.0.0/16 172.20.0.1',
      one: '172.21.0.0/16 172.21.0.1',
      two: '172.19.4.0/24 172.19.4.1',
    });
  });

  it('is what is declared before what is measured, and that before what an engine would choose', () => {
    const networks = [
      { name: 'one', subnet: '10.1.0.0/24', gateway: '10.1.0.7' },
      { name: 'two' },
      { name: 'three' },
    ];
    const facts = measured(
      'node1',
      { one: '10.9.0.0/24', two: '10.2.0.0/24' },
      { one: '10.9.0.1', two: '10.2.0.8' },
    );
    expect(bridges({ networks }, facts)).toEqual({
      bridge: '172.17.0.0/16 172.17.0.1',
      one: '10.1.0.0/24 10.1.0.7',
      two: '10.2.0.0/24 10.2.0.8',
      three: '172.18.0.0/16 172.18.0.1',
    });
  });

  it('is of a second pool after the first, and made up after both', () => {
    const networks = Array.from({ length: 32 }, (_, index) => ({ name: `n${index}` }));
    const all = Object.values(bridges({ networks }));
    expect(all.slice(14, 18)).toEqual([
      '172.31.0.0/16 172.31.0.1',
      '192.168.0.0/20 192.168.0.1',
      '192.168.16.0/20 192.168.16.1',
      '192.168.32.0/20 192.168.32.1',
    ]);
    // The nodes are on 192.168.205.0/24.
    expect(all).not.toContain('192.168.192.0/20 192.168.192.1');
    expect(all).toContain('192.168.240.0/20 192.168.240.1');
    expect(all.slice(-3).every((text) => /^10\.255\.\d+\.0\/24 /.test(text))).toBe(true);
    expect(new Set(all).size).toBe(33);
  });

  it('comes after that of docker_gwbridge on the nodes of a swarm', () => {
    const networks = [{ name: 'one' }];
    expect(bridges({ swarm: ['node1'], networks })).toEqual({
      bridge: '172.17.0.0/16 172.17.0.1',
      docker_gwbridge: '172.18.0.0/16 172.18.0.1',
      one: '172.19.0.0/16 172.19.0.1',
    });
    expect(bridges({ swarm: ['node2'], networks })).not.toHaveProperty('docker_gwbridge');
  });
});

describe('the subnet of an overlay', () => {
  it('is the next of the swarm’s pool after that of ingress', () =>
    expect(overlays({ overlays: [{ name: 'one' }, { name: 'two' }] })).toEqual({
      one: '10.0.1.0/24 10.0.1.1',
      two: '10.0.2.0/24 10.0.2.1',
    }));

  it('overlaps none that is declared', () =>
    expect(
      overlays({ overlays: [{ name: 'one' }, { name: 'two', subnet: '10.0.1.128/25' }] }),
    ).toEqual({ one: '10.0.2.0/24 10.0.2.1', two: '10.0.1.128/25 10.0.1.129' }));

  it('is what is declared before what is measured on any node of the swarm', () => {
    const facts = measured(
      'node2',
      { one: '10.0.7.0/24', two: '10.0.8.0/24' },
      { one: '10.0.7.9', two: '10.0.8.9' },
    );
    const two = { name: 'two', subnet: '10.3.0.0/24', gateway: '10.3.0.5' };
    expect(overlays({ overlays: [{ name: 'one' }, two] }, facts)).toEqual({
      one: '10.0.7.0/24 10.0.7.9',
      two: '10.3.0.0/24 10.3.0.5',
    });
    expect(overlays({ swarm: ['node1'], overlays: [{ name: 'one' }] }, facts)).toEqual({
      one: '10.0.1.0/24 10.0.1.1',
    });
  });
});
