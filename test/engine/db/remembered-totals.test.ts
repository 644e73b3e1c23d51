import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProjectFile, openForReading } from '../../../src/engine/db/open-project.ts';
import type { ReadableDatabase } from '../../../src/engine/db/project-database.ts';
import { rememberedTotal } from '../../../src/engine/db/remembered-totals.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();

describe('rememberedTotal', () => {
  it('counts once for a filter, and again after another connection or this one has written', () => {
    const path = join(folder, 'client.anchorage');
    const writing = createProjectFile(path);
    const reading = openForReading(path);
    let counted = 0;
    const total = (db: ReadableDatabase, params: number[]) =>
      rememberedTotal(db, { sql: 'b.risk >= ?', params, terms: [] }, () => ++counted);
    expect([total(reading, [1]), total(reading, [1]), total(reading, [2]), total(reading, [1])]).toEqual([1, 1, 2, 1]);
    writing.exec("INSERT INTO site VALUES ('acme.example')");
    expect([total(reading, [1]), total(reading, [1])]).toEqual([3, 3]);
    expect(total(writing, [1])).toBe(4);
    writing.exec('DELETE FROM site');
    expect(total(writing, [1])).toBe(5);
    reading.close();
    writing.close();
  });
});
