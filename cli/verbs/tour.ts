import { Argument, type Command } from 'commander';
import { LabError } from '../../system/errors';
import { TOUR } from '../../tour/chapters';
import { chaptersFor } from '../../tour/choose';
import type { TourChapter } from '../../tour/step';
import { say } from '../../words/say';
import { createContext, runningNodes, type Context } from '../context';
import { ask } from '../tour/ask';
import { onLab } from '../tour/on-lab';
import { terminalScreen } from '../tour/screen';
import { transcript } from '../tour/transcript';
import { walk } from '../tour/walk';

/** `lab tour`: the article as a walk on the running lab. */
export function register(command: Command): void {
  command
    .addArgument(new Argument('[chapter]', `one of ${TOUR.map(({ id }) => id).join(', ')}`))
    .option('--all', 'run everything without asking; the transcript is Markdown', false)
    .addHelpText(
      'after',
      `
Examples:
  ./lab tour                   step by step, from the first chapter
  ./lab tour user-bridge       one chapter
  ./lab tour --all >tour.md    a transcript
Without a terminal it is --all. Exit code 1 where the lab shows something else than declared.`,
    )
    .action(async (chapter: string | undefined, { all }: { all: boolean }) => {
      const context = await createContext();
      const chapters = choose(context, chapter);
      const tourist = onLab(context, await runningNodes(context));
      const { lab, io } = context;
      if (all || process.stdin.isTTY !== true || process.stdout.isTTY !== true) {
        const { differing, unseen } = await transcript(lab, chapters, tourist, io.print);
        process.exitCode = differing > 0 ? 1 : unseen > 0 ? 3 : 0;
        return;
      }
      const prompt = (text: string): Promise<string | undefined> => ask(`[${text}] > `);
      await walk(chapters, { ...tourist, ask: prompt, screen: terminalScreen(io, lab) });
    });
}

/** @throws LabError where the lab is not the article's, or has no such chapter */
function choose({ lab }: Context, wanted: string | undefined): readonly TourChapter[] {
  const chapters = chaptersFor(lab);
  if (chapters.length === 0) {
    throw new LabError(say('this lab has no tour'), {
      where: say('lab {lab}', { lab: lab.name }),
      why: say('the tour is a walk on the lab of the article'),
      next: say('LAB_TOPOLOGY=topologies/docker-networking.ts ./lab up, then ./lab tour'),
    });
  }
  if (wanted === undefined) return chapters;
  const found = chapters.filter(({ id }) => id === wanted);
  if (found.length > 0) return found;
  throw new LabError(say('unknown chapter {chapter}', { chapter: JSON.stringify(wanted) }), {
    where: say('lab {lab}', { lab: lab.name }),
    why: say('the tour has: {chapters}', { chapters: chapters.map(({ id }) => id).join(', ') }),
    next: say('choose one of them'),
  });
}
