import { phrase, type Text, type Value } from '../../text/text';
import { DEFAULT_BRIDGE, type Container, type Networking } from '../../topology/lab';

const SHOWN = 5;

/** The first few names, and how many more there are. */
export const list = (items: readonly Value[], shown = SHOWN): Value =>
  items.length <= shown + 1
    ? items
    : phrase('{names} and {n} more', { names: items.slice(0, shown), n: items.length - shown });

/** Whether a sentence is of one item: its verb and nouns go with it. */
export const isOne = (items: readonly Value[]): boolean => items.length === 1;

export const networkName = (name: string): Value =>
  name === DEFAULT_BRIDGE ? phrase('the default bridge') : name;

/** The containers and services that are on a network. */
export function membersOf(containers: readonly Container[], network: string): string[] {
  const on = containers.filter(
    ({ networking }) =>
      networking.mode === 'bridge' &&
      networking.attachments.some((attachment) => attachment.network === network),
  );
  return [...new Set(on.map(({ name, service }) => service ?? name))];
}

/** Where a container's interfaces come from, in a few words. */
export function networkingWords(networking: Networking): Value {
  switch (networking.mode) {
    case 'bridge':
      return networking.attachments.map(({ network }) => networkName(network));
    case 'host':
      return phrase('network mode host');
    case 'none':
      return phrase('network mode none');
    case 'container':
      return phrase('the network stack of {name}', { name: networking.container });
  }
}

export const placeOf = ({ node, networking }: Container): Text =>
  phrase('{node} ({networks})', { node, networks: networkingWords(networking) });

/** What is told together by a value. */
export const keyOf = (...values: readonly Value[]): string => JSON.stringify(values);
