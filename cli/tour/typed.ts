import { OUTSIDE } from '../../model/edge';
import type { Lab } from '../../model/lab';
import type { PlacedStep } from '../../tour/place';
import { shellQuote } from '../../system/shell';
import type { TourChapter } from '../../tour/step';
import { sayIfKnown } from '../../words/say';

/** The command as a person types it on the machine that runs the lab. */
export const typed = ({ on, command }: Pick<PlacedStep, 'on' | 'command'>): string =>
  shellQuote(on === OUTSIDE ? command : ['./lab', 'exec', on, '--', ...command]);

/** The topology's title for a chapter of the tour. */
export const chapterTitle = ({ id }: TourChapter, lab: Lab): string =>
  sayIfKnown(lab.chapters.find((chapter) => chapter.id === id)?.title ?? id);
