import type { Seen } from './judge';
import type { PlacedStep } from './place';
import { say } from '../i18n/say';

/** A step and what its command said, as Markdown. */
export function stepMarkdown({ see, means }: PlacedStep, typed: string, seen: Seen): string {
  return [see, '', fenced(`$ ${typed}\n${outputOf(seen)}`), '', means].join('\n');
}

/** What a command said, and how it ended where that is not plain. */
export function outputOf({ output, exitCode, problem }: Seen): string {
  if (exitCode === undefined) return say('(it did not run: {why})', { why: problem ?? '' });
  const said = output === '' ? say('(no output)') : output;
  return exitCode === 0
    ? said
    : `${said}\n${say('(ended with exit code {code})', { code: exitCode })}`;
}

/** A fence longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}console\n${text}\n${fence}`;
}
