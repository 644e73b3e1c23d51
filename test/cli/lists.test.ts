import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProjectFile } from '../support/project-file.ts';
import { jsonOf, runCli } from '../support/run-cli.ts';

let file: ReturnType<typeof createProjectFile>;

beforeEach(() => {
  file = createProjectFile(['https://a.example/1']);
});

afterEach(() => file.remove());

function add(name: string, text: string, ...args: readonly string[]) {
  writeFileSync(join(file.folder, name), text);
  return runCli(file.folder, 'lists', 'add', 'client.anchorage', name, '--json', ...args);
}

function stored(sql: string): unknown[] {
  const db = new Database(file.path, { readonly: true });
  try {
    return db.prepare(sql).raw().all();
  } finally {
    db.close();
  }
}

describe('lists add', () => {
  it('adds a list of ranks and gives the domains their rank', () => {
    const answer = add(
      'top.csv',
      '1,other.example\n7,www.a.example\n9,a.example\nno domain here\n',
      '--kind',
      'rank',
      '--name',
      'Top',
    );
    expect(answer.code).toBe(0);
    expect(jsonOf(answer)).toEqual({
      lists: [{ name: 'Top', kind: 'rank', file: 'top.csv', entries: 2, skipped: 1 }],
    });
    expect(stored('SELECT name, rank FROM domain')).toEqual([['a.example', 7]]);
  });

  it('takes a known ranking for one unless told otherwise', () => {
    const ranks = Array.from({ length: 6 }, (_, index) => `${index + 1},site${index}.example\n`).join('');
    expect(jsonOf(add('top-1m.csv', ranks))).toMatchObject({ lists: [{ kind: 'rank', entries: 6 }] });
    expect(jsonOf(add('again.csv', ranks, '--kind', 'spam'))).toMatchObject({ lists: [{ kind: 'spam' }] });
    expect(jsonOf(add('hosts.txt', 'a.example\nb.example\n'))).toMatchObject({ lists: [{ kind: 'spam' }] });
  });

  it('takes the order for the rank where a list has none', () => {
    add('top.txt', 'other.example\na.example\n', '--kind', 'rank');
    expect(stored('SELECT domain, rank FROM list_entry ORDER BY rank')).toEqual([
      ['other.example', 1],
      ['a.example', 2],
    ]);
  });

  it('replaces a list of the same name, but not by a file without domains', () => {
    add('spam.txt', 'a.example\nb.example\n');
    add('spam.txt', 'c.example\n');
    expect(stored('SELECT l.name, l.entries, e.domain FROM list l JOIN list_entry e ON e.list_id = l.id')).toEqual([
      ['spam.txt', 1, 'c.example'],
    ]);
    const answer = add('spam.txt', 'nothing\nat all\n');
    expect(answer.code).toBe(2);
    expect(jsonOf(answer)).toMatchObject({ error: { code: 'unknown-format', details: { skipped: 2 } } });
    expect(stored('SELECT name, entries FROM list')).toEqual([['spam.txt', 1]]);
  });

  it('exits 2 for a file that is not there or a name for several lists', () => {
    const missing = runCli(file.folder, 'lists', 'add', 'client.anchorage', 'missing.txt', '--json');
    expect(missing.code).toBe(2);
    expect(jsonOf(missing)).toMatchObject({ error: { code: 'cannot-read' } });
    expect(runCli(file.folder, 'lists', 'add', 'client.anchorage', 'a', 'b', '--name', 'N').code).toBe(2);
  });
});
