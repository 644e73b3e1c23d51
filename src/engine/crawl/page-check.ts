import type { SearchValue } from '../../core/check/counts-for-search.ts';
import type { RedirectHop } from '../../core/check/fetch-outcome.ts';
import type { KnownPage } from '../../core/check/known-ground.ts';
import type { PageVerdict } from '../../core/check/page-verdict.ts';
import type { PageFacts } from '../../core/html/page-reading.ts';
import type { CheckReason } from '../../core/model/check-reason.ts';
import type { Placement } from '../../core/model/placement.ts';
import type { UrlIdentity } from '../../core/url/url-identity.ts';
import type { PageWishes } from './read-answer.ts';
import type { RobotsVerdict } from './robots-cache.ts';

/** A source page to be fetched once for all the links it is said to hold. */
export interface PageToCheck {
  readonly pageId: number;
  /** The address to fetch, as kept for fetching. */
  readonly url: string;
  readonly links: readonly LinkToCheck[];
  /** What the last look proved, where the server can be asked whether the page has changed since. */
  readonly earlier?: EarlierAnswer | null;
  /** What was known of the page before, to tell it from what may stand in its place. */
  readonly known?: KnownPage | null;
}

/** What a reader is to know of a page besides the answer. */
export function wishesFor({ links, known }: PageToCheck, readAt: number): PageWishes {
  return {
    links: links.map(({ target, placement }) => ({ target, placement: placement ?? null })),
    known: known ?? null,
    readAt,
  };
}

/** A look that may be repeated. */
export interface EarlierAnswer {
  readonly pageCheckId: number;
  /** The address that answered. */
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly robotsGooglebot: string | null;
  /** One for each link of the page. */
  readonly links: readonly {
    readonly backlinkId: number;
    readonly state: 'live' | 'gone';
    readonly reason: CheckReason;
  }[];
}

export interface LinkToCheck {
  readonly backlinkId: number;
  /** The client's page the link leads to; null where no export said. */
  readonly target: UrlIdentity | null;
  /** Where in the page the link stood when a look last saw it. */
  readonly placement?: Placement | null;
}

/** Everything one look at a page gave, ready to be stored. */
export interface PageCheckResult {
  readonly pageId: number;
  /** When the look began, in milliseconds since 1970. */
  readonly checkedAt: number;
  readonly durationMs: number;
  /** Times the page was asked for in this run; 0 where its host was not asked any more. */
  readonly attempts: number;
  readonly requestedUrl: string;
  readonly finalUrl: string;
  readonly chain: readonly RedirectHop[];
  /** HTTP status of the last answer; null where none came. */
  readonly status: number | null;
  readonly robots: PageRobots;
  /** Why the certificate of the host that answered last is not valid, where that was ignored; null otherwise. */
  readonly certificate: string | null;
  readonly contentType: string | null;
  /** Charset the body was read in; null where none was read. */
  readonly charset: string | null;
  /** Bytes of the unpacked body, and its SHA-256 in hexadecimal. */
  readonly sizeBytes: number | null;
  readonly bodySha256: string | null;
  /** ETag and Last-Modified of a page that was read, for the next look. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The earlier look whose answer holds still, since the server says that the page has not changed; null for a page that was read. */
  readonly repeats: number | null;
  /** The look at the raw HTML, where this one is at the page as a browser shows it; null otherwise. */
  readonly raw: PageCheckResult | null;
  /** What the page says of itself; null where no HTML was read. */
  readonly facts: PageFacts | null;
  readonly links: readonly LinkCheckResult[];
}

/** What robots.txt says to us and to Googlebot, the strictest of all hops; null where it was not asked. */
export interface PageRobots {
  readonly us: RobotsVerdict | null;
  readonly googlebot: RobotsVerdict | null;
}

export interface LinkCheckResult {
  readonly backlinkId: number;
  readonly verdict: PageVerdict;
  /** What the headline occurrence is worth for search; null unless the link is live. */
  readonly search: SearchValue | null;
}
