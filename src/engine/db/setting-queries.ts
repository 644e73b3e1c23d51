import type { ProjectSettings } from '../../contract/project.ts';
import type { ReadableDatabase, WritableDatabase } from './project-database.ts';
import { writeTransaction } from './write-transaction.ts';

/** Tables `setting`, `site` and `project_word`: what the project is about. */

const WORD_KINDS = { brandWords: 'brand', moneyWords: 'money', languages: 'language', countries: 'country' } as const;
type WordField = keyof typeof WORD_KINDS;

/** The project's settings; sites and words in alphabetical order. */
export function readSettings(db: ReadableDatabase): ProjectSettings {
  return {
    name: readSetting(db, 'name') ?? '',
    sites: db.prepare<[], string>('SELECT host FROM site ORDER BY host').pluck().all(),
    brandWords: wordsOf(db, 'brandWords'),
    moneyWords: wordsOf(db, 'moneyWords'),
    languages: wordsOf(db, 'languages'),
    countries: wordsOf(db, 'countries'),
  };
}

/** Replaces the settings as a whole. */
export function writeSettings(db: WritableDatabase, settings: ProjectSettings): void {
  const addSite = db.prepare('INSERT OR IGNORE INTO site (host) VALUES (?)');
  const addWord = db.prepare('INSERT OR IGNORE INTO project_word (kind, word) VALUES (?, ?)');
  writeTransaction(db, () => {
    writeSetting(db, 'name', settings.name);
    db.exec('DELETE FROM site; DELETE FROM project_word;');
    for (const host of settings.sites) addSite.run(host);
    for (const field of Object.keys(WORD_KINDS) as WordField[]) {
      for (const word of settings[field]) addWord.run(WORD_KINDS[field], word);
    }
  });
}

/** One free setting, or null. */
export function readSetting(db: ReadableDatabase, key: string): string | null {
  return db.prepare<[string], string>('SELECT value FROM setting WHERE key = ?').pluck().get(key) ?? null;
}

/** Sets one free setting. */
export function writeSetting(db: WritableDatabase, key: string, value: string): void {
  db.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  ).run(key, value);
}

/** Sets one free setting where it still is what it was known to be, null for none; answers whether it did. */
export function replaceSetting(db: WritableDatabase, key: string, known: string | null, value: string): boolean {
  return writeTransaction(db, () => {
    if (readSetting(db, key) !== known) return false;
    writeSetting(db, key, value);
    return true;
  });
}

function wordsOf(db: ReadableDatabase, field: WordField): string[] {
  return db
    .prepare<[string], string>('SELECT word FROM project_word WHERE kind = ? ORDER BY word')
    .pluck()
    .all(WORD_KINDS[field]);
}
