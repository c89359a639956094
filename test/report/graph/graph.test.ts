import { validate } from '../../../src/topology/validate';
import type { Topology } from '../../../src/topology/topology';
import { declaredGraph } from '../../../src/report/graph/declared';
import { dot } from '../../../src/report/graph/dot';
import { grouped } from '../../../src/report/graph/group';
import { layout } from '../../../src/report/graph/layout';
import { mermaid } from '../../../src/report/graph/mermaid';
import { png } from '../../../src/report/graph/png';
import { svg } from '../../../src/report/graph/svg';
import { clip, textWidth } from '../../../src/report/graph/text-width';
import { graphWords } from '../../../src/report/graph/words';
import { articleLab } from '../../support/article';

const words = graphWords.en;
const article = declaredGraph(articleLab);

const HOSTILE = `</title><script>alert("1")</script> ]]> & 'x' \u202eright to left\\n`;
const topology = (containers: Topology['containers'], title = 'many'): Topology => ({
  name: 'many',
  title,
  outside: { address: '192.168.205.1' },
  chapters: [{ id: 'one', title: 'One' }],
  nodes: [{ name: 'node1', address: '192.168.205.10/24' }],
  networks: [{ name: 'back', node: 'node1', internal: true }],
  containers: containers ?? [],
});
const busy = (name: string, more: object = {}) => ({
  name,
  node: 'node1',
  image: 'busybox:1.36',
  ...more,
});

describe('the graph of a topology', () => {
  it('has every node, network, container, namespace and link of the lab', () => {
    const ids = article.items.map(({ kind, name }) => `${kind} ${name}`);
    expect(ids).toEqual(
      expect.arrayContaining([
        'outside outside',
        'lan 192.168.205.0/24',
        'stack docker-node1',
        'bridge bridge',
        'bridge test-bridge',
        'bridge docker_gwbridge',
        'overlay test-overlay',
        'namespace test1',
        ...articleLab.containers.map(({ name }) => `container ${name}`),
      ]),
    );
    const links = article.links.map(({ kind, label }) => `${kind} ${label}`.trim());
    expect(links.filter((one) => one === 'attachment')).toHaveLength(10);
    expect(links.filter((one) => one === 'overlay')).toHaveLength(2);
    expect(links).toEqual(
      expect.arrayContaining(['link test1', 'publish 80 → 80', 'shares', 'veth']),
    );
    expect(article.items.every(({ mark }) => mark === 'same')).toBe(true);
  });

  it('gives everything a place inside the picture, items apart from each other', async () => {
    const { width, height, items, links } = await layout(article, words);
    for (const { box } of items) {
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
    }
    const overlaps = items.flatMap(({ box: a }, i) =>
      items
        .slice(i + 1)
        .filter(
          ({ box: b }) =>
            a.x < b.x + b.width &&
            b.x < a.x + a.width &&
            a.y < b.y + b.height &&
            b.y < a.y + a.height,
        ),
    );
    expect(overlaps).toEqual([]);
    expect(links).toHaveLength(article.links.length);
  });

  it('lets the arrow of a link end at the container that it names', async () => {
    const { items, links } = await layout(article, words);
    const target = items.find(({ item }) => item.kind === 'container' && item.name === 'test1')!;
    const { tip } = links.find(({ link }) => link.kind === 'link')!;
    expect(tip!.y).toBeCloseTo(target.box.y + target.box.height / 2, 0);
  });

  it('draws containers that are alike as one where there are many, and the others for themselves', () => {
    const containers = Array.from({ length: 50 }, (_, i) => busy(`c${i}`, { networks: ['back'] }));
    const one = busy('web', { ports: ['80:80'] });
    const graph = grouped(declaredGraph(validate(topology([...containers, one]), 'many.ts')));
    const kinds = graph.items.filter(
      ({ host, kind }) => host && kind !== 'stack' && kind !== 'bridge',
    );
    expect(kinds.map(({ kind, name }) => `${kind} ${name}`)).toEqual([
      'group c0 … c49',
      'container web',
    ]);
    expect(kinds[0]!.endpoints).toHaveLength(50);
    expect(graph.links.filter(({ to }) => to === kinds[0]!.id)).toHaveLength(1);
  });
});

describe('the forms of the picture', () => {
  const hostile = declaredGraph(validate(topology([busy('a1')], HOSTILE.trim()), 'x.ts'));

  it('keep text text in SVG', async () => {
    const text = await svg(hostile, words);
    expect(text).not.toContain('<script');
    expect(text).toContain('&lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)');
    expect(text.match(/<g /g)?.length).toBe(text.match(/<\/g>/g)?.length);
  });

  it('keep text text in DOT, which Graphviz reads', async () => {
    expect(dot(hostile, words)).toContain('alert(\\"1\\")');
    await expect(layout(hostile, words)).resolves.toMatchObject({ items: { length: 6 } });
  });

  it('keep text text in Mermaid', () => {
    const lab = declaredGraph(articleLab);
    const bad = { ...lab, items: lab.items.map((item) => ({ ...item, name: '"]<b>x</b>;%%' })) };
    expect(mermaid(bad, words)).toContain('#34;#93;#60;b#62;x#60;/b#62;#59;#37;#37;');
    expect(mermaid(bad, words)).not.toMatch(/<b>|"\]</);
  });

  it('say the same in Chinese', async () => {
    const text = await svg(article, graphWords.zh);
    expect(text).toContain('网桥');
    expect(Object.keys(graphWords.zh.facts)).toEqual(Object.keys(graphWords.en.facts));
  });

  it('are an image as PNG, with text in it', async () => {
    const graph = declaredGraph(validate(topology([busy('a1')]), 'x.ts'));
    const image = png(await svg(graph, words));
    expect(image.subarray(1, 4).toString()).toBe('PNG');
    const bare = png((await svg(graph, words)).replace(/<text.*?<\/text>/g, ''));
    expect(image.length).toBeGreaterThan(bare.length * 1.5);
  });
});

describe('the width of text', () => {
  it('knows narrow, wide and Chinese characters', () => {
    expect(textWidth('iii', 10)).toBeLessThan(textWidth('WWW', 10));
    expect(textWidth('网络', 10)).toBeGreaterThanOrEqual(20);
  });

  it('clips with an ellipsis, to what fits', () => {
    const clipped = clip('a'.repeat(200), 10, 100);
    expect(clipped).toMatch(/^a+…$/);
    expect(textWidth(clipped, 10)).toBeLessThanOrEqual(100);
    expect(clip('short', 10, 100)).toBe('short');
  });
});
