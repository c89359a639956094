import { replace } from '../structure/repair';
import { difference, type FindCauses } from './cause';
import { askedOf } from './stack';

const OTHER = 'reachable, but with another page';

/** Containers that answer with something else than they are declared to. */
export const pages: FindCauses = ({ lab }, unexplained) => {
  const names = unexplained
    .filter(({ measured }) => measured === OTHER)
    .flatMap((edge) => askedOf(lab, edge)?.container.name ?? []);
  return [...new Set(names)].map((name) => ({
    explains: (edge) => edge.measured === OTHER && askedOf(lab, edge)?.container.name === name,
    verdict: difference(lab, {
      to: name,
      subject: `${name} shows its page`,
      expected: 'its page',
      measured: 'another page',
      mending: replace(lab, `${name} answers with another page`, name),
    }),
  }));
};
