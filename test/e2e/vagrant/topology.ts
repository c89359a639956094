import type { Topology } from '../../../model/topology';
import article from '../../../topologies/docker-networking';

/**
 * The article's lab on machines of the tests' own. They are a swarm, but nothing is on an overlay: an engine gives a
 * node 20 s for its first container there, and an emulated machine takes 17 s of them where it does nothing else.
 */
const CHAPTER = 'multi-host';

export default JSON.parse(
  JSON.stringify({
    ...article,
    chapters: article.chapters.filter(({ id }) => id !== CHAPTER),
    networks: article.networks?.filter(({ chapter }) => chapter !== CHAPTER),
    containers: article.containers?.filter(({ chapter }) => chapter !== CHAPTER),
  })
    .replaceAll('docker-networking', 'vms-vagrant')
    .replaceAll('docker-node', 'vms-machine')
    .replaceAll('192.168.205.', '192.168.208.'),
) as Topology;
