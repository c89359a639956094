import type { Container, Service } from '../../topology/lab';
import type { Difference } from './cause';
import { single } from './nodes';
import { phrase } from '../../text/text';

type Run = Pick<Container | Service, 'name' | 'image' | 'command' | 'environment'>;

/** What a container, or each replica of a service, runs: of no consequence for the predictor. */
export function* inertDifferences(old: Run, now: Run): Generator<Difference> {
  for (const field of ['image', 'command', 'environment'] as const) {
    if (JSON.stringify(old[field]) === JSON.stringify(now[field])) continue;
    const { name } = now;
    const text =
      field === 'image'
        ? phrase('{name}: image {old} -> {now}', { name, old: old.image, now: now.image })
        : phrase(field === 'command' ? '{name}: another command' : '{name}: another environment', {
            name,
          });
    yield single({ kind: 'inert', subjects: [], text, tokens: [] });
  }
}
