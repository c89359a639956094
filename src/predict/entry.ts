import type { Bridge } from '../network/world';

/** Where a packet enters a node's stack: made there, from the nodes' network, or from a bridge. */
export type Entry = 'self' | 'lan' | Bridge;

export const isBridge = (entry: Entry): entry is Bridge => typeof entry !== 'string';
