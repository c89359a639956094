import type { Language } from '../i18n/languages';

/** A text in every language. */
type InEach = Readonly<Record<Language, string>>;

/**
 * One step of the tour: a command of the article on the running lab.
 *
 * Texts and words of commands may hold references that are filled in from the lab as it runs: see `references.ts`.
 */
export interface Step {
  /** What is to be seen, said before the command runs. */
  readonly see: InEach;
  /** Endpoint on which the command runs, as `lab exec` takes it. */
  readonly on: string;
  readonly command: readonly string[];
  /** What the output holds on a lab as declared; a text may hold references. */
  readonly shows: readonly (string | RegExp)[];
  /** What the output does not hold. */
  readonly lacks?: readonly (string | RegExp)[];
  /** The command is meant to fail; `perhaps` where tools of one name end differently. */
  readonly fails?: true | 'perhaps';
  /** What the output means. */
  readonly means: InEach;
}

/** A chapter of the tour; its title is the topology's. */
export interface TourChapter {
  /** Id of the chapter in the topology. */
  readonly id: string;
  readonly opening: InEach;
  readonly steps: readonly Step[];
}
