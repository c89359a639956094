import { OUTSIDE, type Edge, type EndpointId, type Target } from '../topology/edge';

/** What a person asks for: `test3`, `test3@bridge`, `docker-node1:80`, `gateway` or a plain name. */
export interface Wanted {
  readonly name: string;
  readonly network?: string;
  readonly port?: number;
}

/** Reads `NAME`, `NAME@NETWORK`, `NAME:PORT` and `NAME@NETWORK:PORT`; `netns:NAME` keeps its colon. */
export function parseWanted(text: string): Wanted {
  const match = /^(?<name>netns:[^:@]+|[^:@]+)(@(?<network>[^:]+))?(:(?<port>\d+)(\/\w+)?)?$/.exec(
    text,
  );
  const { name = text, network, port } = match?.groups ?? {};
  return {
    name,
    ...(network === undefined ? {} : { network }),
    ...(port === undefined ? {} : { port: Number(port) }),
  };
}

/** Whether an edge is one of those that `from` and `wanted` ask for. */
export function asksFor(edge: Edge, from: EndpointId, wanted: Wanted): boolean {
  if (edge.from !== from) return false;
  const { target } = edge;
  if (wanted.port !== undefined && (!('port' in target) || target.port !== wanted.port))
    return false;
  if (wanted.network !== undefined && networkOf(target) !== wanted.network) return false;
  return namesOf(target).includes(wanted.name);
}

const networkOf = (target: Target): string | undefined =>
  'network' in target ? target.network : undefined;

function namesOf(target: Target): readonly string[] {
  switch (target.kind) {
    case 'ping':
    case 'ping6':
    case 'port':
      return [target.endpoint];
    case 'name':
      return [target.name, target.endpoint];
    case 'node-port':
      return [target.node, target.address];
    case 'loopback':
      return ['loopback', '127.0.0.1'];
    case 'outside':
      return [OUTSIDE];
    case 'gateway':
      return ['gateway'];
  }
}
