import { Argument, type Command } from 'commander';
import { LabError } from '../../platform/errors';
import { TOUR } from '../../tour/chapters';
import { chaptersFor } from '../../tour/choose';
import type { TourChapter } from '../../tour/step';
import { say } from '../../i18n/say';
import { createContext, runningNodes, type Context } from '../context';
import { ask } from '../tour/ask';
import { onLab } from '../tour/on-lab';
import { terminalScreen } from '../tour/screen';
import { transcript } from '../tour/transcript';
import { walk } from '../tour/walk';
import { helpEnd } from '../help';
import { phrase } from '../../text/text';

/** `lab tour`: the article as a walk on the running lab. */
export function register(command: Command): void {
  command
    .addArgument(
      new Argument('[chapter]', say('one of {chapters}', { chapters: TOUR.map(({ id }) => id) })),
    )
    .option('--all', say('run everything without asking; the transcript is Markdown'), false)
    .addHelpText(
      'after',
      helpEnd({
        examples: [
          ['./lab tour', phrase('step by step, from the first chapter')],
          ['./lab tour user-bridge', phrase('one chapter')],
          ['./lab tour --all >tour.md', phrase('a transcript')],
        ],
        notes: [
          phrase(
            'Without a terminal it is --all. Exit code 1 where the lab shows something else than declared.',
          ),
        ],
      }),
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
    throw new LabError(phrase('this lab has no tour'), {
      where: phrase('lab {lab}', { lab: lab.name }),
      why: phrase('the tour is a walk on the lab of the article'),
      next: phrase('LAB_TOPOLOGY=topologies/docker-networking.ts ./lab up, then ./lab tour'),
    });
  }
  if (wanted === undefined) return chapters;
  const found = chapters.filter(({ id }) => id === wanted);
  if (found.length > 0) return found;
  throw new LabError(phrase('unknown chapter {chapter}', { chapter: JSON.stringify(wanted) }), {
    where: phrase('lab {lab}', { lab: lab.name }),
    why: phrase('the tour has: {chapters}', { chapters: chapters.map(({ id }) => id) }),
    next: phrase('choose one of them'),
  });
}
