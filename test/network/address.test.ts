import { contains, overlap, parseIpv4, parseSubnet } from '../../src/network/address';

describe('a subnet', () => {
  it('is written with its base address', () => {
    expect(parseSubnet('10.1.2.3/24').text).toBe('10.1.2.0/24');
    expect(parseSubnet('255.255.255.255/32').text).toBe('255.255.255.255/32');
  });

  it.each([
    ['0.0.0.0/0', '255.255.255.255', true],
    ['10.1.2.3/32', '10.1.2.3', true],
    ['10.1.2.3/32', '10.1.2.2', false],
    ['192.168.128.0/17', '192.168.255.255', true],
    ['192.168.128.0/17', '192.168.127.255', false],
  ])('%s holds %s: %s', (cidr, address, held) => {
    expect(contains(parseSubnet(cidr), parseIpv4(address))).toBe(held);
  });

  it('overlaps those that it holds and those that hold it', () => {
    const [wide, narrow, other] = ['10.1.0.0/16', '10.1.2.0/24', '10.2.0.0/16'].map(parseSubnet);
    expect(overlap(wide!, narrow!)).toBe(true);
    expect(overlap(narrow!, wide!)).toBe(true);
    expect(overlap(narrow!, other!)).toBe(false);
  });
});
