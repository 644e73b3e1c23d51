import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { VENDORS, vendorBit } from '../../src/core/model/vendor.ts';
import { refreshDomains } from '../../src/engine/db/domain-queries.ts';
import { memoryProject, startTestImport } from '../support/memory-project.ts';
import { mergeBatch } from '../support/merge-batch.ts';
import { preparedLink } from '../support/prepared-records.ts';

const page = readFileSync(new URL('../../docs/project-file.md', import.meta.url), 'utf8');
const db = memoryProject();

/** The lines that describe one table. */
function sectionOf(table: string): string {
  const [, section = ''] = page.split(`\n### ${table}\n`);
  return section.split('\n##')[0] ?? '';
}

const tables = db
  .prepare<[], string>(
    "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name",
  )
  .pluck()
  .all();

describe('docs/project-file.md', () => {
  it('describes the tables and views of a fresh project and no others', () => {
    const described = [...page.matchAll(/^### (\w+)$/gm)].map(([, name]) => name);
    expect(described).toHaveLength(tables.length);
    expect(new Set(described)).toEqual(new Set(tables));
  });

  it.each(tables)('describes every column of %s in its order', (table) => {
    const columns = db.prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?)').pluck().all(table);
    expect([...sectionOf(table).matchAll(/^- `(\w+)`: \S/gm)].map(([, name]) => name)).toEqual(columns);
  });

  it('names the bit of every source', () => {
    for (const vendor of VENDORS) expect(page.replaceAll('\n', ' ')).toContain(`${vendorBit(vendor)} ${vendor}`);
  });

  it('shows three queries that run and find something', () => {
    mergeBatch(db, startTestImport(db, 'ahrefs'), 'ahrefs', [
      preparedLink('https://blog.example/post', 'https://acme.example/', { anchor: 'Acme' }),
    ]);
    refreshDomains(db);
    const queries = [...page.matchAll(/```sql\n(.*?)```/gs)].map(([, sql = '']) => sql);
    expect(queries.map((sql) => db.prepare(sql).all())).toEqual([
      [expect.objectContaining({ name: 'blog.example', links: 1, verdict: 'none' })],
      [expect.objectContaining({ source: 'https://blog.example/post', target: 'https://acme.example/' })],
      [{ vendor: 'ahrefs', links: 1, only_here: 1 }],
    ]);
  });
});
