import type { Topology } from '../../../src/topology/topology';
import article from '../../../topologies/docker-networking';

/**
 * The article's lab on machines of the tests' own. No container of the lab is on an overlay: an engine gives a node 20 s
 * for its first container there, and an emulated machine takes 17 s of them where it does nothing else. Replicas are
 * tried again by the swarm; and these machines have what a node that is a container may lack, a kernel with IP_VS.
 */
const CHAPTER = 'multi-host';

const services: Topology['services'] = [
  {
    name: 'web-mesh',
    image: 'nginx:1.26',
    replicas: 2,
    networks: ['test-overlay'],
    ports: ['8080:80'],
    listens: [{ port: 80, page: 'Welcome to nginx!' }],
  },
];

export default JSON.parse(
  JSON.stringify({
    ...article,
    chapters: article.chapters.filter(({ id }) => id !== CHAPTER),
    networks: article.networks?.map(({ chapter, ...network }) =>
      chapter === CHAPTER ? network : { ...network, chapter },
    ),
    services,
    containers: article.containers?.filter(({ chapter }) => chapter !== CHAPTER),
  })
    .replaceAll('docker-networking', 'vms-vagrant')
    .replaceAll('docker-node', 'vms-machine')
    .replaceAll('192.168.205.', '192.168.208.'),
) as Topology;
