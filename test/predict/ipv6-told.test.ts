import { told } from './ask';
import { lab6, to6 } from './lab6';

const old = (from: string, endpoint: string, network: string): string =>
  told(lab6('20.10'), from, to6(endpoint, network));
const now = (from: string, endpoint: string, network: string): string =>
  told(lab6('28.5'), from, to6(endpoint, network));

describe('a reason tells of IPv6', () => {
  it('whose address it is', () => {
    expect(now('a1', 'a1', 'app')).toBe('The packet is for a1 itself and never leaves it');
    expect(now('node1', 'node1', 'app')).toBe('fd00:1::1 is an address of node1 itself');
    expect(now('a1', 'node1', 'app')).toBe('node1 has that address on the bridge of app');
    expect(now('a1', 'node1', 'back')).toMatch(
      /fd00:2::1 is an address of node1: the packet has arrived/,
    );
  });

  it('which bridge leads there', () => {
    expect(now('node1', 'a1', 'app')).toMatch(
      /^node1 has an IPv6 address on the bridge of app, .*a1/,
    );
    expect(now('a1', 'a2', 'app')).toBe('a1 and a2 are on the same bridge, app of node1');
    expect(old('a1', 'b', 'back')).toMatch(
      /^a1 is not on back: the packet goes to its IPv6 default gateway, node1 on the bridge of app\n/,
    );
  });

  it('that there is no route, and to what', () => {
    expect(now('node1', 'far', 'far')).toBe(
      'node1 has no IPv6 route to the IPv6 address of far on far: unreachable',
    );
    expect(now('none', 'a1', 'app')).toMatch(/^none has only lo/);
    expect(now('o', 'a1', 'app')).toMatch(/^None of the networks of o has IPv6/);
    expect(now('mixed', 'a1', 'app')).toMatch(/^mixed has no IPv6 default route/);
    expect(now('outside', 'a1', 'app')).toMatch(/^outside has no IPv6 route/);
    expect(old('a1', 'mixed', 'inside')).toMatch(/mixed has no IPv6 route back, .*timeout$/);
  });

  it('what an engine without ip6tables rules lets through', () => {
    expect(old('a1', 'b', 'back')).toMatch(
      /Engine 20.10 makes no ip6tables rules, so isolation does not hold for IPv6\nnode1 passes it on to b: reachable$/,
    );
    expect(old('x1', 'x2', 'apart')).toMatch(/so enable_icc=false does not hold for IPv6$/);
    expect(old('a1', 'node1', 'empty')).toMatch(
      /No container is on empty: its bridge has no carrier, and on engine 20.10 .*timeout$/,
    );
  });

  it('what the rules of the engine drop', () => {
    expect(now('a1', 'i1', 'inside')).toMatch(/inside is internal: node1 drops .*timeout$/);
    expect(now('a1', 'b', 'back')).toMatch(
      /app and back are different bridges of node1; .*timeout$/,
    );
    expect(now('x1', 'x2', 'apart')).toMatch(/^x1 and x2 are on apart, .*timeout$/);
  });
});
