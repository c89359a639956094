import { diffReachability } from '../../../src/review/diff';
import { json } from '../../../src/report/change/json';
import { markdown } from '../../../src/report/change/markdown';
import type { Plan, Review } from '../../../src/report/change/review';
import { text } from '../../../src/report/change/text';
import { buildLab, type LabSpec } from '../../predict/builder';
import { verbatim } from '../../../src/text/text';

const none: Plan = { kind: 'none', why: verbatim('not up: node1') };
const made: Plan = {
  kind: 'made',
  add: 1,
  change: 0,
  destroy: 1,
  resources: [{ action: 'replace', address: 'docker_container.a' }],
};
const review = (before: LabSpec, after: LabSpec, plan: Plan = none, against = 'main'): Review => ({
  against,
  plan,
  change: diffReachability(buildLab(before), buildLab(after)),
});

const networks = [{ name: 'net' }];
const apart = { networks, containers: { a: {}, b: { networks: ['net'] } } };
const joined = {
  networks,
  containers: { a: { networks: ['bridge', 'net'] }, b: { networks: ['net'] } },
};
const many = (n: number): LabSpec => ({
  containers: Object.fromEntries(
    Array.from({ length: n }, (_, i) => [
      `c${i}`,
      { listens: [{ port: 1000 + i, protocol: 'tcp' as const }] },
    ]),
  ),
});
const silent = (n: number): LabSpec => ({
  containers: Object.fromEntries(Array.from({ length: n }, (_, i) => [`c${i}`, {}])),
});

describe('as text', () => {
  test('a line for the plan, one for the whole, one for each cause', () => {
    expect(text(review(apart, joined), { edges: false }).split('\n')).toEqual([
      'Plan: left out, not up: node1',
      'Who can reach whom, against main: +5 edges, 1 failing differently, 1 for another reason',
      '  a joins net: +5 edges, 1 failing differently, 1 for another reason (a <-> b; a <- node1)',
    ]);
  });

  test('the resources of the plan', () => {
    expect(text(review(apart, joined, made), { edges: false })).toContain(
      'Plan: 1 to add, 0 to change, 1 to destroy\n  replace docker_container.a\n',
    );
    const nothing: Plan = { kind: 'made', add: 0, change: 0, destroy: 0, resources: [] };
    expect(text(review(apart, apart, nothing), { edges: false })).toBe(
      'Plan: no changes\nWho can reach whom, against main: no edge changes',
    );
  });

  test('a plan that failed', () => {
    const failed: Plan = { kind: 'failed', why: verbatim('terraform plan failed: no engine') };
    expect(text(review(apart, apart, failed), { edges: false })).toMatch(
      /^Plan: failed, terraform plan failed: no engine\n/,
    );
  });

  test('each edge where it is asked for', () => {
    const lines = text(review(apart, joined), { edges: true }).split('\n');
    expect(lines).toContain('    + a -> b@net: timeout -> reachable');
    expect(lines).toContain('    + node1 -> a@net: absent -> reachable');
    expect(lines).toContain('    ~ a -> b@net:23/tcp: timeout -> refused');
    expect(lines).toContain('    . a -> gateway[net]: reachable -> reachable');
    expect(text(review(joined, apart), { edges: true })).toContain(
      '    - a -> b@net: reachable -> timeout',
    );
  });

  test('a reviewer reads ten lines, and what the others come to', () => {
    const lines = text(review(silent(30), many(30)), { edges: false }).split('\n');
    expect(lines).toHaveLength(2 + 10);
    expect(lines.at(-1)).toMatch(
      /^ {2}and 21 more: \+\d+ edges.* \(all: --edges, or --format json\)$/,
    );
    expect(text(review(silent(30), many(30)), { edges: true })).not.toContain('more:');
  });

  test('what changes no edge', () => {
    const image = { containers: { a: { image: 'nginx:1.26' } } };
    expect(text(review({ containers: { a: {} } }, image), { edges: false })).toMatch(
      /no edge changes\nChanges no edge:\n {2}a: image busybox:1.36 -> nginx:1.26$/,
    );
  });
});

describe('as Markdown', () => {
  test('a heading, a row for each cause, and the edges folded away', () => {
    const lines = markdown(review(apart, joined, made)).split('\n');
    expect(lines.slice(0, 3)).toEqual([
      '<!-- docker-network-lab: lab diff -->',
      '### Who can reach whom: +5 edges, 1 failing differently, 1 for another reason',
      '',
    ]);
    expect(lines).toContain('Against main. Plan: 1 to add, 0 to change, 1 to destroy.');
    expect(lines).toContain('- replace `docker_container.a`');
    expect(lines).toContain(
      '| a joins net | +5 edges, 1 failing differently, 1 for another reason | a ↔ b; a ← node1 |',
    );
    expect(lines).toContain('<details><summary>All 7 edges</summary>');
    expect(lines).toContain(
      '| new | `a -> b@net` | timeout | reachable | a and b are on the same bridge, net of node1 |',
    );
    expect(lines.at(-1)).toBe('</details>');
  });

  test('nothing changes: no table and nothing folded', () => {
    const found = markdown(review(apart, apart));
    expect(found).toContain('### Who can reach whom: no edge changes');
    expect(found).not.toMatch(/details|\| ---/);
  });

  test('what others have named stands for itself', () => {
    const found = markdown(review(apart, joined, none, 'a`b|<c>'));
    expect(found).toContain('Against a&#96;b&#124;&lt;c&gt;.');
    const image = { containers: { a: { image: 'a<b>|*c*' } } };
    expect(markdown(review({ containers: { a: {} } }, image))).toContain(
      'a: image busybox:1.36 -&gt; a&lt;b&gt;&#124;&#42;c&#42;',
    );
  });

  test('a thousand edges fit into a comment, and the others are counted', () => {
    const found = markdown(review({}, silent(60)));
    expect(found.length).toBeLessThan(65_536);
    expect(found).toMatch(/\n\d+ more: `\.\/lab diff --format json` has them\.\n/);
  });
});

test('as JSON: each edge with both predictions', () => {
  const found = JSON.parse(json(review(apart, joined))) as {
    counts: unknown;
    groups: { edges: { label: string; change: string }[]; edgesLeftOut: number }[];
  };
  expect(found).toMatchObject({
    against: 'main',
    plan: none,
    counts: { new: 5, lost: 0, outcome: 1, reason: 1 },
    groups: [{ cause: 'a joins net', parties: { hub: ['a'] }, edgesLeftOut: 0 }],
    withoutEffect: [],
  });
  expect(found.groups[0]!.edges).toHaveLength(7);
  const edge = found.groups[0]!.edges.find(({ label }) => label === 'node1 -> a@net');
  expect(edge).toMatchObject({
    change: 'new',
    label: 'node1 -> a@net',
    edge: { from: 'node1', target: { kind: 'ping', endpoint: 'a', network: 'net' } },
    before: null,
    after: {
      outcome: 'reachable',
      answeredBy: { kind: 'container', id: 'a', node: 'node1' },
      reasons: [
        {
          ...{ rule: 'node-to-container', family: 'IPv4', node: 'node1', network: 'net', to: 'a' },
          text: 'node1 has an interface on the bridge of net, so it reaches a directly',
        },
      ],
    },
  });
});
