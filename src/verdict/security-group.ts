import type { Lab } from '../topology/lab';
import { OUTSIDE } from '../topology/edge';
import type { EdgeVerdict } from './result';
import { type Text, phrase } from '../text/text';

/**
 * What to open where a port of a further host answers on the host itself and not from outside; undefined for every
 * other edge.
 */
export function closedFromOutside(
  lab: Lab,
  edges: readonly EdgeVerdict[],
  { edge: { from, target }, found }: EdgeVerdict,
): Text | undefined {
  if (from !== OUTSIDE || target.kind !== 'node-port') return undefined;
  const { node, port, protocol } = target;
  const host = lab.nodes.find(({ name, apart }) => apart && name === node);
  if (host === undefined) return undefined;
  if (!['timeout', 'unreachable', 'refused'].includes(found?.outcome ?? '')) return undefined;
  const inside = edges.some(
    ({ edge, status }) =>
      status === 'pass' &&
      edge.from === node &&
      edge.target.kind === 'node-port' &&
      edge.target.address === '127.0.0.1' &&
      edge.target.port === port &&
      edge.target.protocol === protocol,
  );
  if (!inside) return undefined;
  return phrase(
    "security group or firewall: {host} itself answers on port {port}, and nothing comes through from outside. Open {protocol} {port} inbound for 0.0.0.0/0 in the server's security group; on the server: sudo ufw allow {both}, or sudo firewall-cmd --add-port={both}",
    { host: host.name, port, protocol: protocol.toUpperCase(), both: `${port}/${protocol}` },
  );
}
