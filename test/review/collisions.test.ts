import { diffReachability } from '../../src/review/diff';
import { buildLab, type ContainerSpec, type LabSpec } from '../predict/builder';
import { changedEdges } from './oracle';
import { sorted, told } from './told';

/** Both nodes have the same subnet, so that addresses of one mean something on the other. */
const networks = [
  { name: 'here', node: 'node1', subnet: '10.5.0.0/24' },
  { name: 'there', node: 'node2', subnet: '10.5.0.0/24' },
];
const here = (address: string, more: ContainerSpec = {}): ContainerSpec => ({
  networks: [{ network: 'here', address }],
  ...more,
});
const there = (address: string, more: ContainerSpec = {}): ContainerSpec => ({
  node: 'node2',
  networks: [{ network: 'there', address }],
  ...more,
});
const http = { listens: [80] };
const lab = (containers: Readonly<Record<string, ContainerSpec>>): LabSpec => ({
  networks,
  containers,
});
const aliased = (network: string, alias: string): ContainerSpec => ({
  networks: [{ network, aliases: [alias] }],
});
/** The same in which those of node1 cannot reach each other. */
const kept = (containers: Readonly<Record<string, ContainerSpec>>): LabSpec => ({
  networks: networks.map((one) => ({ ...one, icc: one.name !== 'here' })),
  containers,
});
const nets = [{ name: 'n1' }, { name: 'n2' }];

const crowd = {
  a: here('10.5.0.10'),
  b: here('10.5.0.11', http),
  c: here('10.5.0.12', http),
  x: there('10.5.0.11', http),
  y: there('10.5.0.12', http),
  z: there('10.5.0.13'),
};

test.each<[string, LabSpec, LabSpec]>([
  ['who answers instead no longer listens', lab(crowd), lab({ ...crowd, b: here('10.5.0.11') })],
  ['who answers instead moves away', lab(crowd), lab({ ...crowd, b: here('10.5.0.99', http) })],
  [
    'somebody takes the address of another node',
    lab(crowd),
    lab({ ...crowd, a: here('10.5.0.13') }),
  ],
  [
    'a second one comes to the sender that has it',
    lab(crowd),
    lab({ ...crowd, n: there('10.5.0.10') }),
  ],
  [
    'those who have an address of the other node no longer reach each other',
    lab(crowd),
    kept(crowd),
  ],
  [
    'an alias goes to another container',
    {
      networks: nets,
      containers: { a: aliased('n1', 'db'), b: { networks: ['n1'] }, c: { networks: ['n1'] } },
    },
    {
      networks: nets,
      containers: { a: { networks: ['n1'] }, b: aliased('n1', 'db'), c: { networks: ['n1'] } },
    },
  ],
  [
    'one alias on two networks, with different containers',
    {
      networks: nets,
      containers: {
        a: aliased('n1', 'db'),
        b: aliased('n2', 'db'),
        c: { networks: ['n1', 'n2'] },
        d: aliased('n1', 'sql'),
        e: aliased('n2', 'log'),
      },
    },
    {
      networks: nets,
      containers: {
        a: { networks: ['n1'] },
        b: aliased('n2', 'db'),
        c: { networks: ['n1', 'n2'] },
        d: { networks: ['n1'] },
        e: aliased('n2', 'log'),
      },
    },
  ],
])('%s: as edge by edge', (_, before, after) => {
  const [was, is] = [buildLab(before), buildLab(after)];
  const expected = sorted(changedEdges(was, is));
  expect(expected).not.toEqual([]);
  expect(told(diffReachability(was, is), was, is)).toEqual(expected);
  expect(told(diffReachability(is, was), is, was)).toEqual(sorted(changedEdges(is, was)));
});
