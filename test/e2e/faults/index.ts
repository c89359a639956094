import { attachments } from './attachments';
import { containers } from './containers';
import { engineRules } from './engine-rules';
import type { Fault } from './fault';
import { firewall } from './firewall';
import { insides } from './insides';
import { namespaces } from './namespaces';
import { nodes } from './nodes';
import { overlays } from './overlays';
import { policies } from './policies';
import { programs } from './programs';

export const FAULTS: readonly Fault[] = [
  ...attachments,
  ...engineRules,
  ...policies,
  ...programs,
  ...containers,
  ...insides,
  ...namespaces,
  ...nodes,
  ...firewall,
  ...overlays,
];
