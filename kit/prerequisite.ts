import type { KitContext } from './context';

/** One prerequisite as it is now. */
export interface Prerequisite {
  /** Such as `engine`, `terraform`, `provider`. */
  readonly name: string;
  readonly ok: boolean;
  /** What was found, in one line. */
  readonly found: string;
  /** What mends it; empty where it is ok. `./lab up` where the lab makes it by itself. */
  readonly remedy: string;
  /** True where it is not ok and `./lab up` sees to it by itself. */
  readonly byUp?: boolean;
}

export type CheckContext = Pick<KitContext, 'config' | 'run'>;
