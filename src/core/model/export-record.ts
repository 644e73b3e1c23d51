/**
 * One row of a vendor's export after mapping and before merging: the vendor's own words for the row, with numbers and
 * dates decided, and nothing invented. What a file does not say is null.
 */
export type ExportRecord = LinkRecord | DomainRecord | RejectedRecord;

export interface LinkRecord {
  readonly kind: 'link';
  /** 1-based line of the file on which the row starts. */
  readonly line: number;
  /** Source page URL as written. */
  readonly source: string;
  /** Target URL as written; null where the export names none (Search Console). */
  readonly target: string | null;
  readonly anchor: string | null;
  /** Lower-case qualifying rel values; null where the export does not tell. */
  readonly rel: readonly string[] | null;
  /** What carries the link, where told. For `image` the anchor is the alt text. */
  readonly linkType: 'text' | 'image' | 'frame' | 'form' | 'redirect' | 'mention' | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly contextLeft: string | null;
  readonly contextRight: string | null;
  readonly httpStatus: number | null;
  /** ISO dates (YYYY-MM-DD). */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly lost: string | null;
  /** The vendor's own word for why it calls the link lost. */
  readonly lostReason: string | null;
  /** External links on the source page, where told. */
  readonly externalLinks: number | null;
  /** Links this row stands for where the vendor folded similar rows; 1 otherwise. */
  readonly linksInGroup: number;
  readonly metrics: MetricValues;
}

export interface DomainRecord {
  readonly kind: 'domain';
  readonly line: number;
  /** Host or origin as written. */
  readonly domain: string;
  readonly links: number | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly lost: string | null;
  readonly metrics: MetricValues;
}

/**
 * What a row says in the columns that mean something only to their vendor, in the order of `Detection.metrics`, which has their names.
 * Null where the cell is empty.
 */
export type MetricValues = readonly (number | string | null)[];

export interface RejectedRecord {
  readonly kind: 'rejected';
  readonly line: number;
  /** The row as it stands in the file, cut to 2,000 characters. */
  readonly raw: string;
  readonly reason: RejectReason;
}

/** Why a row of an export became no link. */
export const REJECT_REASONS = {
  'no-source': 'the row names no source page',
  'bad-source-url': 'the source is not a web address',
  'bad-target-url': 'the target is not a web address',
  'bad-domain': 'the row names no valid domain',
  'own-page': 'the source page belongs to the client’s own site',
  'other-site': 'the row links to a site that is not the client’s',
  'not-a-link': 'the row is a resource of a page, not a hyperlink',
  'broken-row': 'the row is not valid CSV',
  'too-long': 'the row is longer than any export writes',
  'too-many-fields': 'the row has more fields than the header',
  'shifted-cells': 'the row’s cells do not fit their columns: a separator or quote is amiss',
} as const;
export type RejectReason = keyof typeof REJECT_REASONS;
