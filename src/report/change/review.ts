import type { ReachabilityChange } from '../../review/change';
import type { Text, Told } from '../../text/text';

/** What a reviewer is shown of a change. */
export interface Review {
  /** What the topology is compared with, in words: `main (1f2e3d4)`. */
  readonly against: Told;
  readonly plan: Plan;
  readonly change: ReachabilityChange;
}

/** Terraform's plan in short, or why there is none. */
export type Plan =
  | {
      readonly kind: 'made';
      readonly add: number;
      readonly change: number;
      readonly destroy: number;
      readonly resources: readonly PlannedResource[];
    }
  /** `failed`: there should be one. */
  | { readonly kind: 'none' | 'failed'; readonly why: Text };

export interface PlannedResource {
  /** Terraform's own word: `create`, `update`, `replace`, `delete`. */
  readonly action: string;
  /** Such as `docker_container.test4`. */
  readonly address: string;
}
