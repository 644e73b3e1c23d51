import { AppError } from '../../src/contract/app-error.ts';
import type { ExportEvent } from '../../src/engine/import/read-export.ts';
import { readExport } from '../../src/engine/import/read-export.ts';
import { listTables } from '../../src/engine/import/table-source.ts';

/** What became of a file: a word for the tally of each of its tables, and what is wrong with how it was read. */
export interface Account {
  readonly outcomes: readonly string[];
  readonly faults: readonly string[];
}

const SITE_HOSTS = ['client.example'];

/**
 * Reads a file as an import does and holds the reader to its promises: every table ends with all its rows accounted for, each under a
 * line of its own, or with a message for people that has a known code.
 */
export async function accountForExport(path: string): Promise<Account> {
  const outcomes: string[] = [];
  const faults: string[] = [];
  const told = async (read: () => Promise<string>): Promise<void> => {
    try {
      outcomes.push(await read());
    } catch (error) {
      outcomes.push(error instanceof AppError ? error.code : 'fault');
      if (!isForPeople(error)) faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  };
  await told(async () => {
    const list = await listTables(path);
    for (const table of list.kind === 'one' ? [null] : list.tables) {
      const options = { siteHosts: SITE_HOSTS, ...(table === null ? {} : { table }) };
      await told(() => accountForRows(readExport(path, options), faults));
    }
    return list.kind;
  });
  return { outcomes, faults };
}

function isForPeople(error: unknown): boolean {
  const codes: readonly string[] = ['cannot-read', 'refused-export', 'unknown-format'];
  return error instanceof AppError && codes.includes(error.code) && error.message.length > 10;
}

async function accountForRows(events: AsyncGenerator<ExportEvent>, faults: string[]): Promise<string> {
  let [format, rows, rejected, lastLine, told] = ['', 0, 0, -1, false];
  for await (const event of events) {
    if (event.kind === 'opened') format = event.format;
    if (event.kind === 'end') {
      told = true;
      if (event.rows !== rows || event.rejected !== rejected) faults.push(`${event.rows} rows told, ${rows} seen`);
    }
    if (event.kind !== 'batch') continue;
    for (const record of event.records) {
      rows += 1;
      if (record.kind === 'rejected') rejected += 1;
      const { line } = record.kind === 'rejected' ? record : record.record;
      if (line <= lastLine) faults.push(`line ${line} comes behind line ${lastLine}`);
      lastLine = line;
    }
  }
  if (!told) faults.push('the reading did not end');
  return format;
}
