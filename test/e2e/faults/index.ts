import { attachments } from './attachments';
import { containers } from './containers';
import type { Fault } from './fault';
import { firewall } from './firewall';
import { insides } from './insides';
import { namespaces } from './namespaces';
import { nodes } from './nodes';
import { overlays } from './overlays';

export const FAULTS: readonly Fault[] = [
  ...attachments,
  ...containers,
  ...insides,
  ...namespaces,
  ...nodes,
  ...firewall,
  ...overlays,
];
