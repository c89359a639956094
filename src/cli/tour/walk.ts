import type { PlacedStep } from '../../tour/place';
import type { TourChapter } from '../../tour/step';
import { describeError, LabError } from '../../platform/errors';
import { say } from '../../i18n/say';
import { parseAnswer, type Answer } from './answer';
import type { Tourist } from './tourist';

type Way = 'on' | 'chapter' | 'quit';

/** Walks a person through the chapters; they go on, skip, repeat, leave, or try commands of their own. */
export async function walk(chapters: readonly TourChapter[], tourist: Tourist): Promise<void> {
  tourist.screen.remark(say('At every step: Enter goes on, ? shows what else there is, q leaves.'));
  for (const [index, chapter] of chapters.entries()) {
    tourist.screen.chapter(chapter, index + 1, chapters.length);
    if ((await steps(chapter, tourist)) === 'quit') return;
  }
  tourist.screen.remark(
    say(
      'That was the tour. `./lab check` measures all of it; `./lab explain test4 test3` tells why.',
    ),
  );
}

async function steps(chapter: TourChapter, tourist: Tourist): Promise<Way> {
  for (const step of chapter.steps) {
    const placed = await tourist.place(step);
    tourist.screen.before(placed);
    const way = await one(placed, tourist);
    if (way !== 'on') return way;
  }
  return 'on';
}

/** Before the command and after it a person decides. */
async function one(step: PlacedStep, tourist: Tourist): Promise<Way> {
  const before = await decide(
    step,
    tourist,
    ['on', 'skip', 'chapter', 'quit'],
    say('Enter runs it, s skips it, ? help'),
  );
  if (before === 'skip') return 'on';
  if (before === 'chapter' || before === 'quit') return before;
  for (;;) {
    tourist.screen.after(step, await tourist.run(step));
    const after = await decide(
      step,
      tourist,
      ['on', 'repeat', 'chapter', 'quit'],
      say('Enter goes on, r repeats, ? help'),
    );
    if (after === 'on' || after === 'chapter' || after === 'quit') return after;
  }
}

type Decision = Exclude<Answer['kind'], 'own' | 'unknown' | 'help'>;

async function decide(
  step: PlacedStep,
  tourist: Tourist,
  possible: readonly Decision[],
  prompt: string,
): Promise<Decision> {
  for (;;) {
    const answer = parseAnswer(await tourist.ask(prompt));
    if (answer.kind === 'own') await own(answer.endpoint ?? step.on, answer.command, tourist);
    else if (answer.kind === 'help') tourist.screen.remark(help(step.on));
    else if (answer.kind !== 'unknown' && possible.includes(answer.kind)) return answer.kind;
    else {
      const typed = answer.kind === 'unknown' ? answer.text : answer.kind[0]!;
      tourist.screen.remark(
        say('There is no {answer} here; ? shows what there is.', { answer: typed }),
      );
    }
  }
}

/** What can be answered. */
const help = (endpoint: string): string =>
  [
    say('Enter  run the command, or go on'),
    say('s      skip the command'),
    say('r      repeat the command'),
    say('c      the next chapter'),
    say('q      leave'),
    say('! CMD  a command of your own on {endpoint}', { endpoint }),
    say('! ENDPOINT -- CMD  the same on a container, a node, netns:NAME or outside'),
  ]
    .map((line) => `  ${line}`)
    .join('\n');

/** A mistyped endpoint ends no tour. */
async function own(endpoint: string, command: string, tourist: Tourist): Promise<void> {
  try {
    await tourist.own(endpoint, command);
  } catch (error) {
    if (!(error instanceof LabError)) throw error;
    tourist.screen.remark(describeError(error));
  }
}
