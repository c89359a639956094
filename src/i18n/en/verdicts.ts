import type { Outcome, Target } from '../../topology/edge';
import type { Absence, Found } from '../../edges/found';

const outcomes: Readonly<Record<Outcome, string>> = {
  reachable: 'reachable',
  refused: 'refused',
  timeout: 'timeout',
  unreachable: 'unreachable',
  unresolved: 'unresolved',
  arrives: 'arrives',
  unknown: 'unknown',
};

/** What an edge is expected and found to be; each begins with its outcome, if it has one. */
export const verdicts = {
  outcome: (outcome: Outcome): string => outcomes[outcome],
  expected: (outcome: Outcome, target: Target): string => {
    if (outcome !== 'reachable') return outcomes[outcome];
    if (target.kind === 'outside') return `${outcomes.reachable}, seen as ${target.seenAs}`;
    return 'page' in target && target.page !== undefined
      ? `${outcomes.reachable}, with the page ${JSON.stringify(target.page)}`
      : outcomes.reachable;
  },
  found: (found: Found): string => {
    switch (found.kind) {
      case 'outcome':
        return outcomes[found.outcome];
      case 'seen-as':
        return `${outcomes.reachable}, seen as ${found.address}`;
      case 'other-page':
        return `${outcomes.reachable}, but with another page`;
      case 'other-address':
        return `${outcomes[found.outcome]}, but as ${found.address}, which is not ${found.endpoint}`;
      case 'elsewhere':
        return `${outcomes.unresolved} (elsewhere it is ${found.address})`;
      case 'absent':
        return absence(found.what);
    }
  },
};

function absence(what: Absence): string {
  switch (what.kind) {
    case 'container':
      return `${what.endpoint} is not running`;
    case 'namespace':
      return `${what.endpoint} does not exist`;
    case 'address': {
      const family = { IPv4: '', IPv6: 'IPv6 ', virtual: 'virtual ' }[what.family];
      const on = what.network === undefined ? '' : ` on ${what.network}`;
      return `${what.endpoint} has no ${family}address${on}`;
    }
    case 'gateway': {
      const on = what.node === undefined ? '' : ` on ${what.node}`;
      return `no ${what.family === 'IPv6' ? 'IPv6 ' : ''}gateway of ${what.network}${on}`;
    }
  }
}
