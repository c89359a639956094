import { isIP } from 'node:net';
import { LabError } from '../../platform/errors';
import { phrase } from '../../text/text';

/** Where the live view listens. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));

/**
 * The live view shows what is inside of a machine: others see it only where its owner says so.
 * @throws LabError for an address beyond loopback that was not allowed
 */
export function checkAddress({ host }: Address, exposed: boolean): void {
  if (isLoopback(host) || exposed) return;
  throw new LabError(
    phrase('{address} is not a loopback address', { address: JSON.stringify(host) }),
    {
      where: '--host',
      why: phrase('whoever reaches it sees the lab: addresses, images, output of probes'),
      next: phrase('leave --host out, or add --expose where that is meant'),
    },
  );
}

/**
 * Whether a request's `Host` header is one under which this server may be asked. A page of another site whose name
 * was made to resolve to this machine (DNS rebinding) still says that site's name here.
 */
export function allowsHost(header: string | undefined, { host, port }: Address, exposed: boolean) {
  const match = /^(?:\[(?<six>[^\]]+)\]|(?<name>[^:]+))(?::(?<port>\d+))?$/.exec(header ?? '');
  const { six, name = six ?? '', port: asked = '80' } = match?.groups ?? {};
  if (match === null || Number(asked) !== port) return false;
  if (name === host || isLoopback(name)) return true;
  // An address is nobody's name, so nobody can have made it resolve to this machine.
  return exposed && isIP(name) !== 0;
}
