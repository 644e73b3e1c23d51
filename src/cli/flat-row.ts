/** Rows flattened for formats that know texts and numbers only: CSV, workbooks and the terminal. */
export type FlatRow = Readonly<Record<string, string | number | null>>;

/** One row with every cell a text, a number or empty: lists are joined, signals become their ids. */
export function flatRow(row: object): FlatRow {
  return Object.fromEntries(Object.entries(row).map(([key, value]) => [key, flatCell(value)]));
}

function flatCell(value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.map(listItem).join(', ');
  return Object.entries(value)
    .map(([key, item]) => `${key}: ${String(item)}`)
    .join(', ');
}

function listItem(item: unknown): string {
  return typeof item === 'object' && item !== null && 'id' in item ? String(item.id) : String(item);
}
