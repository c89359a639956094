import { say } from '../../i18n/say';
import type { Matrix } from './cells';

/** What the marks of a cell mean. */
export const legend = (shows: 'measured' | 'predicted' = 'measured'): string =>
  shows === 'predicted'
    ? say(
        'Three marks a cell: by address, by name, at its ports. + reached, ~ at some of them, - not, ? not known, . nothing to ask; (blank) no edge',
      )
    : say(
        'Three marks a cell: by address, by name, at its ports. + reached, ~ at some of them, - not, ! not as predicted, ? not measured, . nothing to ask; (blank) no edge',
      );

/** Who answers at ports of nodes, and where: that is counted as theirs. */
export const placeLines = ({ places }: Matrix): string[] =>
  [...places].map(([name, at]) =>
    say('{name} answers at {places}', { name, places: [...at].sort().join(', ') }),
  );
