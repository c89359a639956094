import type { EndpointId, Family } from '../topology/edge';

export type { Family };

/** An address that is asked for, by whose it is. */
export interface Asked {
  readonly family: Family;
  readonly endpoint: EndpointId;
  /** Where the endpoint has the address, if it is on networks. */
  readonly network: string | undefined;
  /** Undefined where only the engine knows it. */
  readonly address: string | undefined;
}
