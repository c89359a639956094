import type { CheckResult } from '../verdict/result';
import { json } from './json';
import { junit } from './junit';
import { table } from './table';

export interface FormOptions {
  readonly color: boolean;
  /** Columns. */
  readonly width: number;
  /** The table without chapters in which nothing differs. */
  readonly failuresOnly?: boolean;
  /** Signs beyond ASCII; default: where the locale has them. */
  readonly unicode?: boolean;
}

/** The forms of a result, by what `--format` calls them; the first is the default. */
export const FORMS = { table, json, junit } satisfies Readonly<
  Record<string, (result: CheckResult, options: FormOptions) => string>
>;

export type ReportFormat = keyof typeof FORMS;

export interface RenderOptions extends FormOptions {
  readonly format: ReportFormat;
}

/** A result as text, without a line break at its end. */
export const render = (result: CheckResult, { format, ...options }: RenderOptions): string =>
  FORMS[format](result, options);
