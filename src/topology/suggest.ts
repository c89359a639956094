import { type Text, phrase } from '../text/text';

/** Words that are listed. */
const MOST = 12;

/** `did you mean "X"?` where a known word is near enough, otherwise the known words. */
export function suggest(word: string, known: Iterable<string>): Text {
  const words = [...new Set(known)];
  const near = nearest(word, words);
  if (near !== undefined) return phrase('did you mean {word}?', { word: `"${near}"` });
  if (words.length === 0) return phrase('there is none');
  const shown = [...words.slice(0, MOST), ...(words.length > MOST ? ['...'] : [])];
  return phrase('there is: {words}', { words: shown });
}

/** The known word with the fewest changed letters, if no more than a third of the word is changed. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(1, Math.floor(word.length / 3));
  const [best] = known
    .filter((candidate) => Math.abs(candidate.length - word.length) <= limit)
    .map((candidate) => ({ candidate, changes: distance(word, candidate) }))
    .filter(({ changes }) => changes <= limit)
    .sort((a, b) => a.changes - b.changes);
  return best?.candidate;
}

/** Letters to insert, delete, replace or swap with a neighbour (optimal string alignment), without regard to case. */
function distance(left: string, right: string): number {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const costs = [
        row[j]! + 1,
        next[j - 1]! + 1,
        row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? before[j - 2]! + 1
          : Infinity,
      ];
      next.push(Math.min(...costs));
    }
    [before, row] = [row, next];
  }
  return row[b.length]!;
}
