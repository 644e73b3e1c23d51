import type { TableName } from '../../contract/engine-contract.ts';
import type { MappingPreset } from '../../contract/imports.ts';
import type { SavedView } from '../../contract/saved-view.ts';
import type { ReadableDatabase, WritableDatabase } from './project-database.ts';

/** Tables `saved_view` and `mapping_preset`: what people named to find it again. */

/** The saved views of one table by name. */
export function listViews(db: ReadableDatabase, table: TableName): SavedView[] {
  return db
    .prepare<[string], { name: string; filter: string; sort: string; columns: string }>(
      'SELECT name, filter, sort, columns FROM saved_view WHERE table_name = ? ORDER BY name',
    )
    .all(table)
    .map(({ name, filter, sort, columns }) => ({
      name,
      filter,
      sort: JSON.parse(sort) as SavedView['sort'],
      columns: JSON.parse(columns) as SavedView['columns'],
    }));
}

/** Saves a view, replacing one of the same name. */
export function saveView(db: WritableDatabase, table: TableName, view: SavedView): void {
  db.prepare('INSERT OR REPLACE INTO saved_view (table_name, name, filter, sort, columns) VALUES (?, ?, ?, ?, ?)').run(
    table,
    view.name,
    view.filter,
    JSON.stringify(view.sort),
    JSON.stringify(view.columns),
  );
}

/** Removes a view; nothing happens when there is none of that name. */
export function removeView(db: WritableDatabase, table: TableName, name: string): void {
  db.prepare('DELETE FROM saved_view WHERE table_name = ? AND name = ?').run(table, name);
}

/** The column mappings people saved for files that no format matches. */
export function listPresets(db: ReadableDatabase): MappingPreset[] {
  return db
    .prepare<[], { name: string; header: string; mapping: string }>(
      'SELECT name, header, mapping FROM mapping_preset ORDER BY name',
    )
    .all()
    .map(({ name, header, mapping }) => ({
      scope: 'project',
      name,
      header: JSON.parse(header) as string[],
      mapping: JSON.parse(mapping) as Record<string, string>,
    }));
}

/** Saves a mapping, replacing one of the same name. */
export function savePreset(db: WritableDatabase, preset: Omit<MappingPreset, 'scope'>): void {
  db.prepare('INSERT OR REPLACE INTO mapping_preset (name, header, mapping) VALUES (?, ?, ?)').run(
    preset.name,
    JSON.stringify(preset.header),
    JSON.stringify(preset.mapping),
  );
}
