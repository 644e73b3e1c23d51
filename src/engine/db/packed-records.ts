import { deserialize, serialize } from 'node:v8';
import type { LinkRecord, RejectedRecord } from '../../core/model/export-record.ts';
import type { PreparedDomain, PreparedLink, PreparedRecord } from '../../core/model/prepared-record.ts';
import type { UrlIdentity } from '../../core/url/url-identity.ts';

/**
 * Records on their way from the thread that reads to the thread that writes: columns instead of an object for each row, packed
 * once and unpacked once, because cloning the objects from thread to thread, and again to the next, costs about as much as reading them.
 */

/** A record as it is merged. */
export type MergeRecord = MergeLink | PreparedDomain | RejectedRecord;

/** A link whose metrics are the JSON object that is stored; null where there are none. */
export interface MergeLink extends Omit<PreparedLink, 'record'> {
  readonly record: Omit<LinkRecord, 'metrics'> & { readonly metrics: string | null };
}

/** A record as it is merged. */
export function toMergeRecord(record: PreparedRecord): MergeRecord {
  if (record.kind !== 'link') return record;
  return { ...record, record: { ...record.record, metrics: metricsColumn(record.record.metrics) } };
}

/** Metrics under the vendor's names as one column: a JSON object, null where there are none. */
export function metricsColumn(metrics: Readonly<Record<string, number | string>>): string | null {
  const json = JSON.stringify(metrics);
  return json === '{}' ? null : json;
}

/** Packs records into bytes, in order. */
export function packRecords(records: readonly PreparedRecord[]): Uint8Array {
  const packed: Packed = { others: [], positions: [], links: emptyColumns(), targets: [] };
  const targets = new Map<UrlIdentity, number>();
  for (const [position, record] of records.entries()) {
    if (record.kind === 'link') addLink(packed, record, targets);
    else {
      packed.others.push(record);
      packed.positions.push(position);
    }
  }
  return serialize(packed);
}

/** The records of {@link packRecords}. */
export function unpackRecords(bytes: Uint8Array): MergeRecord[] {
  const { others, positions, links, targets } = deserialize(bytes) as Packed;
  const records: MergeRecord[] = [];
  let next = 0;
  for (let link = 0; link < links.line.length || next < others.length; ) {
    const other = positions[next] === records.length ? others[next] : undefined;
    if (other === undefined) records.push(linkAt(links, link++, targets));
    else {
      records.push(other);
      next += 1;
    }
  }
  return records;
}

/** What is packed. Links stand in the rows that no position of the others takes. */
interface Packed {
  readonly others: (PreparedDomain | RejectedRecord)[];
  readonly positions: number[];
  readonly links: LinkColumns;
  /** The targets named in this batch, each once. */
  readonly targets: UrlIdentity[];
}

type Columns<Row> = { readonly [Key in keyof Row]-?: Row[Key][] };

type LinkColumns = Columns<
  Omit<MergeLink['record'], 'kind'> & {
    readonly pageKey: string;
    readonly pageUrl: string;
    readonly pageHost: string;
    readonly pageDomain: string;
    /** Position in `targets`, -1 where none is named. */
    readonly targetAt: number;
  }
>;

function emptyColumns(): LinkColumns {
  return {
    line: [],
    source: [],
    target: [],
    anchor: [],
    rel: [],
    linkType: [],
    title: [],
    language: [],
    contextLeft: [],
    contextRight: [],
    httpStatus: [],
    firstSeen: [],
    lastSeen: [],
    lost: [],
    lostReason: [],
    externalLinks: [],
    linksInGroup: [],
    metrics: [],
    pageKey: [],
    pageUrl: [],
    pageHost: [],
    pageDomain: [],
    targetAt: [],
  };
}

function addLink({ links, targets }: Packed, { record, page, target }: PreparedLink, known: Map<UrlIdentity, number>) {
  links.line.push(record.line);
  links.source.push(record.source);
  links.target.push(record.target);
  links.anchor.push(record.anchor);
  links.rel.push(record.rel);
  links.linkType.push(record.linkType);
  links.title.push(record.title);
  links.language.push(record.language);
  links.contextLeft.push(record.contextLeft);
  links.contextRight.push(record.contextRight);
  links.httpStatus.push(record.httpStatus);
  links.firstSeen.push(record.firstSeen);
  links.lastSeen.push(record.lastSeen);
  links.lost.push(record.lost);
  links.lostReason.push(record.lostReason);
  links.externalLinks.push(record.externalLinks);
  links.linksInGroup.push(record.linksInGroup);
  links.metrics.push(metricsColumn(record.metrics));
  links.pageKey.push(page.key);
  links.pageUrl.push(page.url);
  links.pageHost.push(page.host);
  links.pageDomain.push(page.domain);
  links.targetAt.push(target === null ? -1 : positionOf(target, targets, known));
}

function positionOf(target: UrlIdentity, targets: UrlIdentity[], known: Map<UrlIdentity, number>): number {
  const at = known.get(target);
  if (at !== undefined) return at;
  known.set(target, targets.length);
  return targets.push(target) - 1;
}

function linkAt(links: LinkColumns, at: number, targets: readonly UrlIdentity[]): MergeLink {
  return {
    kind: 'link',
    record: {
      kind: 'link',
      line: links.line[at] ?? 0,
      source: links.source[at] ?? '',
      target: links.target[at] ?? null,
      anchor: links.anchor[at] ?? null,
      rel: links.rel[at] ?? null,
      linkType: links.linkType[at] ?? null,
      title: links.title[at] ?? null,
      language: links.language[at] ?? null,
      contextLeft: links.contextLeft[at] ?? null,
      contextRight: links.contextRight[at] ?? null,
      httpStatus: links.httpStatus[at] ?? null,
      firstSeen: links.firstSeen[at] ?? null,
      lastSeen: links.lastSeen[at] ?? null,
      lost: links.lost[at] ?? null,
      lostReason: links.lostReason[at] ?? null,
      externalLinks: links.externalLinks[at] ?? null,
      linksInGroup: links.linksInGroup[at] ?? 1,
      metrics: links.metrics[at] ?? null,
    },
    page: {
      key: links.pageKey[at] ?? '',
      url: links.pageUrl[at] ?? '',
      host: links.pageHost[at] ?? '',
      domain: links.pageDomain[at] ?? '',
    },
    target: targets[links.targetAt[at] ?? -1] ?? null,
  };
}
