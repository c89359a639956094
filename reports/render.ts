import type { CheckResult } from '../checks/result';
import { json } from './json';
import { junit } from './junit';
import { table } from './table';

export type ReportFormat = 'table' | 'json' | 'junit';

export interface RenderOptions {
  readonly format: ReportFormat;
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
  /** The table without chapters in which nothing differs. */
  readonly failuresOnly?: boolean;
  /** Signs beyond ASCII; default: where the locale has them. */
  readonly unicode?: boolean;
}

/** A result as text, without a line break at its end. */
export function render(result: CheckResult, options: RenderOptions): string {
  switch (options.format) {
    case 'table':
      return table(result, options);
    case 'json':
      return json(result);
    case 'junit':
      return junit(result);
  }
}
