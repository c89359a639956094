import { columns, pad } from './columns';
import { hanging } from './wrap';

/**
 * Rows of cells in aligned columns, two spaces between them. The last cell of a row is broken into lines that fit.
 *
 * @param width columns of the terminal
 * @param indent spaces before every row
 */
export function rows(
  cells: readonly (readonly string[])[],
  { width, indent = 0 }: { readonly width: number; readonly indent?: number },
): string[] {
  const count = Math.max(0, ...cells.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, index) =>
    Math.max(...cells.map((row) => (index < row.length - 1 ? columns(row[index] ?? '') : 0))),
  );
  return cells.map((row) => {
    const start = row.slice(0, -1).map((cell, index) => `${pad(cell, widths[index] ?? 0)}  `);
    const before = ' '.repeat(indent) + start.join('');
    const room = width - columns(before);
    // Where there is next to no room, the terminal breaks the line.
    if (room < 10) return `${before}${row.at(-1) ?? ''}`.trimEnd();
    return hanging(before, row.at(-1) ?? '', width).trimEnd();
  });
}
