import { readClaim } from '../claims';
import { quote, type Finding } from '../problems';
import type { Draft } from './draft';
import { phrase } from '../../text/text';

/** Claims that cannot be read; whom they name is looked up when they are proved. */
export function* claims({ claims: all }: Draft): Iterable<Finding> {
  for (const { value, path } of all) {
    const read = readClaim(value);
    if (read.ok) continue;
    yield {
      path,
      message: phrase('{value} is no claim', { value: quote(value) }),
      why: read.why,
      next: phrase(
        'write one such as "never: outside -> db" or "always: web -> db:5432" (docs/claims.md)',
      ),
    };
  }
}
