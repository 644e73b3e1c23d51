import { beforeEach, describe, expect, it } from 'vitest';
import { addListEntries, discardList, finishList, startList } from '../../../src/engine/db/list-queries.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import { memoryProject } from '../../support/memory-project.ts';

let db: WritableDatabase;

beforeEach(() => {
  db = memoryProject();
});

function start(importedAt = '2026-11-21T12:00:00.000Z'): number {
  return startList(db, { name: 'spam.txt', kind: 'spam', fileName: 'spam.txt', importedAt });
}

function add(listId: number, ...domains: readonly string[]): void {
  addListEntries(
    db,
    listId,
    domains.map((domain) => ({ domain, rank: null })),
  );
}

function stored(): unknown[] {
  return db
    .prepare('SELECT l.name, l.entries, e.domain FROM list l JOIN list_entry e ON e.list_id = l.id ORDER BY l.id')
    .raw()
    .all();
}

describe('startList', () => {
  it('leaves a list alone that another program is adding, also one of the same name', () => {
    const [one, two] = [start(), start('2026-11-21T12:00:05.000Z')];
    add(one, 'one.example');
    add(two, 'two.example');
    expect(finishList(db, two)).toBe(1);
    add(one, 'more.example');
    expect(finishList(db, one)).toBe(2);
    expect(stored()).toEqual([
      ['spam.txt', 2, 'more.example'],
      ['spam.txt', 2, 'one.example'],
    ]);
  });

  it('removes what a program left that ended a day ago', () => {
    add(start(), 'one.example');
    start('2026-11-22T11:00:00.000Z');
    expect(stored()).toHaveLength(1);
    start('2026-11-22T12:00:00.000Z');
    expect(stored()).toEqual([]);
  });
});

describe('discardList', () => {
  it('throws a list away that was not finished, and no other', () => {
    const [finished, begun] = [start(), start()];
    add(finished, 'one.example');
    add(begun, 'two.example');
    finishList(db, finished);
    discardList(db, finished);
    discardList(db, begun);
    expect(stored()).toEqual([['spam.txt', 1, 'one.example']]);
  });
});
