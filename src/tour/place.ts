import type { Lab } from '../topology/lab';
import type { Language } from '../i18n/languages';
import { fill, type Ground } from './references';
import type { Step, TourChapter } from './step';

/** A step on a lab that runs, in one language: nothing is left to fill in. */
export interface PlacedStep {
  readonly see: string;
  readonly on: string;
  readonly command: readonly string[];
  readonly shows: readonly RegExp[];
  readonly lacks: readonly RegExp[];
  readonly fails: boolean | 'perhaps';
  readonly means: string;
}

/** @throws MissingReference where the lab has no such thing, or it does not run */
export function place(step: Step, ground: Ground, language: Language): PlacedStep {
  const here = (text: string): string => fill(text, ground);
  const pattern = (one: string | RegExp): RegExp =>
    typeof one === 'string'
      ? new RegExp(escape(here(one)))
      : new RegExp(fill(one.source, ground, escape), one.flags);
  return {
    see: here(step.see[language]),
    on: here(step.on),
    command: step.command.map(here),
    shows: step.shows.map(pattern),
    lacks: (step.lacks ?? []).map(pattern),
    fails: step.fails ?? false,
    means: here(step.means[language]),
  };
}

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The opening of a chapter; it speaks only of what the topology declares. */
export const openingOf = ({ opening }: TourChapter, lab: Lab, language: Language): string =>
  fill(opening[language], { lab, facts: { nodes: {}, addresses: {} } });
