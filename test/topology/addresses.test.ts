import fc from 'fast-check';
import {
  addressToNumber,
  broadcastAddress,
  cidr,
  contains,
  firstHost,
  formatCidr,
  hostCount,
  hostProblem,
  isAddress,
  isSpecial,
  networkAddress,
  numberToAddress,
  overlap,
  parseCidr,
  sameSubnet,
  subnetOf,
} from '../../src/topology/addresses';

const number = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const address = number.map(numberToAddress);
const range = fc.tuple(address, fc.integer({ min: 0, max: 32 })).map(([a, p]) => cidr(`${a}/${p}`));

describe('addresses', () => {
  test('number and text are one to one', () => {
    fc.assert(fc.property(number, (n) => addressToNumber(numberToAddress(n)) === n));
    fc.assert(fc.property(address, (a) => isAddress(a)));
  });

  test('the order of numbers is the order of octets', () => {
    expect(addressToNumber('0.0.0.1')).toBe(1);
    expect(addressToNumber('1.2.3.4')).toBe(0x01020304);
    expect(numberToAddress(2 ** 32 - 1)).toBe('255.255.255.255');
  });

  test.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.256',
    '01.2.3.4',
    '0x1.2.3.4',
    '1.2.3.4 ',
    '::1',
    '16909060',
  ])('%j is no address', (text) => {
    expect(isAddress(text)).toBe(false);
    expect(() => addressToNumber(text)).toThrow(RangeError);
  });

  test.each([-1, 2 ** 32, 0.5, NaN])('%p is no number of an address', (value) => {
    expect(() => numberToAddress(value)).toThrow(RangeError);
  });

  test('text that is not an address is never taken for one', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/^\d+(\.\d+){3}$/.test(text));
        return !isAddress(text);
      }),
    );
  });

  test.each([
    ['127.0.0.1', true],
    ['0.0.0.0', true],
    ['169.254.1.1', true],
    ['224.0.0.1', true],
    ['240.0.0.0', true],
    ['255.255.255.255', true],
    ['10.0.0.1', false],
    ['192.168.205.10', false],
    ['172.17.0.2', false],
    ['239.255.255.255', true],
    ['128.0.0.1', false],
  ])('%s is set aside: %p', (text, special) => expect(isSpecial(text)).toBe(special));
});

describe('CIDRs', () => {
  test('parse and format are one to one', () => {
    fc.assert(fc.property(range, (r) => expect(parseCidr(formatCidr(r))).toEqual(r)));
  });

  test.each([
    '',
    '1.2.3.4',
    '1.2.3.4/',
    '1.2.3.4/33',
    '1.2.3.4/-1',
    '1.2.3.4/08',
    '1.2.3.4/8/8',
    '1.2.3/8',
    '/8',
    '1.2.3.4/ 8',
  ])('%j is no CIDR', (text) => {
    expect(parseCidr(text)).toBeUndefined();
    expect(() => cidr(text)).toThrow(RangeError);
  });

  test('a range holds its own addresses and no neighbour', () => {
    fc.assert(
      fc.property(range, (r) => {
        expect(contains(r, r.address)).toBe(true);
        expect(contains(r, networkAddress(r))).toBe(true);
        expect(contains(r, broadcastAddress(r))).toBe(true);
        if (r.first > 0) expect(contains(r, numberToAddress(r.first - 1))).toBe(false);
        if (r.last < 2 ** 32 - 1) expect(contains(r, numberToAddress(r.last + 1))).toBe(false);
      }),
    );
  });

  test('an address is in a range exactly when their first bits are equal', () => {
    fc.assert(
      fc.property(range, address, (r, a) => {
        const bits = (text: string) =>
          text
            .split('.')
            .map((octet) => Number(octet).toString(2).padStart(8, '0'))
            .join('');
        const equal = bits(a).slice(0, r.prefix) === bits(r.address).slice(0, r.prefix);
        expect(contains(r, a)).toBe(equal);
      }),
    );
  });

  test('two ranges overlap exactly when one holds the other', () => {
    fc.assert(
      fc.property(range, range, (a, b) => {
        const nested = contains(a, networkAddress(b)) || contains(b, networkAddress(a));
        expect(overlap(a, b)).toBe(nested);
        expect(overlap(b, a)).toBe(nested);
      }),
    );
  });

  test.each([
    ['10.0.0.255/32', '10.0.0.0/24', true],
    ['10.0.0.0/32', '10.0.0.0/24', true],
    ['10.0.1.0/32', '10.0.0.0/24', false],
    ['10.0.1.0/24', '10.0.0.0/24', false],
  ])('%s and %s overlap: %p', (a, b, overlaps) => {
    expect(overlap(cidr(a), cidr(b))).toBe(overlaps);
    expect(overlap(cidr(b), cidr(a))).toBe(overlaps);
  });

  test('ranges around one address always overlap, and are the same with one prefix', () => {
    fc.assert(
      fc.property(range, fc.integer({ min: 0, max: 32 }), (a, prefix) => {
        const b = cidr(`${a.address}/${prefix}`);
        expect(overlap(a, b)).toBe(true);
        expect(sameSubnet(a, b)).toBe(a.prefix === b.prefix);
      }),
    );
  });

  test('the subnet of a range is canonical', () => {
    fc.assert(
      fc.property(range, (r) => {
        expect(sameSubnet(cidr(subnetOf(r)), r)).toBe(true);
        expect(subnetOf(cidr(subnetOf(r)))).toBe(subnetOf(r));
      }),
    );
  });

  test('hosts are all but the first and the last address', () => {
    expect(hostCount(cidr('10.0.0.0/24'))).toBe(254);
    expect(hostCount(cidr('10.0.0.0/30'))).toBe(2);
    expect(hostCount(cidr('10.0.0.0/31'))).toBe(0);
    expect(hostCount(cidr('10.0.0.0/32'))).toBe(0);
    expect(firstHost(cidr('172.30.5.9/16'))).toBe('172.30.0.1');
    expect(broadcastAddress(cidr('172.30.5.9/16'))).toBe('172.30.255.255');
  });

  test.each([
    ['10.0.0.0', "10.0.0.0 is the network's own address"],
    ['10.0.0.255', '10.0.0.255 is the broadcast address'],
    ['10.0.1.1', '10.0.1.1 is not in 10.0.0.0/24'],
    ['10.0.0.1', undefined],
    ['10.0.0.254', undefined],
  ])('host %s in 10.0.0.0/24: %p', (host, problem) => {
    expect(hostProblem(cidr('10.0.0.9/24'), host)).toBe(problem);
  });
});
