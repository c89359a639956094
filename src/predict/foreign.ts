import type { Outcome } from '../topology/edge';
import { isBridge, type Entry } from './entry';
import { dropped, passed } from './hops';
import type { Probe } from './probe';
import type { Trace } from './trace';
import type { Bridge, Host } from '../network/world';

/**
 * What the rules in DOCKER-USER make of a packet that the node passes on; undefined where they leave it to the engine's.
 *
 * @param probe As it is after translation
 */
export function ofDockerUser(
  host: Host,
  entry: 'lan' | Bridge,
  out: 'lan' | Bridge,
  { protocol, port }: Probe,
  trace: Trace,
): Outcome | 'accept' | undefined {
  const { dockerUser = [] } = host.foreign;
  const rule = dockerUser.find(
    (one) =>
      (one.from === undefined || one.from === nameOf(entry)) &&
      (one.to === undefined || one.to === nameOf(out)) &&
      (one.port === undefined || one.port === port) &&
      (one.protocol === undefined || one.protocol === protocol),
  );
  if (rule === undefined) return undefined;
  const { action } = rule;
  const stops = action === 'drop' || action === 'reject';
  trace?.step(
    { rule: 'foreign-firewall', case: 'docker-user', node: host.id, action, protocol, port },
    stops ? dropped(host, 'foreign-firewall') : passed(host, 'foreign-firewall'),
  );
  if (action === 'accept') return 'accept';
  if (!stops) return undefined;
  if (action === 'drop') return 'timeout';
  // REJECT says "port unreachable", which is a refusal to who asks for a port.
  return protocol === 'icmp' ? 'unreachable' : 'refused';
}

const nameOf = (side: 'lan' | Bridge): string => (side === 'lan' ? side : side.name);

/** What is open where nothing else is said. */
const SSH = ['22/tcp'];

/** What a firewall of the node makes of a packet for the node itself; undefined where it lets it pass. */
export function ofInput(
  host: Host,
  entry: Entry,
  { protocol, port }: Probe,
  trace: Trace,
): Outcome | undefined {
  const { manager, allow = SSH } = host.foreign;
  if (manager === undefined || entry === 'self' || protocol === 'icmp') return undefined;
  // An engine gives its bridges to a zone of firewalld that takes everything.
  if (isBridge(entry) && manager === 'firewalld') return undefined;
  if (isAllowed(allow, { protocol, port })) return undefined;
  trace?.step(
    { rule: 'foreign-firewall', case: 'input', node: host.id, manager, protocol, port },
    dropped(host, 'foreign-firewall'),
  );
  return manager === 'ufw' ? 'timeout' : 'unreachable';
}

const isAllowed = (
  allow: readonly string[],
  { protocol, port }: { readonly protocol: string; readonly port: number },
): boolean => allow.includes(`${port}/${protocol}`) || allow.includes(`${port}`);

/** Tells that a published port does not come by a firewall that has it closed. */
export function tellBypass(
  host: Host,
  entry: Entry,
  { protocol, port }: Probe,
  trace: Trace,
): void {
  const { manager, allow = SSH } = host.foreign;
  if (trace === undefined || manager === undefined || entry !== 'lan') return;
  if (isAllowed(allow, { protocol, port })) return;
  trace.step(
    { rule: 'foreign-firewall', case: 'bypassed', node: host.id, manager, protocol, port },
    passed(host, 'foreign-firewall'),
  );
}

/** Whether the engine lets packets pass that have the mark which somebody sets on what comes in. */
export function acceptsMark({ options, foreign }: Host): boolean {
  const { bridgeAcceptFwmark: accepted } = options;
  if (accepted === undefined || foreign.mark === undefined) return false;
  const [value = 0, mask = 0xff_ff_ff_ff] = accepted.split('/').map(Number);
  return (foreign.mark & mask) >>> 0 === (value & mask) >>> 0;
}
