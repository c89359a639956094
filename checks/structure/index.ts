import type { Lab } from '../../model/lab';
import type { Verdict } from '../result';
import type { States } from '../state';
import { attachments } from './attachments';
import { containers } from './containers';
import { hosts } from './hosts';
import { interfaces } from './interfaces';
import { members } from './members';
import { namespaces } from './namespaces';
import { networks } from './networks';
import { nodes } from './nodes';
import { overlays } from './overlays';
import { published } from './published';
import { services } from './services';
import { stacks } from './stacks';
import { swarm } from './swarm';

/** What is no edge: the lab's resources as they really are, beside what is declared. */
export const structure = (lab: Lab, states: States): Verdict[] =>
  [
    nodes,
    swarm,
    networks,
    overlays,
    services,
    containers,
    members,
    stacks,
    attachments,
    interfaces,
    hosts,
    published,
    namespaces,
  ].flatMap((check) => check(lab, states));
