import { BOTH, from, lab, ping, ping6, SIX, type Case, type Parts } from './case';

/** Networks of both families by name, each with the priority that the container gives it; and over which it leaves. */
const priorities = (
  test: string,
  joined: Readonly<Record<string, number>>,
  over: string,
): Case => ({
  test,
  engines: BOTH,
  topology: lab({
    ...SIX,
    networks: Object.keys(joined).map((name, index) => ({
      name,
      subnet: `10.100.${index + 1}0.0/24`,
      subnet6: `fddd:${index + 1}::/64`,
    })),
    containers: {
      ctr: {
        networks: Object.entries(joined).map(([network, gwPriority]) => ({ network, gwPriority })),
      },
    },
  }),
  asserts: [
    [from('ctr', ping('n1')), 'reachable'],
    [from('ctr', ping6('n1')), 'reachable'],
  ],
  over,
});

const CONNECT = 'TestConnectWithPriority';

/** Of a dual-stack bridge, an IPv6-only bridge and ipvlan l3, those that the container is on. */
const mixed = (joined: readonly string[], v4: string | undefined, v6: string): readonly Case[] => {
  const networks: NonNullable<Parts['networks']> = [
    { name: 'br46net', subnet: '192.168.123.0/24', subnet6: 'fd6f:36f8:3005::/64' },
    { name: 'br6net', ipv4: false, subnet6: 'fdc9:adaf:b5da::/64' },
    {
      ...{ name: 'ipvnet', driver: 'ipvlan', mode: 'l3', parent: 'di-dummy0' },
      ...{ subnet: '192.168.124.0/24', subnet6: 'fd7d:8755:51ba::/64' },
    } as const,
  ];
  const topology = lab({
    ...SIX,
    networks,
    containers: {
      ctr: {
        networks: joined.map((network) =>
          network === 'br46net' ? { network, gwPriority: 1 } : network,
        ),
      },
    },
  });
  const outcome = (over: string | undefined) =>
    over === undefined ? 'unreachable' : over === 'ipvnet' ? 'timeout' : 'reachable';
  const test = 'TestMixL3IPVlanAndBridge';
  return [
    {
      ...{ test, engines: BOTH, topology, asserts: [[from('ctr', ping('n1')), outcome(v4)]] },
      ...(v4 === undefined ? {} : { over: v4 }),
    },
    { test, engines: BOTH, topology, asserts: [[from('ctr', ping6('n1')), outcome(v6)]], over: v6 },
  ];
};

const STEPS = [
  ...mixed(['br46net', 'br6net', 'ipvnet'], 'br46net', 'br46net'),
  ...mixed(['br6net', 'ipvnet'], 'ipvnet', 'ipvnet'),
  ...mixed(['br6net'], undefined, 'br6net'),
  ...mixed(['br46net', 'br6net'], 'br46net', 'br46net'),
];

export const ROUTES: readonly Case[] = [
  priorities('TestCreateWithPriority', { testnet1: 10, testnet2: 100 }, 'testnet2'),
  priorities(CONNECT, { testnet1: 0 }, 'testnet1'),
  priorities(CONNECT, { testnet1: 0, testnet5: -100 }, 'testnet1'),
  priorities(CONNECT, { testnet1: 0, testnet5: -100, testnet2: 100 }, 'testnet2'),
  priorities(CONNECT, { testnet1: 0, testnet5: -100, testnet2: 100, testnet3: 10 }, 'testnet2'),
  priorities(
    CONNECT,
    { testnet1: 0, testnet5: -100, testnet2: 100, testnet3: 10, testnet4: 10 },
    'testnet2',
  ),
  priorities(CONNECT, { testnet1: 0, testnet5: -100, testnet3: 10, testnet4: 10 }, 'testnet3'),
  priorities(CONNECT, { testnet1: 0, testnet5: -100, testnet4: 10 }, 'testnet4'),
  priorities(CONNECT, { testnet1: 0, testnet5: -100 }, 'testnet1'),
  // With live restore and without it.
  ...STEPS,
  ...STEPS,
];
