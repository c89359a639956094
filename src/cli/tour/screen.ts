import { createColors } from 'picocolors';
import type { Lab } from '../../topology/lab';
import { columns } from '../../report/columns';
import { wrap } from '../../report/wrap';
import { asDeclared } from '../../tour/judge';
import { outputOf } from '../../tour/markdown';
import { openingOf } from '../../tour/place';
import { language, say } from '../../i18n/say';
import type { Io } from '../io';
import type { Screen } from './tourist';
import { chapterTitle, typed } from './typed';

/** Lines longer than this are hard to read. */
const READABLE = 100;

/** The tour on a terminal. */
export function terminalScreen(
  { print, color, width }: Pick<Io, 'print' | 'color' | 'width'>,
  lab: Lab,
): Screen {
  const { bold, cyan, dim, yellow } = createColors(color);
  const line = Math.min(READABLE, Math.max(40, width));
  const text = (words: string): void => print(wrap(words, line, ''));
  return {
    chapter(chapter, number, count) {
      const title = chapterTitle(chapter, lab);
      const head = say('Chapter {number} of {count}: {title}', { number, count, title });
      print('');
      print(bold(head));
      print(dim('-'.repeat(Math.min(line, columns(head)))));
      text(openingOf(chapter, lab, language()));
    },
    before(step) {
      print('');
      text(step.see);
      print('');
      print(cyan(`$ ${typed(step)}`));
    },
    after(step, seen) {
      print(outputOf(seen));
      print('');
      text(step.means);
      if (asDeclared(step, seen)) return;
      text(
        yellow(
          say('This is not what the lab as declared would show. ./lab check says what differs.'),
        ),
      );
    },
    remark: (words) => print(words),
  };
}
