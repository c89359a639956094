import type { TourChapter } from '../step';
import { bridge } from './bridge';
import { host } from './host';
import { link } from './link';
import { multiHost } from './multi-host';
import { namespaces } from './namespaces';
import { nodes } from './nodes';
import { none } from './none';
import { ports } from './ports';
import { userBridge } from './user-bridge';

/** The article as a walk, in its order. */
export const TOUR: readonly TourChapter[] = [
  nodes,
  namespaces,
  bridge,
  link,
  userBridge,
  ports,
  none,
  host,
  multiHost,
];
