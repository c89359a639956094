import type { CheckResult } from '../../verdict/result';
import { render, type FormOptions } from '../render';
import { matrixOf, type Matrix } from './cells';
import { matrixCsv } from './csv';
import { matrixMarkdown } from './markdown';
import { matrixTable } from './table';

export interface MatrixOptions extends FormOptions {
  readonly onlyDifferences: boolean;
  readonly shows: 'measured' | 'predicted';
}

type Form = (matrix: Matrix, options: MatrixOptions, result: CheckResult) => string;

/** The edges of the matrix in a form of any result. */
const asResult =
  (format: 'json' | 'junit'): Form =>
  (matrix, { onlyDifferences, ...options }, result) =>
    render(
      { ...result, verdicts: onlyDifferences ? matrix.differences : matrix.edges },
      { ...options, format, failuresOnly: false },
    );

/** The forms of a matrix, by what `--format` calls them; the first is the default. */
export const MATRIX_FORMS = {
  table: matrixTable,
  json: asResult('json'),
  junit: asResult('junit'),
  markdown: (matrix, { onlyDifferences, shows }) => matrixMarkdown(matrix, onlyDifferences, shows),
  csv: (matrix, { onlyDifferences }) => matrixCsv(matrix, onlyDifferences),
} satisfies Readonly<Record<string, Form>>;

export type MatrixFormat = keyof typeof MATRIX_FORMS;

/** The edges of a result, endpoints as rows and columns, without a line break at its end. */
export const renderMatrix = (
  result: CheckResult,
  { format, ...options }: MatrixOptions & { readonly format: MatrixFormat },
): string => MATRIX_FORMS[format](matrixOf(result), options, result);
