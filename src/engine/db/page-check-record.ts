import type { CheckReason } from '../../core/model/check-reason.ts';
import type { LinkState } from '../../core/model/link-state.ts';
import type { Placement } from '../../core/model/placement.ts';
import type { UrlIdentity } from '../../core/url/url-identity.ts';

/** What one look at one page gave. */
export interface PageCheckRecord {
  readonly pageId: number;
  /** ISO time. */
  readonly checkedAt: string;
  readonly durationMs: number;
  readonly finalUrl: string | null;
  readonly httpStatus: number | null;
  readonly redirects: readonly { readonly status: number; readonly url: string }[];
  /** robots.txt's word for our agent and for Googlebot. */
  readonly robots: string | null;
  readonly robotsGooglebot: string | null;
  /** Why the certificate is not valid, where that was ignored. */
  readonly certificate: string | null;
  readonly contentType: string | null;
  readonly sizeBytes: number | null;
  readonly bodyHash: string | null;
  /** What the server can be asked by whether the page has changed; null where it told nothing. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The look whose answer this one repeats, since the server says that the page has not changed; null for an own answer. */
  readonly repeats: number | null;
  /** The look at the raw HTML, stored before this one, which is at the page as a browser shows it; null otherwise. */
  readonly raw: PageCheckRecord | null;
  /** Null when no page was read. */
  readonly facts: PageFactsRecord | null;
  readonly links: readonly LinkCheckRecord[];
}

export interface PageFactsRecord {
  readonly title: string | null;
  readonly language: string | null;
  readonly metaRobots: string | null;
  readonly isIndexable: boolean;
  readonly canonical: string | null;
  readonly textLength: number;
  readonly internalLinks: number;
  readonly externalLinks: number;
}

/** What the look proved about one backlink. */
export interface LinkCheckRecord {
  readonly backlinkId: number;
  readonly state: Exclude<LinkState, 'unchecked'>;
  readonly reason: CheckReason;
  readonly evidence: string;
  readonly occurrences: readonly OccurrenceRecord[];
  /** Index of the occurrence that stands for the link; null where there is none. */
  readonly headline: number | null;
}

export interface OccurrenceRecord {
  readonly target: UrlIdentity;
  readonly href: string;
  readonly anchor: string;
  readonly rel: readonly string[];
  readonly placement: Placement;
  readonly placementEvidence: string;
  readonly contextLeft: string;
  readonly contextRight: string;
}
