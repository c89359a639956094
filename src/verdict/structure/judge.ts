import { isDeepStrictEqual } from 'node:util';
import type { Statement } from '../../edges/statement';
import type { StatedValue } from '../../edges/statement-value';
import type { EndpointId } from '../../topology/edge';
import type { Mend } from '../mend';
import type { StructureVerdict } from '../result';
import type { Text } from '../../text/text';

/** One statement about what is on a node, beside what was found there. */
export interface Judged {
  readonly chapter: string;
  readonly statement: Statement;
  readonly wanted: StatedValue;
  readonly found: StatedValue;
  /** Default: `found` is `wanted`. */
  readonly holds?: boolean;
  /** The endpoint that it is about. */
  readonly to?: EndpointId;
  readonly network?: string;
  readonly command?: string;
  /** What to do where it does not hold. */
  readonly hint?: Text;
  /** What mends it where it does not hold. */
  readonly mend?: Mend;
}

export function judge({ holds, hint, mend, ...rest }: Judged): StructureVerdict {
  const pass = holds ?? isDeepStrictEqual(rest.wanted, rest.found);
  return {
    ...rest,
    status: pass ? 'pass' : 'fail',
    kind: 'structure',
    detail: '',
    ...(pass || hint === undefined ? {} : { hint }),
    ...(pass || mend === undefined ? {} : { mend }),
  };
}
