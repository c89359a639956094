import { createRequire } from 'node:module';
import type * as Stacks from '../stacks/synthesise';

const require = createRequire(__filename);

/** The stacks, loaded when they are wanted: cdktf takes a while, and most verbs do without it. */
export const loadStacks = () => require('../stacks/synthesise') as typeof Stacks;
