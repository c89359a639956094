import { hanging } from '../report/wrap';

/** Labelled lines, broken where the terminal ends, each set below its own text; as they are in a pipe. */
export function fitted(
  text: string,
  { isTTY, columns: width }: { readonly isTTY?: boolean; readonly columns?: number },
): string {
  if (isTTY !== true || width === undefined) return text;
  const fit = (line: string): string => {
    const label = /^ +\S+ +|^/.exec(line)![0];
    return hanging(label, line.slice(label.length), width);
  };
  return text.split('\n').map(fit).join('\n');
}
