import { causesOf } from '../../src/review/causes/differences';
import { diffReachability } from '../../src/review/diff';
import { tongueOf } from '../../src/i18n/tongue';
import { buildLab, type ContainerSpec, type LabSpec } from '../predict/builder';
import { newAndLost } from './told';
import { english, tell } from '../../src/text/tell';

const base: LabSpec = { swarm: ['node1', 'node2'], overlays: [{ name: 'over' }] };
const on = (...networks: string[]): ContainerSpec => ({ networks });
const far = (...networks: string[]): ContainerSpec => ({ node: 'node2', networks });
const spec = (
  containers: Readonly<Record<string, ContainerSpec>>,
  more: LabSpec = {},
): LabSpec => ({ ...base, ...more, containers });
const texts = (before: LabSpec, after: LabSpec): string[] =>
  causesOf(buildLab(before), buildLab(after)).map(({ text }) => english(text));

const noOverlays: LabSpec = { overlays: [] };
const two: LabSpec = { overlays: [{ name: 'over' }, { name: 'wide' }] };
const cases: readonly [string, LabSpec, LabSpec][] = [
  ['a joins overlay over', spec({ a: on('bridge') }), spec({ a: on('bridge', 'over') })],
  ['a leaves overlay over', spec({ a: on('bridge', 'over') }), spec({ a: on('bridge') })],
  [
    'a, b join overlay over',
    spec({ a: on('bridge'), b: far('bridge') }),
    spec({ a: on('bridge', 'over'), b: far('bridge', 'over') }),
  ],
  [
    'overlay over is new, with a, b',
    spec({ a: on('bridge'), b: far('bridge') }, noOverlays),
    spec({ a: on('bridge', 'over'), b: far('bridge', 'over') }),
  ],
  ['overlay over is gone', spec({}), spec({}, noOverlays)],
  [
    'overlay over: internal false -> true',
    spec({}),
    spec({}, { overlays: [{ name: 'over', internal: true }] }),
  ],
  [
    'overlays over, wide: encrypted false -> true',
    spec({}, two),
    spec({}, { overlays: two.overlays!.map((one) => ({ ...one, encrypted: true })) }),
  ],
  ['node2 joins the swarm', spec({}, { swarm: ['node1'] }), spec({})],
  ['node2 leaves the swarm', spec({}), spec({}, { swarm: ['node1'] })],
  ['node1, node2 join the swarm', spec({}, { swarm: [] }), spec({})],
  ['node2 manages the swarm instead of node1', spec({}), spec({}, { swarm: ['node2', 'node1'] })],
];

test.each(cases)('%s', (text, before, after) => {
  expect(texts(before, after)).toEqual([text]);
  const [cause] = causesOf(buildLab(before), buildLab(after));
  expect(tell(cause!.text, tongueOf('zh'))).toMatch(/\p{Script=Han}/u);
});

test('a bridge that becomes an overlay is one that is gone, and one that is new', () => {
  const bridge = spec({ a: on('over') }, { overlays: [], networks: [{ name: 'over' }] });
  expect(texts(bridge, spec({ a: on('over') }))).toEqual([
    'network over of node1 is gone, with a',
    'overlay over is new, with a',
  ]);
});

test('a new node joins the swarm as part of being new', () => {
  const nodes = [{ name: 'node1' }, { name: 'node2' }, { name: 'node3' }];
  expect(texts(spec({}), spec({}, { nodes, swarm: ['node1', 'node2', 'node3'] }))).toEqual([
    'node node3 is new',
  ]);
});

const told = (before: LabSpec, after: LabSpec): Record<string, string[]> =>
  newAndLost(buildLab(before), buildLab(after));

describe('the edges of an overlay', () => {
  const there = { a: on('bridge'), b: far('over') };

  test('that a container joins, across nodes and by name', () => {
    expect(told(spec(there), spec({ ...there, a: on('bridge', 'over') }))).toEqual({
      'a joins overlay over': [
        '+ a -> "b"',
        '+ a -> b@over',
        '+ a -> gateway[over]',
        '+ b -> "a"',
        '+ b -> a@over',
      ],
    });
  });

  test('have both members and the hub among their parties', () => {
    const after = spec({ ...there, a: on('bridge', 'over') });
    const { groups } = diffReachability(buildLab(spec(there)), buildLab(after));
    expect(groups[0]!.parties).toEqual({ hub: ['a'], both: ['b'], to: ['node1'], from: [] });
  });

  test('that is new belong to it, those of docker_gwbridge too', () => {
    const containers = { a: on('over'), b: far('over'), c: on('bridge') };
    const before = { a: on('none'), b: far('none'), c: on('bridge') };
    const networks = [
      { name: 'none', internal: true },
      { name: 'none', node: 'node2', internal: true },
    ];
    const found = told(spec(before, { networks, overlays: [] }), spec(containers, { networks }));
    expect(found['overlay over is new, with a, b']).toEqual(
      expect.arrayContaining(['+ a -> b@over', '+ a -> outside', '+ node1 -> a@docker_gwbridge']),
    );
    expect(found).not.toHaveProperty('other changes');
  });

  test('that becomes internal: its members no longer get out, and reach each other as before', () => {
    const members = { a: on('over'), b: far('over') };
    const found = told(
      spec(members),
      spec(members, { overlays: [{ name: 'over', internal: true }] }),
    );
    const lost = found['overlay over: internal false -> true'];
    expect(Object.keys(found)).toEqual(['overlay over: internal false -> true']);
    expect(lost).toEqual(
      expect.arrayContaining(['- a -> outside', '- node1 -> a@docker_gwbridge']),
    );
    expect(lost).not.toContain('- a -> b@over');
  });

  test('that gets encrypted do not change', () => {
    const members = { a: on('over'), b: far('over') };
    const after = spec(members, { overlays: [{ name: 'over', encrypted: true }] });
    const { groups, withoutEffect } = diffReachability(buildLab(spec(members)), buildLab(after));
    expect(groups).toEqual([]);
    expect(withoutEffect).toEqual(['overlay over: encrypted false -> true']);
  });

  test('of a node that joins the swarm: its containers reach docker_gwbridge there', () => {
    const containers = { a: {}, c: { node: 'node2' } };
    const found = told(spec(containers, { swarm: ['node1'] }), spec(containers));
    expect(Object.keys(found)).toEqual(['node2 joins the swarm']);
    expect(found['node2 joins the swarm']).toContain('+ c -> node2@docker_gwbridge');
  });
});
