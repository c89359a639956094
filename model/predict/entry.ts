import type { Net } from './world';

/** Where a packet enters a node's stack: made there, from the nodes' network, or from a bridge. */
export type Entry = 'self' | 'lan' | Net;

export const isBridge = (entry: Entry): entry is Net => typeof entry !== 'string';
