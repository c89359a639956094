import { createPredictor } from '../../../src/predict/predict';
import { questions, endpointNamed } from '../../../src/edges/ask';
import { exposed } from '../../../src/edges/exposed';
import { labOf } from '../../../src/sources/load';
import { engineSource } from '../../../src/sources/engine';
import type { ReadFiles } from '../../../src/sources/engine/files';
import type { Sourced } from '../../../src/sources/source';
import { failed } from '../../toolchain/support';
import { container, engineWith, filesWith, on, onBridge } from './host';

const HTTP = '00000000:0050';
const LOCAL_DB = '0100007F:1538';

const read = (containers: readonly object[], files: ReadFiles): Promise<Sourced> =>
  engineSource({ host: 'unix:///run/engine.sock', run: engineWith(containers).run, files });

function answers(source: Sourced, from: string, to: string): string[] {
  const lab = labOf(source);
  const predictor = createPredictor(lab, source.facts);
  const sender = endpointNamed(lab, from, source.names)!;
  return questions(lab, sender, to, source.names).map((edge) => {
    const { outcome, reasons } = predictor.predict(edge);
    return `${outcome}: ${reasons.map(({ rule }) => rule).join(' ')}`;
  });
}

describe('what an engine runs', () => {
  const shop = [
    container('a', 'shop-web-1', {
      ...on(2, ['web', 'aaaaaaaaaaaa']),
      ports: {
        '80/tcp': [
          { HostIp: '0.0.0.0', HostPort: '8080' },
          { HostIp: '::', HostPort: '8080' },
        ],
      },
    }),
    container('c', 'Shop_DB.main', on(3)),
    container('d', 'old', onBridge(2)),
  ];
  const files = filesWith({
    '-': { tcp: ['00000000:1F90', '00000000:0016', '0100007F:0BB8'] },
    a: { tcp: [HTTP, '0B00007F:8001'] },
    c: { tcp: [LOCAL_DB], udp: [] },
  });

  it('is asked by the names of its containers and of their services', async () => {
    const source = await read(shop, files);
    expect(answers(source, 'Shop_DB.main', 'shop-web-1:80')).toEqual([
      'reachable: same-bridge listener',
    ]);
    expect(answers(source, 'Shop_DB.main', '"web"')).toEqual([
      'reachable: embedded-dns same-bridge',
    ]);
    expect(answers(source, 'old', '"web"')).toEqual(['unresolved: default-bridge-names']);
  });

  it('knows what listens, and at which address', async () => {
    const source = await read(shop, files);
    expect(answers(source, 'shop-web-1', 'Shop_DB.main:5432')).toEqual([
      'refused: same-bridge closed-port',
    ]);
    expect(answers(source, 'Shop_DB.main', '127.0.0.1:5432')).toEqual([
      'reachable: loopback listener',
    ]);
    // The embedded DNS server is nobody's own.
    expect(answers(source, 'Shop_DB.main', 'shop-web-1:32769')).toEqual([
      'refused: same-bridge closed-port',
    ]);
  });

  it('says of the machine what is open, and to whom', async () => {
    const source = await read(shop, files);
    const found = exposed(labOf(source), source.facts).map(
      ({ kind, address, port, outside, host, ufw }) =>
        `${kind} ${address}:${port} ${outside.outcome} ${host.outcome} ${ufw}`,
    );
    expect(found).toEqual([
      'own 0.0.0.0:22 reachable reachable stops',
      'own 127.0.0.1:3000 refused reachable not-needed',
      'published 0.0.0.0:8080 reachable reachable does-not-stop',
    ]);
    expect(labOf(source).nodes[0]?.address).toBe('192.168.1.7');
  });

  it('names the container that an answer is about', async () => {
    const source = await read(shop, files);
    expect(source.placeOf(['containers', 1, 'ports'])).toEqual({
      ...{ file: 'unix:///run/engine.sock', line: undefined, part: 'container Shop_DB.main.ports' },
    });
  });

  it('never asks for environments, commands or labels of others', async () => {
    const { run, asked } = engineWith(shop);
    await engineSource({ host: 'engine', run, files });
    const words = asked.flat().join(' ');
    expect(words).not.toMatch(
      /Env|Cmd|Entrypoint|json \.\}|json \.Config\}|json \.Config\.Labels\}/,
    );
    for (const [first, second] of asked)
      expect(['version', 'info', 'ps', 'network', 'inspect']).toContain(second ?? first);
  });

  it('guesses what listens where the process ids are those of another machine, and says so', async () => {
    const elsewhere: ReadFiles = async (paths) =>
      new Map(
        [...(await files(paths))].map(([path, text]) => [
          path,
          path.endsWith('cgroup') ? '0::/init' : text,
        ]),
      );
    const source = await read(shop, elsewhere);
    expect(answers(source, 'Shop_DB.main', 'shop-web-1:80')).toEqual([
      'reachable: same-bridge listener',
    ]);
    expect(answers(source, 'Shop_DB.main', 'shop-web-1:81')).toEqual([
      'arrives: same-bridge not-said',
    ]);
  });
});

describe('containers whose names cannot be endpoints', () => {
  it('are known by their short ids, and by their names besides', async () => {
    const source = await read(
      [
        container('a', 'outside', on(2)),
        container('b', 'host', on(3)),
        container('c', 'n'.repeat(70), on(4)),
      ],
      filesWith({}),
    );
    const lab = labOf(source);
    expect(lab.containers.map(({ name }) => name)).toEqual([
      'aaaaaaaaaaaa',
      'host',
      'cccccccccccc',
    ]);
    expect(lab.nodes[0]?.name).toBe('the-host');
    expect(source.names.get('n'.repeat(70))).toBe('cccccccccccc');
  });
});

describe('stacks of others', () => {
  it('are shared, the machine’s, or none', async () => {
    const source = await read(
      [
        container('a', 'web', on(2)),
        container('b', 'side', { mode: `container:${'a'.repeat(64)}` }),
        container('c', 'agent', { mode: 'host' }),
        container('d', 'gone', { mode: `container:${'f'.repeat(64)}` }),
        container('e', 'alone', { mode: 'lan', networks: {} }),
      ],
      filesWith({ '-': { tcp: ['00000000:2383'] }, a: { tcp: [HTTP] } }),
    );
    expect(answers(source, 'side', '127.0.0.1:80')).toEqual([
      'reachable: shared-stack loopback listener',
    ]);
    expect(answers(source, 'web', 'host:9091')[0]).toMatch(/^reachable: default-gateway own-node/);
    expect(answers(source, 'gone', 'web:80')[0]).toMatch(/^unknown/);
    expect(answers(source, 'alone', 'web:80')[0]).toMatch(/^unreachable: none-network/);
  });
});

test('an engine that does not answer is one error, with what to do', async () => {
  const run = () => Promise.resolve(failed('Cannot connect to the Docker daemon'));
  await expect(engineSource({ host: 'ssh://a@b', run })).rejects.toMatchObject({
    what: 'the engine cannot be read',
    details: {
      where: 'ssh://a@b',
      next: expect.stringContaining('docker --host ssh://a@b ps') as string,
    },
  });
});
