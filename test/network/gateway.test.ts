import { gatewayNetwork } from '../../src/network/gateway';

const net = (name: string, internal = false, ipv6 = false) => ({ name, internal, ipv6 });
const chosen = (engine: number, ...networks: ReturnType<typeof net>[]): string | undefined => {
  const forwards = gatewayNetwork(networks, engine)?.name;
  expect(gatewayNetwork(networks.reverse(), engine)?.name).toBe(forwards);
  return forwards;
};

describe('the network of the default routes', () => {
  it('is the first by name', () => expect(chosen(2601, net('b'), net('a'))).toBe('a'));

  it('is one with IPv6 before the others', () =>
    expect(chosen(2601, net('a'), net('b', false, true))).toBe('b'));

  it('is none that is internal, also not one with IPv6', () =>
    expect(chosen(2010, net('a', true, true), net('b'))).toBe('b'));

  it('is an internal one up to engine 24 where there is no other', () => {
    expect(chosen(2010, net('b', true), net('a', true))).toBe('a');
    expect(chosen(2400, net('a', true))).toBe('a');
    expect(chosen(2500, net('a', true))).toBeUndefined();
  });

  it('is none where there are no networks', () => expect(chosen(2010)).toBeUndefined());
});
