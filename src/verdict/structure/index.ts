import type { Placed } from '../../observe/place';
import type { StructureVerdict } from '../result';
import { attachments } from './attachments';
import { bridges } from './bridges';
import { containers } from './containers';
import { engineRules } from './engine-rules';
import { hosts } from './hosts';
import { interfaces } from './interfaces';
import { members } from './members';
import { namespaces } from './namespaces';
import { networks } from './networks';
import { nodes } from './nodes';
import { overlays } from './overlays';
import { published } from './published';
import { resolvers } from './resolvers';
import { services } from './services';
import { stacks } from './stacks';
import { swarm } from './swarm';

/** What is no edge: the lab's resources as they really are, beside what is declared. */
export const structure = ({ lab, states }: Placed): StructureVerdict[] =>
  [
    nodes,
    swarm,
    networks,
    overlays,
    services,
    bridges,
    containers,
    members,
    stacks,
    attachments,
    interfaces,
    hosts,
    resolvers,
    published,
    engineRules,
    namespaces,
  ].flatMap((check) => check(lab, states));
