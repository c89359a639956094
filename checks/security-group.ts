import type { Lab } from '../model/lab';
import { OUTSIDE } from '../model/edge';
import type { Verdict } from './result';

/**
 * What to open where a port of a further host answers on the host itself and not from outside; undefined for every
 * other edge.
 */
export function closedFromOutside(
  lab: Lab,
  edges: readonly Verdict[],
  edge: Verdict,
): string | undefined {
  const host = lab.nodes.find(({ name, apart }) => apart && name === edge.to);
  const [, port, protocol] = /\]:(\d+)\/(tcp|udp)$/.exec(edge.subject) ?? [];
  if (host === undefined || port === undefined || edge.from !== OUTSIDE) return undefined;
  if (!['timeout', 'unreachable', 'refused'].includes(edge.measured)) return undefined;
  const inside = `${host.name} -> ${host.name}[127.0.0.1]:${port}/${protocol}`;
  if (!edges.some(({ subject, status }) => subject === inside && status === 'pass')) {
    return undefined;
  }
  const name = (protocol ?? '').toUpperCase();
  return (
    `security group or firewall: ${host.name} itself answers on port ${port}, and nothing comes through from outside. ` +
    `Open ${name} ${port} inbound for 0.0.0.0/0 in the server's security group; on the server: ` +
    `sudo ufw allow ${port}/${protocol}, or sudo firewall-cmd --add-port=${port}/${protocol}`
  );
}
