import { diffReachability } from '../../../src/review/diff';
import { validateForeign } from '../../../src/topology/validate';
import { convert } from '../../../src/sources/compose/convert';
import { engineSource } from '../../../src/sources/engine';
import { comparable } from '../../../src/sources/engine/drift';
import { projectOf } from '../../support/compose';
import { container, engineWith, filesWith, on } from './host';
import { english } from '../../../src/text/tell';

/** A file as Compose prints it, whose project runs on an engine. */
const FILE = convert(
  projectOf({
    name: 'shop',
    services: {
      web: {
        image: 'example/web:1',
        ports: [
          { target: 80, published: '8080', protocol: 'tcp' },
          { target: 90, protocol: 'tcp' },
        ],
        networks: { default: null },
      },
      db: { image: 'example/db:1', expose: ['5432'], networks: { default: null } },
    },
    networks: { default: { name: 'lan' } },
  }),
  '26.1',
).topology;

const of = (service: string, number = '1') => ({ project: 'shop', service, number });

const web = (port: string): object =>
  container('a', 'shop-web-1', {
    ...of('web'),
    ...on(2, ['shop-web-1', 'web', 'aaaaaaaaaaaa']),
    ports: {
      '80/tcp': [{ HostIp: '0.0.0.0', HostPort: port }],
      '90/tcp': [{ HostIp: '0.0.0.0', HostPort: '49153' }],
    },
  });
const db = container('b', 'shop-db-1', { ...of('db'), ...on(3, ['shop-db-1', 'db']) });

async function drift(...containers: readonly object[]): Promise<string[]> {
  const { run } = engineWith(containers);
  const source = await engineSource({
    host: 'unix:///x',
    run,
    files: filesWith({}),
    project: 'shop',
  });
  const before = validateForeign(comparable(source.topology, FILE), 'engine');
  const change = diffReachability(before, validateForeign(FILE, 'compose.yaml'));
  const { new: opened, lost } = change.counts;
  const causes = [...change.groups.map(({ cause }) => cause), ...change.withoutEffect];
  return [`${opened} new, ${lost} lost`, ...causes.map(english)];
}

test('what runs as its file says has not drifted, whatever the engine chose', async () => {
  expect(await drift(web('8080'), db)).toEqual(['0 new, 0 lost']);
});

test('containers of other projects are no drift', async () => {
  expect(await drift(web('8080'), db, container('c', 'other', on(9)))).toEqual(['0 new, 0 lost']);
});

test('another port, and a container that does not run, are', async () => {
  expect((await drift(web('8081'), db)).join()).toMatch(/web no longer publishes 8081/);
  const [counts, ...sentences] = await drift(web('8080'));
  expect(sentences.join()).toMatch(/db is new/);
  expect(counts).not.toMatch(/^0 new/);
});

test('a container on another network is', async () => {
  const moved = container('b', 'shop-db-1', {
    ...of('db'),
    ...{ networks: { bridge: { NetworkID: 'b0'.repeat(32), IPAddress: '172.17.0.9' } } },
  });
  expect((await drift(web('8080'), moved)).join()).toMatch(/db (joins|leaves)/);
});
