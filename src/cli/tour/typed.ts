import { OUTSIDE } from '../../topology/edge';
import type { Lab } from '../../topology/lab';
import type { PlacedStep } from '../../tour/place';
import { shellQuote } from '../../platform/shell';
import type { TourChapter } from '../../tour/step';
import { sayIfKnown } from '../../i18n/say';

/** The command as a person types it on the machine that runs the lab. */
export const typed = ({ on, command }: Pick<PlacedStep, 'on' | 'command'>): string =>
  shellQuote(on === OUTSIDE ? command : ['./lab', 'exec', on, '--', ...command]);

/** The topology's title for a chapter of the tour. */
export const chapterTitle = ({ id }: TourChapter, lab: Lab): string =>
  sayIfKnown(lab.chapters.find((chapter) => chapter.id === id)?.title ?? id);
