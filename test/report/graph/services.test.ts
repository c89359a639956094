import { place } from '../../../src/observe/place';
import { declaredGraph } from '../../../src/report/graph/declared';
import type { Graph } from '../../../src/report/graph/graph';
import { grouped } from '../../../src/report/graph/group';
import { observedGraph } from '../../../src/report/graph/observed';
import { svg } from '../../../src/report/graph/svg';
import { graphWords } from '../../../src/report/graph/words';
import { addServices } from '../../support/services';
import { overlayLab } from './overlay-lab';
import { servicesLab, servicesStates, task } from './services-lab';

const lab = servicesLab();
const factsOf = ({ items }: Graph, id: string): string[] =>
  items.find((item) => item.id === id)!.facts.map(({ key, value }) => `${key} ${value}`);
const marks = ({ items, links }: Graph): string[] =>
  [...items, ...links].filter(({ mark }) => mark !== 'same').map(({ id, mark }) => `${mark} ${id}`);

describe('a service in the graph', () => {
  const graph = declaredGraph(lab);

  it('is told by its replicas', () => {
    expect(factsOf(graph, 'container node1/web.1')).toEqual([
      'image nginx:1.26',
      'replica web',
      'listens 80/tcp',
    ]);
  });

  it('has its ports on every node of the swarm', () => {
    for (const node of lab.swarm) {
      expect(factsOf(graph, `stack ${node}`)).toContain('mesh 8080 → 80 (web)');
    }
    const smaller = { ...lab, swarm: ['node1'] };
    expect(factsOf(declaredGraph(smaller), 'stack node2').join()).not.toContain('mesh');
  });

  it('has its replicas drawn as one where there are many', () => {
    const many = addServices(overlayLab(), { web: { replicas: 60 }, api: { replicas: 10 } });
    const groups = grouped(declaredGraph(many)).items.filter(({ kind }) => kind === 'group');
    expect(
      groups.map(({ host, name, endpoints }) => `${host} ${name} ${endpoints.length}`),
    ).toEqual([
      'node1 web.1 … web.59 30',
      'node2 web.2 … web.60 30',
      'node1 api.1 … api.9 5',
      'node2 api.2 … api.10 5',
    ]);
  });
});

describe('a service of the running lab', () => {
  const graph = observedGraph(place(lab, servicesStates()));

  it('has its replicas where the swarm runs them, as declared', () => {
    expect(marks(graph)).toEqual([]);
    const hosts = graph.items.filter(({ facts }) => facts.some(({ key }) => key === 'replica'));
    expect(hosts.map(({ host, name }) => `${host} ${name}`)).toEqual([
      'node2 web.1',
      'node2 web.2',
      'node1 rr.1',
    ]);
  });

  it('has its virtual address on the overlay, where there is one', () => {
    expect(factsOf(graph, 'overlay over')).toContain('virtual-address web: 10.0.1.20');
    expect(factsOf(graph, 'overlay over').join()).not.toContain('rr');
  });

  it.each(['en', 'zh'] as const)('is told in words: %s', async (language) => {
    const { facts } = graphWords[language];
    const text = await svg(graph, graphWords[language]);
    for (const words of [
      facts.replica('web'),
      facts['virtual-address']('web: 10.0.1.20'),
      facts.mesh('8080 → 80 (web)'),
    ])
      expect(text).toContain(words);
  });

  it('has a task too many marked, by its full name', () => {
    const more = observedGraph(place(lab, servicesStates([task('web', 3, ['ingress', 'over'])])));
    expect(marks(more)).toEqual([
      'extra container node1/web.3.id',
      'extra overlay overlay over > container node1/web.3.id',
    ]);
  });

  it('is not spoken of for a task that has ended, but for what else has ended', () => {
    const ended = { status: 'exited', pid: 0 };
    const old = task('web', 1, ['over'], { ...ended, id: 'old' });
    expect(marks(observedGraph(place(lab, servicesStates([old]))))).toEqual([]);
    const stranger = task('theirs', 1, [], ended);
    expect(marks(observedGraph(place(lab, servicesStates([stranger]))))).toEqual([
      'extra container node1/theirs.1.id',
    ]);
  });

  it('has a replica marked that no node runs', () => {
    const states = new Map(servicesStates());
    const two = states.get('node2')!;
    states.set('node2', {
      ...two,
      containers: two.containers.filter(({ name }) => !name.startsWith('web.2')),
    });
    expect(marks(observedGraph(place(lab, states)))).toContain('missing container node2/web.2');
  });
});
