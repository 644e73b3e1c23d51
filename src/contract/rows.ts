import type { AnchorClass } from '../core/model/anchor-class.ts';
import type { CheckReason } from '../core/model/check-reason.ts';
import type { RejectReason } from '../core/model/export-record.ts';
import type { LinkState } from '../core/model/link-state.ts';
import type { Placement } from '../core/model/placement.ts';
import type { FiredSignal } from '../core/model/signal.ts';
import type { Vendor } from '../core/model/vendor.ts';
import type { Verdict } from '../core/model/verdict.ts';

/** One backlink as tables, `links --json` and exports show it. Dates are ISO; a null is "not known", never zero. */
export interface LinkRow {
  readonly id: number;
  readonly sourceUrl: string;
  readonly sourceDomain: string;
  readonly targetUrl: string | null;
  readonly anchor: string | null;
  readonly anchorClass: AnchorClass;
  /** Rel tokens; empty when followed or when no source told. `followed` tells the two apart. */
  readonly rel: readonly string[];
  readonly followed: boolean | null;
  readonly state: LinkState;
  readonly reason: CheckReason | null;
  readonly httpStatus: number | null;
  readonly placement: Placement;
  readonly quality: number | null;
  readonly risk: number | null;
  readonly signals: readonly FiredSignal[];
  readonly verdict: Verdict;
  readonly note: string;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly lastChecked: string | null;
  readonly sources: readonly Vendor[];
}

/** What one import said of one backlink. */
export interface LinkSighting {
  readonly importId: number;
  readonly vendor: Vendor;
  readonly fileName: string;
  readonly line: number;
  readonly sourceUrl: string;
  readonly targetUrl: string | null;
  readonly anchor: string | null;
  readonly rel: readonly string[] | null;
  readonly title: string | null;
  readonly contextLeft: string | null;
  readonly contextRight: string | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly lost: string | null;
  readonly lostReason: string | null;
  readonly linksInGroup: number;
  readonly metrics: Readonly<Record<string, number | string>>;
}

/** One link found in the page by a check. */
export interface LinkOccurrence {
  readonly href: string;
  readonly anchor: string;
  readonly rel: readonly string[];
  readonly placement: Placement;
  readonly placementEvidence: string;
  readonly contextLeft: string;
  readonly contextRight: string;
}

/** One entry of a backlink's verification history, newest first in lists. */
export interface LinkCheck {
  readonly checkedAt: string;
  readonly state: Exclude<LinkState, 'unchecked'>;
  readonly reason: CheckReason;
  readonly evidence: string;
  /** What differs from the check before, in words ("anchor changed from … to …"). */
  readonly changes: readonly string[];
  readonly finalUrl: string | null;
  readonly httpStatus: number | null;
  readonly redirects: readonly { readonly status: number; readonly url: string }[];
  readonly robots: string | null;
  readonly robotsGooglebot: string | null;
  readonly metaRobots: string | null;
  readonly indexable: boolean | null;
  readonly canonical: string | null;
  readonly title: string | null;
  readonly contentType: string | null;
  readonly sizeBytes: number | null;
  readonly textLength: number | null;
  readonly internalLinks: number | null;
  readonly externalLinks: number | null;
  /** Why the certificate is not valid, where that was ignored on request. */
  readonly certificate: string | null;
  readonly durationMs: number;
  readonly occurrences: readonly LinkOccurrence[];
}

/** Everything the evidence drawer shows for one backlink. */
export interface LinkDetail {
  readonly row: LinkRow;
  readonly domain: DomainRow;
  readonly sightings: readonly LinkSighting[];
  readonly checks: readonly LinkCheck[];
  /** Last state a check was certain of, when the newest one was not. */
  readonly lastCertain: { readonly state: 'live' | 'gone'; readonly checkedAt: string } | null;
}

/** One referring domain. */
export interface DomainRow {
  readonly id: number;
  readonly domain: string;
  readonly links: number;
  readonly pages: number;
  readonly live: number;
  readonly gone: number;
  readonly unknown: number;
  readonly followed: number;
  readonly quality: number | null;
  readonly risk: number | null;
  readonly suggestion: string;
  readonly suggestionReason: string;
  readonly verdict: Verdict;
  readonly note: string;
  readonly rank: number | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly sources: readonly Vendor[];
}

/** One anchor text, counted per link and per referring domain. */
export interface AnchorRow {
  readonly anchor: string | null;
  readonly anchorClass: AnchorClass;
  readonly links: number;
  readonly domains: number;
  readonly followed: number;
  readonly live: number;
  readonly risk: number | null;
}

/** One page of the client's site that is linked to. */
export interface TargetRow {
  readonly id: number;
  readonly targetUrl: string | null;
  readonly links: number;
  readonly domains: number;
  readonly followed: number;
  readonly live: number;
}

/** One import and what became of its rows: rows = accepted + duplicates + rejected. */
export interface ImportRow {
  readonly id: number;
  readonly file: string;
  readonly format: string;
  readonly vendor: Vendor;
  readonly confidence: number;
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly importedAt: string;
  readonly sizeBytes: number;
  readonly rows: number;
  /** Rows that named a backlink (or domain) the project did not know. */
  readonly accepted: number;
  /** Rows whose backlink the project knew; what they say of it is kept all the same. */
  readonly duplicates: number;
  readonly rejected: number;
  /** Rejected rows by reason. */
  readonly rejections: Readonly<Partial<Record<RejectReason, number>>>;
}

export interface RejectedRow {
  readonly line: number;
  readonly reason: RejectReason;
  readonly text: string;
  readonly raw: string;
}

/** One check of one backlink, for the list of checks across the project. */
export interface CheckRow {
  readonly id: number;
  readonly backlinkId: number;
  readonly sourceUrl: string;
  readonly checkedAt: string;
  readonly state: Exclude<LinkState, 'unchecked'>;
  readonly reason: CheckReason;
  readonly httpStatus: number | null;
  readonly evidence: string;
  /** What differs from what was known before, in words. */
  readonly changes: readonly string[];
  readonly durationMs: number;
  /** The run that looked; null for looks of no run. */
  readonly job: number | null;
  /** Number of redirects on the way, and the address behind them. */
  readonly redirects: number;
  readonly finalUrl: string | null;
  readonly title: string | null;
  readonly sizeBytes: number | null;
  /** What robots.txt says to Anchorage and to Googlebot, and what the page says. */
  readonly robots: string | null;
  readonly robotsGooglebot: string | null;
  readonly metaRobots: string | null;
  readonly canonical: string | null;
}

/** One page of a result with the exact total of the filter. */
export interface Page<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

/** How many of what the project holds. */
export interface ProjectTotals {
  readonly backlinks: number;
  readonly pages: number;
  readonly domains: number;
  readonly targets: number;
}
