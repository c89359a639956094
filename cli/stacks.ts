import { createRequire } from 'node:module';
import type * as Stacks from '../stacks/synthesise';

const load = createRequire(__filename);

/** The stacks, loaded when they are wanted: cdktf takes a while, and most verbs do without it. */
export const loadStacks = () => load('../stacks/synthesise') as typeof Stacks;
