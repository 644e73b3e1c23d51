import type { DomainRecord, ExportRecord, LinkRecord, RejectedRecord, RejectReason } from '../model/export-record.ts';
import { type CellReaders, cellReaders } from './cell-readers.ts';
import type { ColumnDecisions } from './column-decisions.ts';
import type { Detection } from './detection.ts';
import { linkTypeReader, lostReasonReader, relReader } from './link-cells.ts';

/** How much of a rejected row is kept, in characters. */
const KEPT_RAW_CHARS = 2000;

/**
 * Turns the fields of one row into a record.
 *
 * @param fields cells as parsed; a short row counts as padded with empty cells.
 * @param line 1-based line of the file on which the row starts.
 * @param raw the row as it stands in the file, asked for only when the row is rejected.
 */
export type RowMapper = (fields: readonly string[], line: number, raw: () => string) => ExportRecord;

/** The mapper for a file whose columns are known. Refused files have none: do not call it for them. */
export function createRowMapper(detection: Detection, decisions: ColumnDecisions): RowMapper {
  const cells = cellReaders(detection, decisions);
  const toRecord = detection.format.kind === 'domains' ? domainMapper(cells) : linkMapper(detection, cells);
  const width = detection.header.length;
  const fit = rowFitter(detection);
  return (fields, line, raw) => {
    const fitted = fields.length <= width ? fields : fit(fields);
    return fitted === null ? reject(line, raw, 'too-many-fields') : toRecord(fitted, line, raw);
  };
}

/** A row that became nothing, with as much of it as is kept. */
export function reject(line: number, raw: () => string, reason: RejectReason): RejectedRecord {
  return { kind: 'rejected', line, raw: raw().slice(0, KEPT_RAW_CHARS), reason };
}

/** Puts rows with surplus fields right: empty trailing cells are dropped, an unquoted comma of an address is joined again. */
function rowFitter(detection: Detection): (fields: readonly string[]) => readonly string[] | null {
  const width = detection.header.length;
  const spilled = detection.format.spills === undefined ? undefined : detection.columns[detection.format.spills]?.[0];
  return (fields) => {
    const filled = Math.max(width, fields.findLastIndex((field) => field.trim() !== '') + 1);
    const surplus = filled - width;
    if (surplus === 0) return fields.slice(0, width);
    if (spilled === undefined) return null;
    const joined = fields.slice(spilled, spilled + surplus + 1).join(',');
    return [...fields.slice(0, spilled), joined, ...fields.slice(spilled + surplus + 1, filled)];
  };
}

function domainMapper(cells: CellReaders): RowMapper {
  const domain = cells.text('domain');
  const links = cells.count('links');
  const firstSeen = cells.date('firstSeen');
  const lastSeen = cells.date('lastSeen');
  const lost = cells.date('lost');
  return (fields, line, raw): DomainRecord | RejectedRecord => {
    const name = domain(fields);
    if (name === null) return reject(line, raw, 'bad-domain');
    return {
      kind: 'domain',
      line,
      domain: name,
      links: links(fields),
      firstSeen: firstSeen(fields),
      lastSeen: lastSeen(fields),
      lost: lost(fields),
      metrics: cells.metrics(fields),
    };
  };
}

function linkMapper(detection: Detection, cells: CellReaders): RowMapper {
  const source = cells.text('source');
  const target = cells.text('target');
  const isHyperlink = hyperlinkTest(detection, cells);
  const anchor = cells.text('anchor');
  const altText = cells.text('altText');
  const rel = relReader(cells);
  const linkType = linkTypeReader(cells);
  const title = cells.text('title');
  const language = cells.text('language');
  const contextLeft = cells.text('contextLeft');
  const contextRight = cells.text('contextRight');
  const httpStatus = cells.count('httpStatus');
  const firstSeen = cells.date('firstSeen');
  const lastSeen = cells.date('lastSeen');
  const lost = cells.date('lost');
  const lostReason = lostReasonReader(detection, cells);
  const externalLinks = cells.count('externalLinks');
  const linksInGroup = cells.count('linksInGroup');
  const hasAnchor = cells.has('anchor') || cells.has('altText');
  return (fields, line, raw): LinkRecord | RejectedRecord => {
    if (!isHyperlink(fields)) return reject(line, raw, 'not-a-link');
    const page = source(fields);
    if (page === null) return reject(line, raw, 'no-source');
    const alt = altText(fields);
    const text = anchor(fields);
    return {
      kind: 'link',
      line,
      source: page,
      target: target(fields),
      anchor: hasAnchor ? (text ?? alt ?? '') : null,
      rel: rel(fields),
      linkType: linkType(fields) ?? (text === null && alt !== null ? 'image' : null),
      title: title(fields),
      language: language(fields),
      contextLeft: contextLeft(fields),
      contextRight: contextRight(fields),
      httpStatus: httpStatus(fields) || null,
      firstSeen: firstSeen(fields),
      lastSeen: lastSeen(fields),
      lost: lost(fields),
      lostReason: lostReason(fields),
      externalLinks: externalLinks(fields),
      linksInGroup: Math.max(1, linksInGroup(fields) ?? 1),
      metrics: cells.metrics(fields),
    };
  };
}

function hyperlinkTest(detection: Detection, cells: CellReaders): (fields: readonly string[]) => boolean {
  if (!cells.has('resource')) return () => true;
  const words = new Set(detection.format.hyperlinks ?? []);
  const resource = cells.text('resource');
  return (fields) => words.has((resource(fields) ?? '').toLowerCase());
}
