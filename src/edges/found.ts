import type { EndpointId, Outcome } from '../topology/edge';
import type { Family } from '../network/asked';

/** What was found where an edge was asked for. `outcome`: what it comes to; none where there was nobody to ask. */
export type Found =
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  /** Outside saw the sender under this address. */
  | { readonly kind: 'seen-as'; readonly outcome: 'reachable'; readonly address: string }
  /** It answers, but with something else than its page. */
  | { readonly kind: 'other-page'; readonly outcome: 'reachable' }
  /** The name has an address that is not its endpoint's. */
  | {
      readonly kind: 'other-address';
      readonly outcome: Outcome;
      readonly address: string;
      readonly endpoint: EndpointId;
    }
  /** No name of the lab's: a resolver outside of it gives it this address. */
  | { readonly kind: 'elsewhere'; readonly outcome: 'unresolved'; readonly address: string }
  | { readonly kind: 'absent'; readonly outcome: undefined; readonly what: Absence };

/** What is not there to send, or to be asked. */
export type Absence =
  | { readonly kind: 'container' | 'namespace'; readonly endpoint: EndpointId }
  | {
      readonly kind: 'address';
      readonly family: Family | 'virtual';
      readonly endpoint: EndpointId;
      readonly network: string | undefined;
    }
  | {
      readonly kind: 'gateway';
      readonly family: Family;
      readonly network: string;
      /** Undefined: of the sender's own. */
      readonly node: string | undefined;
    };

/** True for an answer: a refusal is one. */
export const isAnswer = (outcome: Outcome | undefined): boolean =>
  outcome === 'reachable' || outcome === 'refused';
