import { baseTopology, labWith, problemsOf, refuses } from '../support/base-topology';

describe('IPv6 subnets', () => {
  refuses([
    [
      'no subnet',
      (t) => (t.networks[0]!.subnet6 = 'fd00:1::1/64'),
      ['networks[0] (front).subnet6', 'is no IPv6 subnet'],
    ],
    [
      'addresses that may be somebody else’s',
      (t) => (t.networks[0]!.subnet6 = '2001:db8::/64'),
      ['networks[0] (front).subnet6', '2001:db8::/64 is not a private subnet'],
    ],
    [
      'a subnet without room',
      (t) => (t.networks[0]!.subnet6 = 'fd00:1::/126'),
      ['networks[0] (front).subnet6', 'fd00:1::/126 is too small'],
    ],
    [
      'two networks that overlap, also on different nodes',
      (t) => {
        t.networks[0]!.subnet6 = 'fd00::/32';
        t.networks[2]!.subnet6 = 'fd00:0:1::/64';
      },
      ['networks[2] (far).subnet6', 'overlaps the IPv6 subnet of network front'],
    ],
  ]);

  test('are written in their shortest form, and taken beside IPv4', () => {
    const lab = labWith((t) => (t.networks[0]!.subnet6 = 'FD00:0001:0:0::/64'));
    expect(lab.networks[0]).toMatchObject({ subnet: '172.30.0.0/24', subnet6: 'fd00:1::/64' });
  });

  test('are left out by default', () => {
    expect(problemsOf(baseTopology())).toEqual([]);
    expect(labWith(() => undefined).networks[0]).not.toHaveProperty('subnet6');
  });
});
