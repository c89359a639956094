interface Binding {
  readonly ip: string;
  readonly published: number;
  readonly target: number;
  readonly protocol: string;
}

const SHOWN = 2;

/** One published port, short: all addresses and tcp go without saying. */
export const portLabel = ({ ip, published, target, protocol }: Binding): string =>
  `${ip === '0.0.0.0' ? '' : `${ip}:`}${published} → ${target}${protocol === 'tcp' ? '' : `/${protocol}`}`;

/** All of a container in one short line. */
export function portsLabel(ports: readonly Binding[]): string {
  const more = ports.length - SHOWN;
  const shown = ports.slice(0, SHOWN).map(portLabel).join(', ');
  return more > 0 ? `${shown} +${more}` : shown;
}
