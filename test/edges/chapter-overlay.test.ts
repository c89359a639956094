import type { Target } from '../../src/topology/edge';
import { chapterIn, name, ping } from '../predict/ask';
import { buildLab } from '../predict/builder';

const lab = buildLab({
  chapters: ['c0', 'c1', 'c2', 'c3', 'c4', 'c5'],
  swarm: ['node1', 'node2'],
  networks: [{ name: 'app', chapter: 'c1' }],
  overlays: [
    { name: 'wide', chapter: 'c2' },
    { name: 'later', chapter: 'c5' },
  ],
  containers: {
    early: { chapter: 'c1', networks: ['app'] },
    one: { chapter: 'c1', networks: [{ network: 'wide', chapter: 'c4' }] },
    two: { chapter: 'c1', node: 'node2', networks: [{ network: 'wide', chapter: 'c3' }] },
  },
});
const of = (from: string, target: Target, where = lab): string =>
  chapterIn(where, { from, target });

describe('the chapter of an edge on an overlay', () => {
  it('is not before the attachments of both, on whatever node', () => {
    expect(of('two', ping('one', 'wide'))).toBe('c4');
    expect(of('one', ping('two', 'wide'))).toBe('c4');
    expect(of('two', name('one'))).toBe('c4');
  });

  it('is the target’s for who is not on it', () =>
    expect(of('early', ping('two', 'wide'))).toBe('c3'));
});

describe('the chapter of an edge over docker_gwbridge', () => {
  it('is that of the attachment for which a container is on it', () => {
    expect(of('early', ping('one', 'docker_gwbridge'))).toBe('c4');
    expect(of('node2', ping('two', 'docker_gwbridge'))).toBe('c3');
  });

  it('is that of the first overlay for the node’s own address on it', () => {
    expect(of('early', ping('node1', 'docker_gwbridge'))).toBe('c2');
    expect(of('node1', ping('node2', 'docker_gwbridge'))).toBe('c2');
  });

  it('is the others’ where the swarm has no overlay yet', () => {
    const bare = { ...lab, overlays: [], containers: lab.containers.slice(0, 1) };
    expect(of('early', ping('node1', 'docker_gwbridge'), bare)).toBe('c1');
  });
});
