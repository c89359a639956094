import type { Rule } from '../problems';
import { aliases } from './aliases';
import { askedNames } from './asked-names';
import { attachments } from './attachments';
import { capacity } from './capacity';
import { chosenSubnets } from './chosen-subnets';
import { claims } from './claims';
import type { Draft } from './draft';
import { engineOptions } from './engine-options';
import { hosts } from './hosts';
import { links } from './links';
import { listeners } from './listeners';
import { modes } from './modes';
import { names } from './names';
import { namespacePairs } from './namespace-pairs';
import { networkOptions } from './network-options';
import { nodePorts } from './node-ports';
import { overlays } from './overlays';
import { pools } from './pools';
import { references } from './references';
import { services } from './services';
import { subnets } from './subnets';
import { words } from './words';

/** All rules, in the order in which their findings are shown: causes before what follows from them. */
export const RULES: readonly Rule<Draft>[] = [
  names,
  askedNames,
  references,
  hosts,
  engineOptions,
  overlays,
  services,
  subnets,
  networkOptions,
  pools,
  chosenSubnets,
  modes,
  attachments,
  aliases,
  links,
  nodePorts,
  listeners,
  namespacePairs,
  claims,
  words,
  capacity,
];
