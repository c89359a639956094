import { DEFAULT_BRIDGE, type Container, type Networking } from '../../lab';

const SHOWN = 5;

/** The first few names, and how many more there are. */
export const list = (items: readonly string[], shown = SHOWN): string =>
  items.length <= shown + 1
    ? items.join(', ')
    : `${items.slice(0, shown).join(', ')} and ${items.length - shown} more`;

/** The verb that goes with one item, or with several. */
export const verb = (items: readonly string[], one: string, several: string): string =>
  items.length === 1 ? one : several;

export const counted = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

export const networkName = (name: string, overlay = false): string =>
  name === DEFAULT_BRIDGE ? 'the default bridge' : overlay ? `overlay ${name}` : name;

/** `, with a and b`: the containers and services that are on a network; empty where none is. */
export function withMembers(containers: readonly Container[], network: string): string {
  const on = containers.filter(
    ({ networking }) =>
      networking.mode === 'bridge' &&
      networking.attachments.some((attachment) => attachment.network === network),
  );
  const names = new Set(on.map(({ name, service }) => service ?? name));
  return names.size === 0 ? '' : `, with ${list([...names])}`;
}

/** Where a container's interfaces come from, in a few words. */
export function networkingWords(networking: Networking): string {
  switch (networking.mode) {
    case 'bridge':
      return networking.attachments.map(({ network }) => networkName(network)).join(', ');
    case 'host':
      return 'network mode host';
    case 'none':
      return 'network mode none';
    case 'container':
      return `the network stack of ${networking.container}`;
  }
}

export const placeOf = ({ node, networking }: Container): string =>
  `${node} (${networkingWords(networking)})`;
