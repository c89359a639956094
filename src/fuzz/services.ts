import type { TopologyOverlay, TopologyService } from '../topology/topology';
import type { ServiceChoice } from './choices';
import { BUSYBOX, listener, NGINX, PAGE, WEB } from './containers';
import type { Sockets } from './sockets';

/** Where a service lands. */
export interface ServicePlace {
  readonly overlays: readonly TopologyOverlay[];
  readonly sockets: Sockets;
  readonly chapters: readonly string[];
}

/** The service of a choice. It has no virtual address, since not every kernel has IP_VS. */
export function assembleService(
  choice: ServiceChoice,
  index: number,
  { overlays, sockets, chapters }: ServicePlace,
): TopologyService {
  const name = `s${index + 1}`;
  const joined = overlays.filter((_, i) => choice.joins[i]);
  const web = choice.web && sockets.listen(name, WEB);
  const listens = [
    ...(web ? [{ port: WEB.port, page: PAGE }] : []),
    ...choice.listens.filter((socket) => sockets.listen(name, socket)).map(listener),
  ];
  return {
    name,
    image: web ? NGINX : BUSYBOX,
    ...(web ? {} : { command: ['sleep', 'infinity'] }),
    replicas: choice.replicas,
    networks: (joined.length === 0 ? overlays.slice(0, 1) : joined).map((one) => one.name),
    endpointMode: 'dnsrr',
    ...(listens.length === 0 ? {} : { listens }),
    chapter: chapters[choice.chapter % chapters.length]!,
  };
}
