/**
 * What a plain script does with an export: `node import-plain.ts DATABASE EXPORT` parses it with csv-parse and inserts every
 * row as it is, in one thread, one table and one transaction, without merging, checking or indexing anything.
 */
import { createReadStream } from 'node:fs';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse';

const [path = '', exportPath = ''] = process.argv.slice(2);
const database = new Database(path);
database.pragma('journal_mode = WAL');
database.pragma('synchronous = NORMAL');
let insert: Database.Statement<[string[]]> | null = null;
let rows = 0;
for await (const cells of createReadStream(exportPath).pipe(parse()) as AsyncIterable<string[]>) {
  if (insert === null) {
    database.exec(`CREATE TABLE raw (${cells.map((_, column) => `c${column} TEXT`).join(', ')})`);
    insert = database.prepare<[string[]]>(`INSERT INTO raw VALUES (${cells.map(() => '?').join(', ')})`);
    database.exec('BEGIN');
    continue;
  }
  insert.run(cells);
  rows += 1;
}
database.exec('COMMIT');
database.close();
console.log(JSON.stringify({ rows }));
