import { checkRunning } from '../../src/verdict/running';
import type { Lab } from '../../src/topology/lab';
import type { Facts } from '../../src/network/facts';
import type { Topology } from '../../src/topology/topology';
import { validate } from '../../src/topology/validate';
import { ok } from '../toolchain/support';
import type { Run } from '../../src/platform/run';

const topology: Topology = {
  name: 'running',
  outside: { address: '192.168.1.1' },
  chapters: [{ id: 'all', title: 'All' }],
  nodes: [{ name: 'host', address: '192.168.1.7/24' }],
  networks: [
    { name: 'lan', node: 'host', subnet: '172.30.0.0/24' },
    { name: 'odd', node: 'host', subnet: '203.0.113.0/24' },
  ],
  containers: [
    {
      name: 'web',
      node: 'host',
      image: 'a',
      networks: ['lan'],
      listens: [{ port: 80 }, { port: 53, protocol: 'udp' }],
    },
    { name: 'db', node: 'host', image: 'b', networks: ['lan'] },
    { name: 'public', node: 'host', image: 'c', networks: ['odd'] },
  ],
};

const lab: Lab = validate(topology, 'test');

const facts: Facts = {
  nodes: {
    host: {
      engine: '26.1.5',
      defaultRoute: true,
      subnets: { bridge: '172.17.0.0/16', lan: '172.30.0.0/24', odd: '203.0.113.0/24' },
      gateways: { bridge: '172.17.0.1', lan: '172.30.0.1', odd: '203.0.113.1' },
    },
  },
  addresses: {
    web: { lan: '172.30.0.2' },
    db: { lan: '172.30.0.3' },
    public: { odd: '203.0.113.2' },
  },
};

const own = new Set([
  '192.168.1.7',
  '172.17.0.1',
  '172.30.0.1',
  '172.30.0.2',
  '172.30.0.3',
  '203.0.113.1',
  '203.0.113.2',
]);

/** The address that was asked, of a name that of whoever has it. */
const addressIn = ([, kind, , address = '', , text = '']: readonly string[]): string =>
  kind === 'name' ? (facts.addresses[text]?.['lan'] ?? '203.0.113.2') : address;

/** Finds of each probe what it is told to expect, and keeps what was asked. */
async function measured(find: (probe: readonly string[]) => string, values: object = {}) {
  const asked: string[][] = [];
  const run: Run = (_, { input = '' } = {}) => {
    const probes = input
      .slice(input.indexOf('__END__'))
      .split('\n')
      .filter((line) => line.startsWith('probe\t'))
      .map((line) => line.split('\t').slice(1));
    asked.push(...probes);
    const lines = probes.map((one) => [one[0], find(one), addressIn(one), '0.1', ''].join('\t'));
    return Promise.resolve(ok(lines.join('\n')));
  };
  const pids = new Map([
    ['web', 11],
    ['db', 12],
    ['public', 13],
  ]);
  const found = await checkRunning({
    ...{ lab, facts, pids, own, exec: ['root'], run },
    ...values,
  });
  return { ...found, asked };
}

test('only addresses of its own that are private are asked, and nobody from outside', async () => {
  const { asked, notAsked, result } = await measured(([, , expected = '']) => expected);
  const addresses = new Set(asked.map(([, , , address = '']) => address));
  expect(
    [...addresses].filter((one) => one !== '-' && !one.startsWith('127.') && !own.has(one)),
  ).toEqual([]);
  expect([...addresses].filter((one) => one.startsWith('203.'))).toEqual([]);
  expect(notAsked.get('foreign')).toBeGreaterThan(0);
  expect(notAsked.get('outside')).toBeGreaterThan(0);
  expect(result.verdicts.filter((one) => one.kind === 'edge' && one.from === 'outside')).toEqual(
    [],
  );
});

test('no datagram goes to a server, and no name that another resolver would be asked for', async () => {
  const { asked, notAsked } = await measured(([, , expected = '']) => expected);
  expect(asked.filter(([, kind, expected]) => kind === 'udp' && expected === 'reachable')).toEqual(
    [],
  );
  expect(
    asked.filter(([, kind, expected]) => kind === 'name' && expected === 'unresolved'),
  ).toEqual([]);
  expect(notAsked.get('udp')).toBeGreaterThan(0);
  expect(notAsked.get('names')).toBeGreaterThan(0);
});

test('what is not as predicted fails', async () => {
  const wrong = await measured(([, kind, expected = '', , port]) =>
    kind === 'tcp' && port === '80' ? 'refused' : expected,
  );
  expect(wrong.result.counts.fail).toBeGreaterThan(0);
  const right = await measured(([, , expected = '']) => expected);
  expect(right.result.counts).toMatchObject({ fail: 0, error: 0 });
});

test('claims are measured with it, and broken by what was found', async () => {
  const claimed = validate(
    { ...topology, claims: ['always: db -> web:80', 'never: public -> web'] },
    'test',
  );
  const statuses = ({ result }: Awaited<ReturnType<typeof measured>>): string[] =>
    result.verdicts.filter(({ chapter }) => chapter === 'claims').map(({ status }) => status);
  const right = await measured(([, , expected = '']) => expected, { lab: claimed });
  expect(statuses(right)).toEqual(['pass', 'pass']);
  expect(right.result.chapters.at(-1)?.id).toBe('claims');
  const wrong = await measured(
    ([, kind, expected = '', , port]) => (kind === 'tcp' && port === '80' ? 'refused' : expected),
    { lab: claimed },
  );
  expect(statuses(wrong)).toEqual(['fail', 'pass']);
});
