import { deserialize, serialize } from 'node:v8';
import type { LinkRecord, MetricValues, RejectedRecord } from '../../core/model/export-record.ts';
import type { PreparedDomain, PreparedLink, PreparedRecord } from '../../core/model/prepared-record.ts';
import { isFollowed } from '../../core/model/rel.ts';
import type { UrlIdentity } from '../../core/url/url-identity.ts';
import { createTextUnpacker, type PackedTexts, TextPacker } from './packed-texts.ts';

/**
 * Records on their way from the thread that reads to the thread that writes, as the values that are stored: one text and two lists of
 * numbers for a batch instead of an object for each row, because cloning objects from thread to thread costs about as much as
 * reading them, and because the writing thread has more to do.
 */

/** A record as it is merged. */
export type MergeRecord = MergeLink | PreparedDomain | RejectedRecord;

/** A link with its columns as they are stored. */
export interface MergeLink {
  readonly kind: 'link';
  readonly line: number;
  /** The source as written; null where that is the page's `url`. */
  readonly source: string | null;
  readonly page: UrlIdentity;
  /** Null where the export names none. */
  readonly target: MergeTarget | null;
  readonly anchor: string | null;
  /** Tokens with blanks between: null where not told, '' where followed. */
  readonly rel: string | null;
  readonly followed: number | null;
  readonly linkType: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly httpStatus: number | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly lost: string | null;
  readonly externalLinks: number | null;
  /** All the row's words of the link, as column `said` keeps them. */
  readonly said: string;
  /** JSON list; null where there are none. */
  readonly metrics: string | null;
}

export interface MergeTarget extends UrlIdentity {
  /** The target as written. */
  readonly written: string;
}

/** A record as it is merged. */
export function toMergeRecord(prepared: PreparedRecord): MergeRecord {
  if (prepared.kind !== 'link') return prepared;
  const { record, page, target } = prepared;
  const { line, anchor, linkType, title, language, httpStatus, firstSeen, lastSeen, lost, externalLinks } = record;
  return {
    kind: 'link',
    line,
    source: record.source === page.url ? null : record.source,
    page,
    target: target === null ? null : { ...target, written: record.target ?? '' },
    anchor,
    rel: relColumn(record.rel),
    followed: followedColumn(record.rel),
    linkType,
    title,
    language,
    httpStatus,
    firstSeen,
    lastSeen,
    lost,
    externalLinks,
    said: saidColumn(record),
    metrics: metricsColumn(record.metrics),
  };
}

/** Metrics as one column: a JSON list in the order of the import's names, null where there are none. */
export function metricsColumn(metrics: MetricValues): string | null {
  return metrics.some((value) => value !== null) ? JSON.stringify(metrics) : null;
}

function relColumn(rel: readonly string[] | null): string | null {
  return rel === null ? null : rel.join(' ');
}

function followedColumn(rel: readonly string[] | null): number | null {
  return rel === null ? null : Number(isFollowed(rel));
}

/** In the order of the view `sighting` (schema/0004-compact-sightings.ts). */
function saidColumn(record: LinkRecord): string {
  return JSON.stringify([
    record.anchor,
    relColumn(record.rel),
    record.linkType,
    record.title,
    record.language,
    record.contextLeft,
    record.contextRight,
    record.httpStatus,
    record.firstSeen,
    record.lastSeen,
    record.lost,
    record.lostReason,
    record.externalLinks,
    record.linksInGroup,
  ]);
}

/** What is packed. Links stand in the rows that no position of the others takes. */
interface Packed {
  readonly others: (PreparedDomain | RejectedRecord)[];
  readonly positions: number[];
  readonly texts: PackedTexts;
  /** {@link NUMBERS_OF_LINK} for each link; -1 where there is none. */
  readonly numbers: Float64Array;
  /** The targets named in this batch, each spelling once. */
  readonly targets: MergeTarget[];
}

/** Line, status, external links, followed, position in `targets`. */
const NUMBERS_OF_LINK = 5;
/** As many as {@link addTexts} adds. */
const TEXTS_OF_LINK = 15;

/** Packs records into bytes, in order. */
export function packRecords(records: readonly PreparedRecord[]): Uint8Array {
  const texts = new TextPacker(records.length * TEXTS_OF_LINK);
  const targets = createTargetList();
  const numbers = new Float64Array(records.length * NUMBERS_OF_LINK);
  const others: Packed['others'] = [];
  const positions: number[] = [];
  let links = 0;
  for (const [position, record] of records.entries()) {
    if (record.kind === 'link') {
      addTexts(texts, record);
      addNumbers(numbers, links * NUMBERS_OF_LINK, record, targets.positionOf(record));
      links += 1;
    } else {
      others.push(record);
      positions.push(position);
    }
  }
  const packed = { others, positions, texts: texts.pack(), numbers, targets: targets.list };
  return serialize({ ...packed, numbers: numbers.subarray(0, links * NUMBERS_OF_LINK) } satisfies Packed);
}

/** Hands the records of {@link packRecords} out one by one, so that no more than one is held. */
export function unpackEach(bytes: Uint8Array, take: (record: MergeRecord) => void): void {
  const { others, positions, texts, numbers, targets } = deserialize(bytes) as Packed;
  const nextText = createTextUnpacker(texts);
  const links = numbers.length / NUMBERS_OF_LINK;
  let next = 0;
  for (let position = 0, link = 0; link < links || next < others.length; position += 1) {
    const other = positions[next] === position ? others[next] : undefined;
    if (other === undefined) {
      take(takeLink(nextText, numbers, link * NUMBERS_OF_LINK, targets));
      link += 1;
    } else {
      take(other);
      next += 1;
    }
  }
}

/** The records of {@link packRecords}. */
export function unpackRecords(bytes: Uint8Array): MergeRecord[] {
  const records: MergeRecord[] = [];
  unpackEach(bytes, (record) => records.push(record));
  return records;
}

/** In the order in which {@link takeLink} takes them. */
function addTexts(texts: TextPacker, { record, page }: PreparedLink): void {
  texts.add(page.key);
  texts.add(page.url);
  texts.add(page.host);
  texts.add(page.domain);
  texts.add(record.source === page.url ? null : record.source);
  texts.add(record.anchor);
  texts.add(relColumn(record.rel));
  texts.add(record.linkType);
  texts.add(record.title);
  texts.add(record.language);
  texts.add(record.firstSeen);
  texts.add(record.lastSeen);
  texts.add(record.lost);
  texts.add(saidColumn(record));
  texts.add(metricsColumn(record.metrics));
}

function addNumbers(numbers: Float64Array, at: number, { record }: PreparedLink, target: number): void {
  numbers[at] = record.line;
  numbers[at + 1] = record.httpStatus ?? -1;
  numbers[at + 2] = record.externalLinks ?? -1;
  numbers[at + 3] = followedColumn(record.rel) ?? -1;
  numbers[at + 4] = target;
}

function takeLink(
  nextText: () => string | null,
  numbers: Float64Array,
  at: number,
  targets: readonly MergeTarget[],
): MergeLink {
  const page = { key: nextText() ?? '', url: nextText() ?? '', host: nextText() ?? '', domain: nextText() ?? '' };
  return {
    kind: 'link',
    line: numbers[at] ?? 0,
    source: nextText(),
    page,
    target: targets[numbers[at + 4] ?? -1] ?? null,
    anchor: nextText(),
    rel: nextText(),
    followed: numberOrNull(numbers[at + 3]),
    linkType: nextText(),
    title: nextText(),
    language: nextText(),
    httpStatus: numberOrNull(numbers[at + 1]),
    firstSeen: nextText(),
    lastSeen: nextText(),
    lost: nextText(),
    externalLinks: numberOrNull(numbers[at + 2]),
    said: nextText() ?? '[]',
    metrics: nextText(),
  };
}

function numberOrNull(value = -1): number | null {
  return value < 0 ? null : value;
}

function createTargetList() {
  const known = new Map<UrlIdentity, number>();
  const list: MergeTarget[] = [];
  return {
    list,
    /** The preparer gives the same object for the same spelling. */
    positionOf({ record, target }: PreparedLink): number {
      if (target === null) return -1;
      const at = known.get(target);
      if (at !== undefined) return at;
      known.set(target, list.length);
      return list.push({ ...target, written: record.target ?? '' }) - 1;
    },
  };
}
