import { isPrivate6, overlap6, parseSubnet6, prefix6 } from '../../src/topology/addresses6';

test.each([
  ['fd00:1::/64', 'fd00:1::/64', 'fd00:1::1'],
  ['FD00:0001:0:0::/64', 'fd00:1::/64', 'fd00:1::1'],
  ['fd00:1:0:2::100/120', 'fd00:1:0:2::100/120', 'fd00:1:0:2::101'],
])('%s is a subnet', (text, canonical, gateway) => {
  expect(parseSubnet6(text)).toEqual({ text: canonical, gateway });
});

test.each([
  'fd00:1::1/64',
  'fd00:1::',
  'fd00:1::/129',
  'fd00:1::/64/1',
  'fd00:1::%eth0/64',
  '10.0.0.0/8',
  'app',
  '',
])('%j is none', (text) => {
  expect(parseSubnet6(text)).toBeUndefined();
});

const subnet = (text: string) => parseSubnet6(text)!;

test('private are unique local addresses', () => {
  expect(isPrivate6(subnet('fd00:1::/64'))).toBe(true);
  expect(isPrivate6(subnet('2001:db8::/64'))).toBe(false);
  expect(isPrivate6(subnet('fe80::/64'))).toBe(false);
});

test('subnets overlap where one holds the other', () => {
  const [large, small, other] = [
    subnet('fd00:1::/48'),
    subnet('fd00:1::/64'),
    subnet('fd00:2::/64'),
  ];
  expect([overlap6(large, small), overlap6(small, large)]).toEqual([true, true]);
  expect(overlap6(large, other)).toBe(false);
  expect(prefix6(small)).toBe(64);
});
