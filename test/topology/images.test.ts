import { imagesOn } from '../../src/topology/images';
import { buildLab } from '../predict/builder';

const service = { name: 'web', image: 'nginx:1.26', networks: ['wide'], replicas: 1 };
const lab = buildLab({
  nodes: [{ name: 'node1' }, { name: 'node2' }, { name: 'node3' }],
  swarm: ['node1', 'node2'],
  overlays: [{ name: 'wide' }],
  containers: {
    a: { image: 'busybox:1.36' },
    b: { image: 'busybox:1.36' },
    c: { node: 'node3', image: 'alpine:3.20' },
  },
  services: [service, { ...service, name: 'other' }],
});

describe('the images of a node', () => {
  it('are those of its containers, each once', () => {
    expect(imagesOn(lab, 'node3')).toEqual(['alpine:3.20']);
    expect(
      imagesOn({ ...lab, services: [], containers: lab.containers.slice(0, 3) }, 'node1'),
    ).toEqual(['busybox:1.36']);
  });

  it('are those of every service on every node of the swarm, wherever its replicas are', () => {
    expect(imagesOn(lab, 'node1')).toEqual(['busybox:1.36', 'nginx:1.26']);
    expect(imagesOn(lab, 'node2')).toEqual(['nginx:1.26']);
  });
});
