import { place } from '../../src/observe/place';
import { findCauses } from '../../src/verdict/causes/find';
import { parseSockets } from '../../src/observe/parse-sockets';
import {
  isStructure,
  idOf,
  type EdgeVerdict,
  type StructureVerdict,
  type Verdict,
} from '../../src/verdict/result';
import type {
  Firewall,
  FirewallRule,
  Inside,
  NodeState,
  Sockets,
  States,
} from '../../src/observe/state';
import { toFacts } from '../../src/observe/to-facts';
import { statedFoundIn } from '../../src/report/verdict-words';
import { validate } from '../../src/topology/validate';
import topology from '../../topologies/docker-networking';
import { articleLab, articleStates } from '../support/article';
import { isRunning, statement, subjectOf, verdictIn, type verdict } from '../support/verdicts';
import { english } from '../../src/text/tell';

const NODE = 'docker-node1';
const NOTHING: Sockets = { listening: [], neighbours: [], settings: {} };
const EMPTY: Firewall = { readable: true, ip4: [], ip6: [], nft: [] };

/** The article's nodes as they are read in full, node 1 changed, and so a container's inside. */
function seen(
  change: (state: NodeState) => Partial<NodeState> = () => ({}),
  insides: Readonly<Record<string, Partial<Inside>>> = {},
): States {
  return new Map(
    [...articleStates()].map(([name, state]) => {
      const containers = state.containers.map((container) =>
        container.inside === undefined
          ? container
          : {
              ...container,
              inside: {
                ...container.inside,
                sockets: NOTHING,
                firewall: EMPTY,
                ...insides[container.name],
              },
            },
      );
      const whole: NodeState = { ...state, containers, sockets: { ...NOTHING, holders: HELD } };
      return [name, name === NODE ? { ...whole, ...change(whole) } : whole];
    }),
  );
}

const HELD = [{ protocol: 'tcp', port: 80, command: 'docker-proxy', pid: 7 }] as const;

const edge = (partial: Parameters<typeof verdict>[0]): EdgeVerdict =>
  verdictIn(articleLab, {
    status: 'fail',
    measured: 'timeout',
    from: 'test1',
    to: 'test3',
    ...partial,
  });

const found = (
  after: States,
  edges: readonly EdgeVerdict[],
  {
    lab = articleLab,
    before = articleStates(),
    structure = [] as readonly StructureVerdict[],
  } = {},
): Verdict[] => {
  const placed = place(lab, before);
  return findCauses({ lab: placed.lab, facts: toFacts(placed), before, after }, structure, edges);
};

const causes = (...all: Parameters<typeof found>): string[] =>
  found(...all)
    .filter(isStructure)
    .flatMap((one) =>
      one.status === 'fail' ? [`${subjectOf(one)} | ${english(one.hint ?? '')}`] : [],
    );

const rule = (text: string, table = 'filter', packets = 3): FirewallRule => ({
  table,
  text,
  packets,
});
const withRules = (...rules: readonly FirewallRule[]): States =>
  seen(({ firewall }) => ({ firewall: { ...firewall, ip4: [...firewall.ip4, ...rules] } }));

const SSH = edge({
  from: 'outside',
  to: NODE,
  subject: `outside -> ${NODE}[192.168.205.10]:22/tcp`,
  address: '192.168.205.10:22',
});

describe('a firewall rule that nobody declared', () => {
  const DROP = '-A INPUT -p tcp -m tcp --dport 22 -j DROP';

  it('is the cause of what it stops, with the command that takes it out', () => {
    expect(causes(withRules(rule(DROP)), [SSH])).toEqual([
      `${NODE} has no rule ${DROP} in filter | a firewall rule stops packets (${DROP}): ` +
        `./lab exec ${NODE} -- iptables -w -t filter -D INPUT -p tcp -m tcp --dport 22 -j DROP`,
    ]);
  });

  it.each(['raw', 'mangle', 'nat'])('is found in the table %s', (table) => {
    expect(causes(withRules(rule(DROP, table)), [SSH])[0]).toContain(`-t ${table} -D INPUT`);
  });

  it('is found in a chain of its own, whatever its remark', () => {
    const text = '-A GUARD -p tcp -m comment --comment "it\'s \\"mine\\"" -j DROP';
    expect(causes(withRules(rule(text)), [SSH])[0]).toContain(
      `-D GUARD -p tcp -m comment --comment 'it'\\''s "mine"' -j DROP`,
    );
  });

  it('is none where it has met no packet', () => {
    expect(causes(withRules(rule(DROP, 'filter', 0)), [SSH])).toEqual([]);
  });

  it('is none where it had met as many before anything was probed', () => {
    const after = withRules(rule(DROP));
    expect(causes(after, [SSH], { before: after })).toEqual([]);
  });

  it.each([
    ['another port', '-A INPUT -p tcp -m tcp --dport 23 -j DROP'],
    ['another protocol', '-A INPUT -p udp -m udp --dport 22 -j DROP'],
    ['another address', '-A INPUT -s 10.1.2.3/32 -j DROP'],
  ])('does not explain packets of %s', (_, text) => {
    expect(causes(withRules(rule(text)), [SSH])).toEqual([]);
  });

  it('that lets packets pass explains a way that was opened, and nothing else', () => {
    const after = withRules(rule('-A DOCKER-USER -j ACCEPT'));
    const opened = edge({ expected: 'timeout', measured: 'reachable', from: 'test3', to: 'test4' });
    expect(causes(after, [opened])[0]).toContain('-D DOCKER-USER -j ACCEPT');
    expect(causes(after, [SSH])).toEqual([]);
  });

  it('that rejects explains a refusal where nobody would have answered; one that drops does not', () => {
    const refused = edge({ expected: 'timeout', measured: 'refused', from: 'test3', to: 'test4' });
    const after = (verb: string) => withRules(rule(`-A DOCKER-USER -j ${verb}`));
    expect(causes(after('REJECT --reject-with tcp-reset'), [refused])[0]).toContain(
      '-D DOCKER-USER',
    );
    expect(causes(after('DROP'), [refused])).toEqual([]);
  });

  it('inside a container is taken out there', () => {
    const after = seen(undefined, {
      web: { firewall: { ...EMPTY, ip4: [rule('-A INPUT -p tcp -m tcp --dport 80 -j DROP')] } },
    });
    const asked = edge({ to: 'web', subject: 'test1 -> web@bridge:80/tcp' });
    expect(causes(after, [asked])[0]).toMatch(
      /\.\/lab exec docker-node1 -- nsenter --net=\/proc\/\d+\/ns\/net iptables -w -t filter -D INPUT/,
    );
  });
});

describe('a policy', () => {
  const dropping = (chain: string): States =>
    seen(({ firewall }) => ({
      firewall: {
        ...firewall,
        ip4: firewall.ip4.map((one) =>
          one.table === 'filter' && one.text === `-P ${chain} ACCEPT`
            ? rule(`-P ${chain} DROP`)
            : one,
        ),
      },
    }));

  it.each(['INPUT', 'OUTPUT'])('DROP of %s is the cause, by its name', (chain) => {
    expect(causes(dropping(chain), [SSH])).toEqual([
      `the policy of ${chain} on ${NODE} is ACCEPT | the policy of ${chain} on ${NODE} is DROP: ` +
        `./lab exec ${NODE} -- iptables -w -t filter -P ${chain} ACCEPT`,
    ]);
  });

  it('DROP of FORWARD is an engine’s own', () => {
    expect(causes(dropping('FORWARD'), [SSH])).toEqual([]);
  });
});

it('a table of nftables that drops is the cause, and another is not', () => {
  const table = (verb: string) => [
    'table inet guard {',
    '\tchain input {',
    '\t\ttype filter hook input priority filter; policy accept;',
    `\t\ttcp dport 22 ${verb}`,
    '\t}',
    '}',
  ];
  const after = (verb: string): States =>
    seen(({ firewall }) => ({ firewall: { ...firewall, nft: table(verb) } }));
  expect(causes(after('drop'), [SSH])[0]).toContain(
    `./lab exec ${NODE} -- nft delete table inet guard`,
  );
  expect(causes(after('accept'), [SSH])).toEqual([]);
});

describe('a program', () => {
  const asked = edge({
    measured: 'refused',
    to: 'web',
    subject: 'test1 -> web@bridge:80/tcp',
  });
  const listening = (...lines: readonly string[]): States =>
    seen(undefined, { web: { sockets: parseSockets(lines, [], ['ipv4/ip_forward 1']) } });

  it.each([
    ['0100007F:0050', 'web listens on loopback only (127.0.0.1:80)'],
    ['050011AC:0050', 'web listens on another address only (172.17.0.5:80)'],
    ['00000000:0051', 'nothing listens on port 80 of web: ./lab exec docker-node1 -- docker logs'],
  ])('that listens at %s is named', (at, hint) => {
    expect(causes(listening(`tcp ${at}`), [asked])[0]).toContain(hint);
  });

  it('that listens is not', () =>
    expect(causes(listening('tcp 00000000:0050'), [asked])).toEqual([]));

  it('that listens for IPv6 listens for IPv4 too', () => {
    const all = `tcp6 ${'0'.repeat(32)}:0050`;
    expect(causes(listening(all), [asked])).toEqual([]);
  });

  it('behind a published port must be declared', () => {
    const lab = validate(
      {
        ...topology,
        containers: topology.containers?.map((one) =>
          one.name === 'web-port' ? { ...one, listens: [] } : one,
        ),
      },
      'x.ts',
    );
    const port = edge({
      ...{ expected: 'refused', measured: 'reachable', from: 'outside', to: NODE },
      subject: `outside -> ${NODE}[192.168.205.10]:80/tcp`,
    });
    expect(causes(seen(), [port], { lab })).toEqual([
      expect.stringContaining(
        'declare listens: write listens: [{ port: 80 }] for web-port in the topology',
      ),
    ]);
  });
});

describe('a container', () => {
  const changed = (change: object): States =>
    seen(({ containers }) => ({
      containers: containers.map((one) => (one.name === 'web' ? { ...one, ...change } : one)),
    }));
  const unexamined = edge({
    ...{ status: 'error', measured: '', from: 'web', to: 'test1' },
    detail: '/proc/411/ns/net: No such file or directory',
  });

  it.each([
    ['has ended', { status: 'exited', pid: 0, exitCode: 3 }, 'exited with 3'],
    ['was started again', { pid: 99_999 }, 'restarting'],
  ])('that %s while it was measured is named, and nothing else', (_, change, measured) => {
    const running = statement({ statement: isRunning('web'), to: 'web' });
    const all = found(changed(change), [unexamined], { structure: [running] });
    expect(all.map((one) => [subjectOf(one), one.cause])).toEqual([
      ['web is running', undefined],
      [subjectOf(unexamined), idOf(running)],
    ]);
    expect(statedFoundIn('en', all[0] as StructureVerdict)).toBe(measured);
  });

  it('whose port somebody else holds cannot start', () => {
    const after = seen(({ sockets, containers }) => ({
      containers: containers.map((one) =>
        one.name === 'web-port' ? { ...one, status: 'exited', pid: 0 } : one,
      ),
      sockets: {
        ...sockets!,
        holders: [{ protocol: 'tcp', port: 80, command: 'perl', pid: 12 }],
      },
    }));
    const down = statement({ status: 'fail', statement: isRunning('web-port'), to: 'web-port' });
    const all = found(after, [], { structure: [down], before: after });
    expect(all.find((one) => idOf(one) === idOf(down))?.cause).toBe(
      `holds-port web-port ${NODE} 80 tcp`,
    );
    expect(causes(after, [], { structure: [down], before: after })[0]).toContain(
      `./lab exec ${NODE} -- kill 12`,
    );
  });
});
