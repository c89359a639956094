export interface Row {
  readonly name: string;
  readonly good: boolean;
  readonly counts: boolean;
  readonly text: string;
}

/** How many of each kind, as far as they count: `up from nothing, KILL group  3 of 3`. */
export function table(rows: readonly Row[]): string {
  const counting = rows.filter(({ counts }) => counts);
  const names = [...new Set(counting.map(({ name }) => name))].sort();
  const width = Math.max(0, ...names.map((name) => name.length));
  const line = (name: string, some: readonly Row[]): string =>
    `${name.padEnd(width)}  ${some.filter(({ good }) => good).length} of ${some.length}`;
  return [
    ...names.map((name) =>
      line(
        name,
        counting.filter((row) => row.name === name),
      ),
    ),
    line('all', counting),
  ].join('\n');
}
