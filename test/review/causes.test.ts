import { causesOf } from '../../src/review/causes/differences';
import type { Lab } from '../../src/topology/lab';
import { buildLab, type LabSpec } from '../predict/builder';
import { english } from '../../src/text/tell';

const texts = (before: LabSpec, after: LabSpec, change = (lab: Lab): Lab => lab): string[] =>
  causesOf(buildLab(before), change(buildLab(after))).map(({ text }) => english(text));

const nets = { networks: [{ name: 'net' }, { name: 'other' }] };
const on = (...networks: string[]): LabSpec => ({
  ...nets,
  containers: { a: { networks }, b: {} },
});
const http = { port: 80, protocol: 'tcp' as const };
const pair = (last: number): LabSpec => ({
  namespacePairs: [
    {
      node: 'node1',
      ends: [
        { name: 'x', interface: 'vx', address: '10.1.0.1', prefix: 24 },
        { name: 'y', interface: 'vy', address: `10.1.0.${last}`, prefix: 24 },
      ],
      chapter: 'all',
    },
  ],
});

test.each<[string, LabSpec, LabSpec]>([
  ['a joins the default bridge', on('net'), on('bridge', 'net')],
  ['a leaves net', on('bridge', 'net'), on('bridge')],
  [
    'a, b join net',
    { ...nets, containers: { a: {}, b: {} } },
    {
      ...nets,
      containers: { a: { networks: ['bridge', 'net'] }, b: { networks: ['bridge', 'net'] } },
    },
  ],
  ['a is new on node1 (the default bridge)', {}, { containers: { a: {} } }],
  [
    'a, b are new on node1 (network mode none)',
    {},
    { containers: { a: { mode: 'none' }, b: { mode: 'none' } } },
  ],
  ['a is gone from node1 (network mode host)', { containers: { a: { mode: 'host' } } }, {}],
  [
    'a moves from node1 to node2 (the default bridge)',
    { containers: { a: {} } },
    { containers: { a: { node: 'node2' } } },
  ],
  [
    'a changes from the default bridge to network mode host',
    { containers: { a: {} } },
    { containers: { a: { mode: 'host' } } },
  ],
  [
    'a changes from network mode none to the network stack of b',
    { containers: { a: { mode: 'none' }, b: {} } },
    { containers: { a: { mode: 'container:b' }, b: {} } },
  ],
  [
    'network net of node1 is new, with a',
    { containers: { a: {} } },
    { networks: [{ name: 'net' }], containers: { a: { networks: ['bridge', 'net'] } } },
  ],
  ['network net of node1 is gone', { networks: [{ name: 'net' }] }, {}],
  [
    'network net of node1: icc true -> false',
    { networks: [{ name: 'net' }] },
    { networks: [{ name: 'net', icc: false }] },
  ],
  [
    'networks net, other of node1: internal false -> true',
    nets,
    { networks: nets.networks.map((one) => ({ ...one, internal: true })) },
  ],
  [
    'a publishes 80/tcp, 81/tcp',
    { containers: { a: {} } },
    { containers: { a: { ports: [{ published: 80 }, { published: 81 }] } } },
  ],
  [
    'a no longer publishes 53/udp',
    { containers: { a: { ports: [{ published: 53, protocol: 'udp' }] } } },
    { containers: { a: {} } },
  ],
  [
    'a publishes otherwise: 80/tcp (0.0.0.0 to 80 -> 127.0.0.1 to 80)',
    { containers: { a: { ports: [{ published: 80 }] } } },
    { containers: { a: { ports: [{ published: 80, ip: '127.0.0.1' }] } } },
  ],
  ['a listens on 80/tcp', { containers: { a: {} } }, { containers: { a: { listens: [http] } } }],
  [
    'node2 no longer listens on 80/tcp',
    { nodes: [{ name: 'node1' }, { name: 'node2', listens: [http] }] },
    {},
  ],
  [
    'a is linked to b as db',
    { containers: { a: {}, b: {} } },
    { containers: { a: { links: [{ container: 'b', alias: 'db', chapter: 'all' }] }, b: {} } },
  ],
  [
    'a is no longer linked to b',
    { containers: { a: { links: [{ container: 'b', alias: 'b', chapter: 'all' }] }, b: {} } },
    { containers: { a: {}, b: {} } },
  ],
  [
    'a gets the names db, sql on net',
    { ...nets, containers: { a: { networks: ['net'] } } },
    { ...nets, containers: { a: { networks: [{ network: 'net', aliases: ['db', 'sql'] }] } } },
  ],
  [
    'a has another address on net',
    { ...nets, containers: { a: { networks: ['net'] } } },
    { ...nets, containers: { a: { networks: [{ network: 'net', address: '10.0.0.9' }] } } },
  ],
  ['namespace pair x and y is new on node1', {}, pair(2)],
  ['namespace pair x and y is gone on node1', pair(2), {}],
  ['namespace pair x and y has other addresses on node1', pair(2), pair(3)],
  [
    'node node2 is gone, with 1 container',
    { containers: { a: { node: 'node2' } } },
    { nodes: [{ name: 'node1' }] },
  ],
  [
    'node node1: engine 26.1 -> 28.5',
    {},
    { nodes: [{ name: 'node1', engine: '28.5' }, { name: 'node2' }] },
  ],
  [
    'node node1: memory 1024 -> 2048',
    {},
    { nodes: [{ name: 'node1', memory: 2048 }, { name: 'node2' }] },
  ],
  [
    'a: image busybox:1.36 -> nginx:1.26',
    { containers: { a: {} } },
    { containers: { a: { image: 'nginx:1.26' } } },
  ],
  ['a: another command', { containers: { a: {} } }, { containers: { a: { command: ['top'] } } }],
])('%s', (text, before, after) => {
  expect(texts(before, after)).toEqual([text]);
});

test('the machine that runs the lab has another address', () => {
  const move = (lab: Lab): Lab => ({ ...lab, outside: { address: '192.168.205.2' } });
  expect(texts({}, {}, move)).toEqual([
    'the machine that runs the lab has address 192.168.205.2 instead of 192.168.205.1',
  ]);
});

test('many of one kind are one sentence', () => {
  const containers = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`c${i}`, {}]));
  expect(texts({}, { containers })).toEqual([
    '50 containers: c0, c1, c2, c3, c4 and 45 more are new on node1 (the default bridge)',
  ]);
});

test('chapters and titles are no difference', () => {
  const titled = (lab: Lab): Lab => ({ ...lab, title: 'another', chapters: [] });
  expect(texts({}, {}, titled)).toEqual([]);
});
