import type { KitContext } from './context';
import type { Text } from '../text/text';

type PrerequisiteKind =
  | 'node'
  | 'sources'
  | 'engine'
  | 'control-groups'
  | 'kernel'
  | 'echoes'
  | 'terraform'
  | 'go'
  | 'provider'
  | 'node-image'
  | 'image'
  | 'disk-space'
  | 'subnet'
  /** What a backend asks of its hosts. */
  | 'host';

/** One prerequisite as it is now. */
export interface Prerequisite {
  readonly kind: PrerequisiteKind;
  readonly name: Text;
  readonly ok: boolean;
  /** What was found, in one line. */
  readonly found: Text;
  /** What mends it; absent where it is ok. `./lab up` where the lab makes it by itself. */
  readonly remedy?: Text;
  /** True where it is not ok and `./lab up` sees to it by itself. */
  readonly byUp?: boolean;
}

export type CheckContext = Pick<KitContext, 'config' | 'run'>;
