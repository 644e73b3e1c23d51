import { AppError } from '../../contract/app-error.ts';
import { domainPage } from '../../engine/db/domain-queries.ts';
import { importPage } from '../../engine/db/import-queries.ts';
import { countLinks, linkIds, linkRows } from '../../engine/db/link-queries.ts';
import type { PageQuery, SortTerm } from '../../engine/db/page-query.ts';
import type { ReadableDatabase } from '../../engine/db/project-database.ts';
import { anchorPage, checkPage, targetPage } from '../../engine/db/summary-queries.ts';
import { whereClause } from '../../engine/db/where-clause.ts';
import { withProject } from '../open-project.ts';
import { printRows, type TableRows } from '../print-rows.ts';
import { type RowOptions, rowOptions } from '../row-options.ts';

export type CommandTable = 'links' | 'domains' | 'anchors' | 'targets' | 'imports' | 'checks';

interface TableOptions extends RowOptions {
  readonly filter?: string;
  readonly sort?: readonly string[];
}

/** `anchorage links|domains|anchors|targets|imports|checks`: prints a table of the project. */
export async function printTable(table: CommandTable, file: string, options: TableOptions): Promise<void> {
  const { format, limit } = rowOptions(options);
  const query = { filter: options.filter ?? '', sort: sortTerms(options.sort ?? []), offset: 0, limit };
  await withProject(file, async ({ reader }) => {
    await printRows(SOURCES[table](reader, query), {
      format,
      title: table,
      terminalColumns: TERMINAL_COLUMNS[table],
      output: options.output ?? null,
    });
  });
}

const SOURCES: Readonly<Record<CommandTable, (db: ReadableDatabase, query: PageQuery) => TableRows>> = {
  links: allLinks,
  domains: domainPage,
  anchors: anchorPage,
  targets: targetPage,
  checks: checkPage,
  imports: importPage,
};

const TERMINAL_COLUMNS: Readonly<Record<CommandTable, readonly string[]>> = {
  links: ['id', 'risk', 'quality', 'state', 'reason', 'verdict', 'sourceUrl', 'anchor', 'targetUrl'],
  domains: [
    'risk',
    'quality',
    'suggestion',
    'verdict',
    'domain',
    'links',
    'live',
    'gone',
    'unknown',
    'suggestionReason',
  ],
  anchors: ['domains', 'links', 'followed', 'live', 'risk', 'anchorClass', 'anchor'],
  targets: ['domains', 'links', 'followed', 'live', 'targetUrl'],
  checks: ['checkedAt', 'state', 'reason', 'httpStatus', 'sourceUrl', 'evidence'],
  imports: ['id', 'file', 'format', 'rows', 'accepted', 'duplicates', 'rejected', 'rejections', 'state'],
};

const CHUNK = 2000;

/** All links of a filter, fetched in chunks by id, so that a million of them never stand in memory together. */
function allLinks(db: ReadableDatabase, query: PageQuery): TableRows {
  const where = whereClause(query.filter, 'links');
  const ids = linkIds(db, where, query);
  return { total: countLinks(db, where), rows: chunked() };

  function* chunked() {
    for (let from = 0; from < ids.length; from += CHUNK) yield* linkRows(db, ids.slice(from, from + CHUNK));
  }
}

function sortTerms(texts: readonly string[]): SortTerm[] {
  return texts
    .flatMap((text) => text.split(','))
    .map((text) => {
      const [key = '', direction = 'asc'] = text.trim().split(':');
      if (direction !== 'asc' && direction !== 'desc') {
        throw new AppError('wrong-use', `"${text}" is no sort. Write key or key:desc, such as risk:desc.`, {
          sort: text,
        });
      }
      return { key, desc: direction === 'desc' };
    });
}
