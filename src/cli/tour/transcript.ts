import type { Lab } from '../../topology/lab';
import { asDeclared } from '../../tour/judge';
import { stepMarkdown } from '../../tour/markdown';
import { openingOf } from '../../tour/place';
import type { TourChapter } from '../../tour/step';
import { language, say } from '../../i18n/say';
import type { Tourist } from './tourist';
import { chapterTitle, typed } from './typed';

export interface Transcript {
  /** Steps whose command said something else than on a lab as declared. */
  readonly differing: number;
  /** Steps whose command could not be run. */
  readonly unseen: number;
}

/** Runs every step and prints the tour as Markdown, as it goes. */
export async function transcript(
  lab: Lab,
  chapters: readonly TourChapter[],
  { place, run }: Pick<Tourist, 'place' | 'run'>,
  print: (text: string) => void,
): Promise<Transcript> {
  let differing = 0;
  let unseen = 0;
  print(`# ${say('A tour of Docker networking')}\n`);
  print(
    say('Every command ran on the lab {lab}; what is shown is what it said.', { lab: lab.name }),
  );
  for (const chapter of chapters) {
    print(`\n## ${chapterTitle(chapter, lab)}\n\n${openingOf(chapter, lab, language())}`);
    for (const step of chapter.steps) {
      const placed = await place(step);
      const seen = await run(placed);
      print(`\n${stepMarkdown(placed, typed(placed), seen)}`);
      if (asDeclared(placed, seen)) continue;
      if (seen.exitCode === undefined) unseen += 1;
      else differing += 1;
      const warning = say(
        'This is not what the lab as declared would show. ./lab check says what differs.',
      );
      print(`\n**${warning}**`);
    }
  }
  return { differing, unseen };
}
