import type { Container, Service } from '../../lab';
import type { Difference } from './cause';
import { single } from './nodes';

type Run = Pick<Container | Service, 'name' | 'image' | 'command' | 'environment'>;

/** What a container, or each replica of a service, runs: of no consequence for the predictor. */
export function* inertDifferences(old: Run, now: Run): Generator<Difference> {
  for (const field of ['image', 'command', 'environment'] as const) {
    if (JSON.stringify(old[field]) === JSON.stringify(now[field])) continue;
    const what = field === 'image' ? `image ${old.image} -> ${now.image}` : `another ${field}`;
    yield single({ kind: 'inert', subjects: [], text: `${now.name}: ${what}`, tokens: [] });
  }
}
