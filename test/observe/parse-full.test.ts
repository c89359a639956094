import { parseFacts } from '../../src/observe/parse-facts';
import { recorded } from '../support/article';

const ID = /^container\t([0-9a-f]{64})/m.exec(recorded('docker-node1'))![1]!;

/** The article's node 1, with further lines of facts.pl. */
const read = (...lines: readonly string[]) =>
  parseFacts(
    'docker-node1',
    recorded('docker-node1').replace(/end\t-\t-\n?$/, `${lines.join('\n')}\nend\t-\t-\n`),
  );

const container = (...lines: readonly string[]) =>
  read(...lines).containers.find(({ id }) => id === ID)!;

describe('what is read of a node in full', () => {
  it('has the packets of each rule', () => {
    const { firewall } = read('rule\tmangle\t[12:720] -A INPUT -j DROP', 'rule6\tnat\t-N MINE');
    expect(firewall.ip4).toContainEqual({ table: 'mangle', text: '-A INPUT -j DROP', packets: 12 });
    expect(firewall.ip6).toEqual([{ table: 'nat', text: '-N MINE', packets: 0 }]);
  });

  it('has no firewall where nobody could read one', () => {
    const bare = recorded('docker-node1').replaceAll(/^rule\t.*\n/gm, '');
    expect(parseFacts('docker-node1', bare).firewall.readable).toBe(false);
    const empty = bare.replace(/end\t-\t-\n?$/, 'rules.read\t-\t1\nend\t-\t-\n');
    expect(parseFacts('docker-node1', empty).firewall).toMatchObject({ readable: true, ip4: [] });
  });

  it('has what listens, at the address that it listens at', () => {
    const { inside } = container(
      `container.setting\t${ID}\tipv4/ip_forward 1`,
      `container.listening\t${ID}\ttcp 0100007F:0050`,
      `container.listening\t${ID}\ttcp6 ${'0'.repeat(32)}:1F90`,
      `container.listening\t${ID}\tudp6 0000000000000000FFFF00000100007F:0035`,
    );
    expect(inside?.sockets?.listening).toEqual([
      { protocol: 'tcp', address: '127.0.0.1', port: 80 },
      { protocol: 'tcp', address: '0.0.0.0', port: 8080 },
      { protocol: 'udp', address: '127.0.0.1', port: 53 },
    ]);
  });

  it('has who holds a port of the node', () => {
    const { sockets } = read(
      'node.setting\t-\tipv4/ip_forward 1',
      'node.holder\t-\ttcp LISTEN 0 4096 *:80 *:* users:(("docker-proxy",pid=7,fd=4))',
      'node.holder\t-\tudp UNCONN 0 0 127.0.0.11:49063 0.0.0.0:*',
    );
    expect(sockets?.holders).toEqual([
      { protocol: 'tcp', port: 80, command: 'docker-proxy', pid: 7 },
    ]);
  });

  it('has the processes that stand still', () => {
    const top = {
      Titles: ['PID', 'STAT', 'COMMAND'],
      Processes: [
        ['1', 'Ss', 'a'],
        ['2', 'T', 'b'],
      ],
    };
    const { inside } = container(`container.processes\t${ID}\t${JSON.stringify(top)}`);
    expect(inside?.stopped).toEqual([{ pid: 2, command: 'b' }]);
  });

  it('has none where the processes end while they are listed', () => {
    const { inside } = container(`container.processes\t${ID}\t{"Processes":null}`);
    expect(inside?.stopped).toEqual([]);
  });

  it.each(['{"Processes":[nu', 'null', '{"Processes":[null]}'])(
    'is a problem of the node where the engine answers %s',
    (half) => {
      const state = read(`container.processes\t${ID}\t${half}`);
      expect(state.problem).toBe('the answer of the node cannot be read');
    },
  );

  it('is not there where it was not asked for', () => {
    expect(container().inside).not.toHaveProperty('sockets');
    expect(read()).not.toHaveProperty('sockets');
  });
});

describe('a container that its engine has started again', () => {
  const started = (seconds: number, restarts: number) =>
    parseFacts(
      'docker-node1',
      recorded('docker-node1')
        .replace(
          /^(container\t[0-9a-f]{64}\t)\{(.*"State":\{)/m,
          `$1{"RestartCount":${restarts},$2"StartedAt":"2026-11-27T22:00:00Z",`,
        )
        .replace(
          /end\t-\t-\n?$/,
          `clock\t-\t${Date.UTC(2026, 10, 27, 22) / 1000 + seconds}\nend\t-\t-\n`,
        ),
    ).containers.find(({ id }) => id === ID)?.status;

  it('is between two ends while that is fresh', () => expect(started(3, 4)).toBe('restarting'));

  it('runs once it has run for a while', () => expect(started(30, 4)).toBe('running'));

  it('runs where it was never started again', () => expect(started(3, 0)).toBe('running'));
});
