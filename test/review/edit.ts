import type { Lab } from '../../src/topology/lab';

/** One change of a lab; what is not possible leaves it as it is. */
export type Edit = (lab: Lab) => Lab;
