import { AppError } from '../../contract/app-error.ts';
import type { ColumnMapping } from '../../core/formats/column-mapping.ts';
import { matchPreset, mayUsePreset } from '../../core/formats/match-preset.ts';
import type { TextEncoding } from '../../core/formats/text-encoding.ts';
import { type ExaminedTable, examineTable, type ReadOptions } from './examine-export.ts';
import { openTable } from './table-source.ts';

/**
 * The preset saved for exactly the columns of a table no vendor is known by, or null. Throws as reading the table does.
 *
 * @param table its name where the file holds several
 */
export async function findPreset<Preset extends { readonly header: readonly string[] }>(
  path: string,
  table: string | null,
  presets: readonly Preset[],
  encoding?: TextEncoding,
): Promise<Preset | null> {
  if (presets.length === 0) return null;
  const examined = await examine(path, table, { siteHosts: [], ...(encoding === undefined ? {} : { encoding }) });
  return examined !== null && mayUsePreset(examined.detection.format.id)
    ? matchPreset(presets, examined.detection.header)
    : null;
}

/** The names of the columns of a file as a preset keeps them. Throws `cannot-read` and `wrong-use`. */
export async function readColumnNames(path: string, mapping: ColumnMapping): Promise<string[]> {
  const examined = await examine(path, null, { siteHosts: [], mapping });
  if (examined === null) throw new AppError('wrong-use', `${path} does not have the columns of the mapping.`, { path });
  return examined.detection.header.map((name) => name.trim());
}

async function examine(path: string, table: string | null, options: ReadOptions): Promise<ExaminedTable | null> {
  const source = await openTable(path, table);
  try {
    const examined = await examineTable(source, options);
    return examined.kind === 'table' ? examined : null;
  } finally {
    source.close();
  }
}
