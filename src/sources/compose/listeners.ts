import type { TopologyListener } from '../../topology/topology';
import type { ListenerSource } from '../../topology/unsaid';
import type { ComposeService } from './project';

/** On what the images of well-known servers listen, by the last part of their name. */
const IMAGES: Readonly<Record<string, readonly number[]>> = {
  adminer: [8080],
  caddy: [80, 443],
  elasticsearch: [9200, 9300],
  etcd: [2379, 2380],
  grafana: [3000],
  haproxy: [],
  httpd: [80],
  influxdb: [8086],
  kibana: [5601],
  mariadb: [3306],
  memcached: [11211],
  mongo: [27017],
  mongodb: [27017],
  mysql: [3306],
  nats: [4222],
  nginx: [80],
  postgres: [5432],
  postgresql: [5432],
  prometheus: [9090],
  rabbitmq: [5672],
  redis: [6379],
  valkey: [6379],
  vault: [8200],
  zookeeper: [2181],
};

/** On what a service is believed to listen, each port once, by whoever says so first. */
export function listenersOf(service: ComposeService): TopologyListener[] {
  const found = new Map<string, TopologyListener>();
  const add = (port: number, protocol: string, from: ListenerSource): void => {
    if (protocol !== 'tcp' && protocol !== 'udp') return;
    if (!Number.isInteger(port) || port < 1 || port > 65535) return;
    const key = `${port}/${protocol}`;
    if (!found.has(key)) found.set(key, { port, protocol, from });
  };
  for (const { target, protocol = 'tcp' } of service.ports ?? []) {
    if (target !== undefined) add(target, protocol, 'published');
  }
  for (const text of service.expose ?? []) {
    for (const [port, protocol] of exposed(text)) add(port, protocol, 'exposed');
  }
  for (const port of service.healthcheck) add(port, 'tcp', 'healthcheck');
  for (const port of IMAGES[nameOf(service.image)] ?? []) add(port, 'tcp', 'image');
  return [...found.values()];
}

/** `8080`, `8080/udp`, `3000-3005`; of a long range the first ports. */
function exposed(text: string): (readonly [number, string])[] {
  const [range = '', protocol = 'tcp'] = text.split('/');
  const [first = NaN, last = first] = range.split('-').map(Number);
  const count = Math.min(Math.max(last - first + 1, 1), 64);
  return Array.from({ length: count || 1 }, (_, index) => [first + index, protocol] as const);
}

/** `docker.io/library/postgres:16-alpine` is `postgres`. */
const nameOf = (image = ''): string => /([^/:@]+)(?::[^/]*)?(?:@.*)?$/.exec(image)?.[1] ?? '';
