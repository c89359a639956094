import { check, docker, lab, NODE1, onNode, type Checked } from './support/lab';

/** A fault, how it is put in and taken out by hand, and what must be found: that and nothing else. */
interface Fault {
  readonly name: string;
  readonly inject: () => Promise<unknown>;
  /** Undefined where `lab repair` is to mend it. */
  readonly heal?: () => Promise<unknown>;
  /** Every failing edge matches it. */
  readonly only: RegExp;
  /** Each of these fails. */
  readonly edges: readonly string[];
  /** Each failing structure line matches one of these, and each is matched. */
  readonly structure: readonly RegExp[];
}

const inside = (name: string, script: string): Promise<string> =>
  docker(NODE1, 'exec', name, 'sh', '-c', script);

const drop = ['DOCKER-USER', '-p', 'tcp', '--dport', '80', '-j', 'DROP'] as const;
const veth = ['192.168.1.2/24', 'dev', 'veth-test2'] as const;

const FAULTS: readonly Fault[] = [
  {
    name: 'test2 disconnected from test-bridge',
    inject: () => docker(NODE1, 'network', 'disconnect', 'test-bridge', 'test2'),
    only: /^\S+ -> test2@test-bridge|^test2 -> test\d@test-bridge|^test[14] -> "test2"$|^test2 -> "test[124]"$/,
    edges: ['test4 -> "test2"', 'test4 -> test2@test-bridge', 'test2 -> "test4"'],
    structure: [/^test2 is attached to test-bridge$/],
  },
  {
    name: 'the hosts line of the link removed',
    inject: () =>
      inside('test3', 'grep -v test1 /etc/hosts >/tmp/hosts; cat /tmp/hosts >/etc/hosts'),
    only: /^test3 -> "test1"$/,
    edges: ['test3 -> "test1"'],
    structure: [/^\/etc\/hosts of test3 has the link to test1$/],
  },
  {
    name: 'a DROP rule in DOCKER-USER',
    inject: () => onNode(NODE1, 'iptables', '-I', ...drop),
    heal: () => onNode(NODE1, 'iptables', '-D', ...drop),
    only: /:80\/tcp$/,
    edges: ['outside -> e2e-node1[192.168.206.10]:80/tcp', 'test1 -> web@bridge:80/tcp'],
    structure: [],
  },
  {
    name: 'the address removed from veth-test2',
    inject: () => onNode(NODE1, 'ip', '-n', 'test2', 'address', 'delete', ...veth),
    only: /^netns:test[12] -> netns:test[12]/,
    edges: ['netns:test1 -> netns:test2', 'netns:test2 -> netns:test1'],
    structure: [/^namespace test2 on e2e-node1 has veth-test2$/],
  },
  {
    name: 'test4 connected to the default bridge',
    inject: () => docker(NODE1, 'network', 'connect', 'bridge', 'test4'),
    only: /^test4 -> |-> test4/,
    edges: ['test4 -> test3@bridge'],
    structure: [/^test4 is attached to nothing else$/],
  },
];

describe('a fault put into the running lab by hand', () => {
  beforeAll(async () => {
    const up = await lab('up');
    if (up.code !== 0) throw new Error(up.stdout + up.stderr);
  });
  afterAll(() => lab('down', '--force'));

  it.each(FAULTS)('is found, that and nothing else, and mended: $name', async (fault) => {
    await fault.inject();
    const found = await check();
    const mended = await (fault.heal?.() ?? lab('repair', '--yes'));
    expect(found.code).toBe(1);
    expectFound(found, fault);
    if (fault.heal === undefined) expect(mended).toMatchObject({ code: 0 });
    expect((await check()).failing.map(({ subject }) => subject)).toEqual([]);
  });

  it('is found where a container is gone, and a deploy mends it', async () => {
    await docker(NODE1, 'rm', '--force', 'web-port');
    const found = await check();
    expect(found.code).toBe(1);
    expect(found.structure.some((subject) => /web-port/.test(subject))).toBe(true);
    for (const { subject, cause } of found.failing)
      expect(subject + (cause ?? '')).toMatch(/web-port/);
    expect(found.edges).toContain('outside -> e2e-node1[192.168.206.10]:80/tcp');
    expect((await lab('up')).code).toBe(0);
  });
});

function expectFound(found: Checked, { only, edges, structure }: Fault): void {
  expect(found.edges).toEqual(expect.arrayContaining([...edges]));
  expect(found.edges.filter((subject) => !only.test(subject))).toEqual([]);
  expect(found.structure.filter((subject) => !structure.some((one) => one.test(subject)))).toEqual(
    [],
  );
  for (const pattern of structure)
    expect(found.structure.some((one) => pattern.test(one))).toBe(true);
}
