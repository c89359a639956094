import fc from 'fast-check';
import { rangeApart } from '../../src/topology/address-range';
import { cidr, contains, firstHost, numberToAddress } from '../../src/topology/addresses';

const apart = (subnet: string, ...statics: string[]) =>
  rangeApart(cidr(subnet), firstHost(cidr(subnet)), statics);

describe('the addresses that are left to the engine', () => {
  it.each<[string, string[], string | undefined, number]>([
    ['10.5.0.0/24', ['10.5.0.2'], '10.5.0.128/25', 127],
    ['10.5.0.0/24', ['10.5.0.200'], '10.5.0.0/25', 126],
    ['10.5.0.0/24', ['10.5.0.2', '10.5.0.200'], '10.5.0.64/26', 64],
    ['10.5.0.0/29', ['10.5.0.2'], '10.5.0.4/30', 3],
    ['10.5.0.0/30', ['10.5.0.2'], undefined, 0],
  ])('%s with %j: %s', (subnet, statics, text, room) => {
    expect(apart(subnet, ...statics)).toEqual(text === undefined ? undefined : { text, room });
  });

  it('are a block of the subnet with no static address in it, and as many as are said', () => {
    const places = fc.tuple(
      fc.integer({ min: 22, max: 30 }),
      fc.array(fc.nat(1023), { minLength: 1, maxLength: 12 }),
    );
    fc.assert(
      fc.property(places, ([prefix, offsets]) => {
        const subnet = cidr(`10.5.0.0/${prefix}`);
        const all = Array.from({ length: 2 ** (32 - prefix) - 2 }, (_, index) =>
          numberToAddress(subnet.first + 1 + index),
        );
        const gateway = firstHost(subnet);
        const statics = offsets.map((offset) => all[offset % all.length]!);
        const found = rangeApart(subnet, gateway, statics);
        if (found === undefined) return;
        const block = cidr(found.text);
        expect(block.address).toBe(numberToAddress(block.first));
        expect(block.first >= subnet.first && block.last <= subnet.last).toBe(true);
        expect(statics.filter((one) => contains(block, one))).toEqual([]);
        const free = all.filter((one) => one !== gateway && contains(block, one));
        expect(found.room).toBe(free.length);
      }),
    );
  });
});
