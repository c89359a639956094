import type { Listener, Protocol } from '../topology/lab';
import { portKey } from './world';

export interface PortTarget {
  readonly port: number;
  readonly protocol: Protocol;
  readonly page?: string;
}

/** telnet's: where nothing listens there, the answer is a plain refusal. */
const CLOSED = 23;

/** The listeners' ports, then further ones that are not among them, then the first tcp port from 23 on that is free. */
export function portTargets(
  listeners: readonly Listener[],
  further: readonly PortTarget[] = [],
): readonly PortTarget[] {
  const ports = new Map<number, PortTarget>();
  for (const one of [...listeners, ...further]) {
    const key = portKey(one.protocol, one.port);
    if (!ports.has(key)) ports.set(key, one);
  }
  let closed = CLOSED;
  while (ports.has(portKey('tcp', closed))) closed += 1;
  return [...ports.values(), { port: closed, protocol: 'tcp' }];
}
