/**
 * Lines of keys in YAML that is written in blocks; a key in braces has the line of what holds it.
 *
 * @returns the line, counted from 1, of the longest part of the path that has one
 */
export function lineOf(text: string, path: readonly (string | number)[]): number | undefined {
  const lines = text.split('\n');
  let [from, to, indent] = [0, lines.length, -1];
  let found: number | undefined;
  for (const key of path) {
    const at =
      typeof key === 'number'
        ? itemAt(lines, from, to, indent, key)
        : keyAt(lines, from, to, indent, key);
    if (at === undefined) return found;
    found = at + 1;
    indent = depth(lines[at]!);
    from = at + 1;
    to = endOf(lines, from, to, indent, typeof key === 'number');
  }
  return found;
}

const depth = (line: string): number => /^ */.exec(line)![0].length;

const isBlank = (line: string): boolean => /^\s*(#.*)?$/.test(line);

const escaped = (key: string): string => key.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The key one level below; the first line that is deeper says how deep that is. */
function keyAt(lines: readonly string[], from: number, to: number, indent: number, key: string) {
  const named = new RegExp(`^ *(?:- +)?["']?${escaped(key)}["']? *:`);
  let level: number | undefined;
  for (let at = from; at < to; at += 1) {
    const line = lines[at]!;
    if (isBlank(line) || line.startsWith('---')) continue;
    const own = depth(line);
    level ??= own > indent ? own : undefined;
    if (own === level && named.test(line)) return at;
  }
  return undefined;
}

/** The item of a list, which may stand as deep as its key. */
function itemAt(lines: readonly string[], from: number, to: number, indent: number, index: number) {
  let [level, count]: [number | undefined, number] = [undefined, -1];
  for (let at = from; at < to; at += 1) {
    const line = lines[at]!;
    if (isBlank(line) || !/^ *-( |$)/.test(line)) continue;
    const own = depth(line);
    if (own < indent) return undefined;
    level ??= own;
    if (own === level && (count += 1) === index) return at;
  }
  return undefined;
}

/** Where what a key holds ends: at the next line that is no deeper, but for a list at its own depth. */
function endOf(
  lines: readonly string[],
  from: number,
  to: number,
  indent: number,
  isItem: boolean,
): number {
  for (let at = from; at < to; at += 1) {
    const line = lines[at]!;
    if (isBlank(line)) continue;
    const own = depth(line);
    if (own < indent || (own === indent && (isItem || !/^ *-( |$)/.test(line)))) return at;
  }
  return to;
}
