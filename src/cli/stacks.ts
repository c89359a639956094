/** The stacks, loaded when they are wanted: cdktf takes a while, and most verbs do without it. */
export const loadStacks = () => import('../../stacks/synthesise');
