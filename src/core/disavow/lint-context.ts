import type { EntryLine } from './disavow-file.ts';

/** Known backlinks that one entry covers, counted once each under the first of these that fits. */
export interface LinkSummary {
  /** Live, followed, on an indexable page. */
  readonly live: number;
  /** Live, but the link or its page is nofollow, ugc or sponsored. */
  readonly nofollow: number;
  /** Live, but on a page search engines may not index. */
  readonly noindex: number;
  readonly gone: number;
  /** Not checked yet, or the page could not be read: such links may well count. */
  readonly unknown: number;
}

/** How many referring domains the whole file covers. */
export interface CoverageNumbers {
  readonly domains: number;
  readonly coveredDomains: number;
  /** Of the domains rated good; leave both at 0 where nothing is rated. */
  readonly goodDomains: number;
  readonly coveredGoodDomains: number;
}

/** What the project knows. Everything is optional; a rule whose knowledge is missing stays silent. */
export interface LintContext {
  /** The project's own hosts, with or without `www.` (E7). */
  readonly ownHosts?: readonly string[];
  /** What the project marks keep (W4). */
  readonly verdicts?: {
    /** True when `domain:host` would cover a domain or page marked keep. */
    readonly keptDomain: (host: string) => boolean;
    /** True when the page with this identity key, or the domain it is on, is marked keep. */
    readonly keptUrl: (key: string) => boolean;
  };
  /** True for top-ranked sites, in addition to the built-in shared platforms (W3). Asked with hosts without `www.`. */
  readonly isPopular?: (domain: string) => boolean;
  /** True when any known backlink comes from this host or from below it (W8). */
  readonly knowsDomain?: (host: string) => boolean;
  /** The known backlinks an entry covers, null where that is not known (W8). */
  readonly linksOf?: (entry: EntryLine) => LinkSummary | null;
  readonly coverage?: CoverageNumbers;
  /** From which share of all or of the good referring domains W10 speaks, 0 to 1; 0.2 where left out. */
  readonly maximumShare?: number;
  /** Where and when this file was uploaded; null for what was not recorded (I2). */
  readonly upload?: { readonly property: string | null; readonly uploadedOn: string | null };
}
