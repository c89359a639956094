import { isEdge, type Verdict } from '../result';
import { replace } from '../structure/repair';
import { difference, type FindCauses } from './cause';
import { askedOf } from './stack';
import { phrase } from '../../text/text';

const showsAnother = (verdict: Verdict): boolean =>
  isEdge(verdict) && verdict.found?.kind === 'other-page';

/** Containers that answer with something else than they are declared to. */
export const pages: FindCauses = ({ lab }, unexplained) => {
  const names = unexplained
    .filter(showsAnother)
    .flatMap((edge) => askedOf(lab, edge)?.container.name ?? []);
  return [...new Set(names)].map((name) => ({
    explains: (edge) => showsAnother(edge) && askedOf(lab, edge)?.container.name === name,
    verdict: difference(lab, {
      to: name,
      statement: { kind: 'page', container: name },
      wanted: [{ fact: 'own-page' }],
      found: [{ fact: 'another-page' }],
      mending: replace(lab, phrase('{name} answers with another page', { name }), name),
    }),
  }));
};
