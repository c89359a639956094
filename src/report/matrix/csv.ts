import { edgeLabel } from '../../topology/edge';
import { expectedIn, foundIn } from '../verdict-words';
import type { Matrix } from './cells';

const COLUMNS = ['status', 'from', 'to', 'edge', 'predicted', 'measured', 'address', 'ms'] as const;

/** A field by RFC 4180; one that a spreadsheet would take for a formula is quoted as text. */
const field = (value: string | number): string => {
  const text = /^[=+@]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One line an edge. */
export function matrixCsv({ edges, differences }: Matrix, onlyDifferences: boolean): string {
  const rows = (onlyDifferences ? differences : edges).map((verdict) => [
    verdict.status,
    verdict.from,
    verdict.to,
    edgeLabel(verdict.edge),
    expectedIn('en', verdict),
    foundIn('en', verdict),
    verdict.address ?? '',
    verdict.ms,
  ]);
  return [COLUMNS, ...rows].map((row) => row.map(field).join(',')).join('\n');
}
