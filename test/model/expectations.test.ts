import { edgeLabel, type Expectation } from '../../model/edge';
import { expectations } from '../../model/expectations';
import { article } from './predict/article';

const all = expectations(article);
const found = new Map(all.map((one) => [edgeLabel(one.edge), one]));
const at = (label: string): Expectation => {
  const one = found.get(label);
  if (one === undefined) throw new Error(`no edge ${label}`);
  return one;
};

describe('the chapter table of the article', () => {
  it.each([
    ['nodes', 'docker-node1 -> docker-node2', 'reachable'],
    ['nodes', 'docker-node2 -> docker-node1', 'reachable'],
    ['nodes', 'docker-node1 -> docker-node2[192.168.205.11]:22/tcp', 'reachable'],
    ['nodes', 'docker-node1 -> docker-node2[192.168.205.11]:23/tcp', 'refused'],
    ['namespaces', 'netns:test1 -> netns:test2', 'reachable'],
    ['namespaces', 'netns:test2 -> netns:test1', 'reachable'],
    ['namespaces', 'netns:test1 -> docker-node1', 'unreachable'],
    ['namespaces', 'netns:test1 -> outside', 'unreachable'],
    ['bridge', 'netns:test1 -> test1@bridge', 'unreachable'],
    ['bridge', 'test1 -> test2@bridge', 'reachable'],
    ['bridge', 'test3 -> test1@bridge', 'reachable'],
    ['bridge', 'test1 -> gateway@bridge', 'reachable'],
    ['bridge', 'test2 -> outside', 'reachable'],
    ['link', 'test3 -> "test1"', 'reachable'],
    ['link', 'test3 -> "test2"', 'unresolved'],
    ['link', 'test1 -> "test3"', 'unresolved'],
    ['user-bridge', 'test1 -> "test2"', 'reachable'],
    ['user-bridge', 'test4 -> "test1"', 'reachable'],
    ['user-bridge', 'test2 -> "test4"', 'reachable'],
    ['user-bridge', 'test2 -> test4@test-bridge', 'reachable'],
    ['user-bridge', 'test1 -> test2@test-bridge', 'reachable'],
    ['user-bridge', 'test1 -> gateway@test-bridge', 'reachable'],
    ['user-bridge', 'test4 -> test3@bridge', 'timeout'],
    ['user-bridge', 'test4 -> "test3"', 'unresolved'],
    ['user-bridge', 'test3 -> test4@test-bridge', 'timeout'],
    ['user-bridge', 'test3 -> test1@test-bridge', 'timeout'],
    ['ports', 'docker-node1 -> web@bridge', 'reachable'],
    ['ports', 'docker-node1 -> web@bridge:80/tcp', 'reachable'],
    ['ports', 'docker-node1 -> docker-node1[127.0.0.1]:80/tcp', 'reachable'],
    ['ports', 'docker-node2 -> docker-node1[192.168.205.10]:80/tcp', 'reachable'],
    ['ports', 'outside -> docker-node1[192.168.205.10]:80/tcp', 'reachable'],
    ['none', 'test-none -> 127.0.0.1', 'reachable'],
    ['none', 'test-none -> test1@bridge', 'unreachable'],
    ['none', 'test-none -> docker-node1', 'unreachable'],
    ['none', 'test1 -> "test-none"', 'unresolved'],
    ['host', 'test-host -> docker-node2', 'reachable'],
    ['host', 'outside -> docker-node2[192.168.205.11]:80/tcp', 'reachable'],
    ['host', 'docker-node1 -> docker-node2[192.168.205.11]:80/tcp', 'reachable'],
    ['host', 'web-host -> docker-node2[127.0.0.1]:80/tcp', 'reachable'],
  ])('has in %s: %s is %s', (chapter, label, outcome) => {
    const { chapter: inChapter, outcome: predicted } = at(label);
    expect({ chapter: inChapter, outcome: predicted }).toEqual({ chapter, outcome });
  });

  it('has an edge in each chapter', () => {
    expect(new Set(all.map(({ chapter }) => chapter))).toEqual(
      new Set(article.chapters.map(({ id }) => id)),
    );
  });

  it('never puts an edge before its sender', () => {
    const order = article.chapters.map(({ id }) => id);
    for (const { chapter, edge } of all) {
      const sender = article.containers.find(({ name }) => name === edge.from);
      if (sender !== undefined) {
        expect(order.indexOf(chapter)).toBeGreaterThanOrEqual(order.indexOf(sender.chapter));
      }
    }
  });
});
