import type { PreviewColumn } from '../../../contract/imports.ts';

/**
 * How a mapping names the column at an index: by its name, or as `#3` where the name is blank, stands twice or is only the
 * number of a column in a file without a header.
 */
export function columnReference(columns: readonly PreviewColumn[], index: number): string {
  const name = columns[index]?.name ?? '';
  const isTelling = name !== '' && !/^Column \d+$/.test(name) && !name.startsWith('#');
  const isUnique = columns.filter((column) => column.name === name).length === 1;
  return isTelling && isUnique ? name : `#${index + 1}`;
}

/** A column as menus show it: its name and an example. */
export function columnLabel(column: PreviewColumn, index: number): string {
  const name = column.name === '' ? `Column ${index + 1}` : column.name;
  const [example] = column.examples;
  return example === undefined ? name : `${name} (${example.slice(0, 40)})`;
}

/** The columns that were detected, as a mapping to start from. */
export function detectedMapping(columns: readonly PreviewColumn[]): Record<string, string> {
  const mapping: Record<string, string> = {};
  for (const [index, column] of columns.entries()) {
    if (column.role !== null && mapping[column.role] === undefined) {
      mapping[column.role] = columnReference(columns, index);
    }
  }
  return mapping;
}
