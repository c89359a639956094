import { declaredGraph } from '../../../src/report/graph/declared';
import { dot } from '../../../src/report/graph/dot';
import { grouped } from '../../../src/report/graph/group';
import { layout } from '../../../src/report/graph/layout';
import { mermaid } from '../../../src/report/graph/mermaid';
import { svg } from '../../../src/report/graph/svg';
import { graphWords } from '../../../src/report/graph/words';
import type { LabSpec } from '../../predict/builder';
import { overlayLab } from './overlay-lab';

const words = graphWords.en;
const graph = declaredGraph(overlayLab());
const linksTo = (name: string, own = graph): string[] =>
  own.links.filter(({ to }) => to.endsWith(`/${name}`)).map(({ kind, from }) => `${kind} ${from}`);

describe('an overlay in the graph', () => {
  it('is there once, on no node, with what it is and the nodes that it spans', () => {
    const [overlay, ...others] = graph.items.filter(({ name }) => name === 'over');
    expect(others).toEqual([]);
    expect(overlay).toMatchObject({ kind: 'overlay', spans: ['node1', 'node2'] });
    expect(overlay).not.toHaveProperty('host');
    expect(overlay!.facts.map(({ key, value }) => `${key} ${value}`)).toEqual([
      'subnet 10.0.1.0/24',
      'spans node1, node2',
    ]);
  });

  it('says that it is encrypted and internal', async () => {
    const lab = overlayLab((spec) => ({
      ...spec,
      overlays: [{ name: 'over', encrypted: true, internal: true }],
    }));
    for (const language of ['en', 'zh'] as const) {
      const { facts } = graphWords[language];
      const text = await svg(declaredGraph(lab), graphWords[language]);
      expect(text).toContain(`>${facts.encrypted('')}<`);
      expect(text).toContain(`>${facts.internal('')}<`);
    }
  });

  it('joins its members on all nodes, which leave through docker_gwbridge where no bridge leads out', () => {
    expect(linksTo('a')).toEqual([
      'overlay overlay over',
      'attachment bridge node1/docker_gwbridge',
    ]);
    expect(linksTo('b')).toEqual([
      'overlay overlay over',
      'attachment bridge node2/docker_gwbridge',
    ]);
    expect(linksTo('c')).toEqual(['attachment bridge node1/net', 'overlay overlay over']);
  });

  it('brings no docker_gwbridge to a node where no container needs it', () => {
    const bridges = (change: (spec: LabSpec) => LabSpec): string[] =>
      declaredGraph(overlayLab(change))
        .items.filter(({ name }) => name === 'docker_gwbridge')
        .map(({ host }) => host!);
    expect(bridges((spec) => spec)).toEqual(['node1', 'node2']);
    const inside = (spec: LabSpec) => ({ ...spec, overlays: [{ name: 'over', internal: true }] });
    expect(bridges(inside)).toEqual([]);
    const { a, c } = {
      a: { networks: ['over'] },
      c: { node: 'node2', networks: ['bridge', 'over'] },
    };
    expect(bridges((spec) => ({ ...spec, containers: { a, c } }))).toEqual(['node1']);
  });

  it('keeps alike members apart by node where there are many', () => {
    const many = Object.fromEntries(
      Array.from({ length: 50 }, (_, i) => [
        `c${i}`,
        { node: i < 25 ? 'node1' : 'node2', networks: ['over'] },
      ]),
    );
    const lab = overlayLab((spec) => ({ ...spec, containers: many }));
    const small = grouped(declaredGraph(lab));
    const groups = small.items.filter(({ kind }) => kind === 'group');
    expect(groups.map(({ host, endpoints }) => `${host} ${endpoints.length}`)).toEqual([
      'node1 25',
      'node2 25',
    ]);
    expect(small.links.filter(({ kind }) => kind === 'overlay')).toHaveLength(2);
  });
});

describe('an overlay in the picture', () => {
  const busy = overlayLab((spec) => ({
    ...spec,
    overlays: [...spec.overlays!, { name: 'lonely' }, { name: 'far' }],
    containers: {
      ...spec.containers,
      d: { networks: ['far'] },
      sidecar: { mode: 'container:d' },
      linked: { links: [{ container: 'x', alias: 'x', chapter: 'all' }] },
      x: {},
    },
  }));

  it('is right of all frames, apart from the others, and no larger than what it joins', async () => {
    const { hosts, items, width, height, links } = await layout(declaredGraph(busy), words);
    const bars = items.filter(({ item }) => item.kind === 'overlay');
    const right = Math.max(...hosts.map(({ box }) => box.x + box.width));
    expect(bars).toHaveLength(3);
    for (const [i, { item, box: bar }] of bars.entries()) {
      const before = bars[i - 1]?.box;
      expect(bar.x).toBeGreaterThan(before === undefined ? right : before.x + before.width);
      expect(bar.y + bar.height).toBeLessThan(height);
      const joined = links.filter(({ link }) => link.from === item.id).map(({ link }) => link.to);
      const boxes = items.filter((one) => joined.includes(one.item.id)).map(({ box }) => box);
      if (boxes.length < 2) continue;
      expect(bar.y).toBe(Math.min(...boxes.map(({ y }) => y)));
      expect(bar.y + bar.height).toBeCloseTo(Math.max(...boxes.map((box) => box.y + box.height)));
    }
    expect(bars[2]!.box.x + bars[2]!.box.width).toBeLessThan(width);
  });

  it('has the ends of all its lines', async () => {
    const { items, links } = await layout(declaredGraph(busy), words);
    const lines = links.filter(({ link }) => link.kind === 'overlay');
    expect(lines.length).toBeGreaterThan(3);
    for (const { link, curve } of lines) {
      const { y, height } = items.find(({ item }) => item.id === link.from)!.box;
      expect(curve[3].y).toBeGreaterThanOrEqual(y);
      expect(curve[3].y).toBeLessThanOrEqual(y + height);
    }
  });

  it('leaves out the nodes beyond the swarm', async () => {
    const lab = { ...busy, swarm: ['node1'], containers: busy.containers.slice(0, 1) };
    const { hosts, items } = await layout(declaredGraph(lab), words);
    const [one] = items.filter(({ item }) => item.kind === 'overlay');
    const frame = hosts.find(({ host }) => host.name === 'node1')!.box;
    expect(one!.box.y).toBeGreaterThanOrEqual(frame.y);
    expect(one!.box.y + one!.box.height).toBeLessThanOrEqual(frame.y + frame.height);
  });

  it('has a level line from each member, with a plug at its end', async () => {
    const { links, items } = await layout(declaredGraph(busy), words);
    const wires = links.filter(({ link }) => link.kind === 'overlay');
    expect(wires.map(({ link }) => link.to)).toEqual([
      'container node1/a',
      'container node2/b',
      'container node1/c',
      'container node1/d',
    ]);
    for (const { curve, link } of wires) {
      const [start, , , end] = curve;
      const bar = items.find(({ item }) => item.id === link.from)!;
      expect(end).toEqual({ x: bar.box.x, y: start.y });
      expect(end.x).toBeGreaterThan(start.x);
    }
    const text = await svg(declaredGraph(busy), words);
    expect(text.match(/<circle/g)).toHaveLength(wires.length);
  });

  it('has lines of their own for the overlays that one container is on', async () => {
    const networks = ['over', 'far'];
    const lab = {
      ...busy,
      containers: overlayLab(() => ({ containers: { c: { networks } } })).containers,
    };
    const { links } = await layout(declaredGraph(lab), words);
    const heights = links
      .filter(({ link }) => link.kind === 'overlay')
      .map(({ curve }) => curve[0].y);
    expect(new Set(heights).size).toBe(2);
  });

  it('is last in DOT and Mermaid, where lines go from left to right', () => {
    expect(dot(graph, words)).toContain('"container node2/b" -> "overlay over"');
    expect(dot(graph, words)).toContain('{ rank=sink; "overlay over" }');
    const lines = mermaid(graph, words).split('\n');
    const id = (text: string) =>
      lines
        .find((one) => one.includes(text))!
        .trim()
        .split('[')[0]!;
    expect(id('"over<br>')).toBeDefined();
    expect(lines).toContain(`  ${id('"b<br>')} --- ${id('"over<br>')}`);
    expect(lines.find((one) => one.includes('"over<br>'))).toContain(
      'overlay · 10.0.1.0/24<br>spans node1, node2',
    );
  });
});
