import type { Matrix } from './cells';

const COLUMNS = ['status', 'from', 'to', 'edge', 'predicted', 'measured', 'address', 'ms'] as const;

/** A field by RFC 4180; one that a spreadsheet would take for a formula is quoted as text. */
const field = (value: string | number): string => {
  const text = /^[=+@]/.test(String(value)) ? `'${value}` : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One line an edge. */
export function matrixCsv({ edges, differences }: Matrix, onlyDifferences: boolean): string {
  const rows = (onlyDifferences ? differences : edges).map((edge) => [
    edge.status,
    edge.from ?? '',
    edge.to ?? '',
    edge.subject,
    edge.expected,
    edge.measured,
    edge.address ?? '',
    edge.ms,
  ]);
  return [COLUMNS, ...rows].map((row) => row.map(field).join(',')).join('\n');
}
