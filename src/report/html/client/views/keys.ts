export interface Position {
  readonly row: number;
  readonly column: number;
}

const PAGE = 10;

/** Where a key moves to; undefined for a key that does not move. */
export function moved(
  { key, ctrlKey }: KeyboardEvent,
  at: Position,
  last: Position,
): Position | undefined {
  const to = (row: number, column: number): Position => ({
    row: Math.max(0, Math.min(last.row, row)),
    column: Math.max(0, Math.min(last.column, column)),
  });
  switch (key) {
    case 'ArrowUp':
      return to(at.row - 1, at.column);
    case 'ArrowDown':
      return to(at.row + 1, at.column);
    case 'ArrowLeft':
      return to(at.row, at.column - 1);
    case 'ArrowRight':
      return to(at.row, at.column + 1);
    case 'PageUp':
      return to(at.row - PAGE, at.column);
    case 'PageDown':
      return to(at.row + PAGE, at.column);
    case 'Home':
      return to(ctrlKey ? 0 : at.row, 0);
    case 'End':
      return to(ctrlKey ? last.row : at.row, last.column);
    default:
      return undefined;
  }
}
