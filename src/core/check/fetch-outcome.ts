import type { PageHeaders } from '../html/page-reading.ts';
import type { CheckReason } from '../model/check-reason.ts';

/** One step away from the address that was asked for. */
export interface RedirectHop {
  /** The address that answered with the redirect. */
  readonly url: string;
  /** HTTP status of that answer. */
  readonly status: number;
  readonly via: 'location' | 'refresh-header' | 'meta-refresh';
  /** Where it leads, resolved. */
  readonly to: string;
}

/** What asking for one page gave: an answer that was read, or the reason why there is none. */
export type FetchOutcome = FetchedPage | FetchFailure;

/** An answer with its body, whatever its status. */
export interface FetchedPage {
  readonly kind: 'page';
  readonly requestedUrl: string;
  /** The address that gave the answer, after every redirect. */
  readonly finalUrl: string;
  readonly chain: readonly RedirectHop[];
  readonly status: number;
  readonly headers: PageHeaders;
  /** How the body reads: HTML to be read, another type, nothing, or bytes that no charset explains. */
  readonly content: 'html' | 'other' | 'empty' | 'undecodable';
  /** Content-Type as sent, or null. */
  readonly contentType: string | null;
  /** Why the end of the body is missing; null where it is whole. What came still shows the links it holds. */
  readonly cut: CutShort | null;
}

/** A body of which only the beginning was read. */
export interface CutShort {
  readonly reason: 'too-large' | 'incomplete';
  readonly evidence: string;
}

/** No answer, or one that was refused. */
export interface FetchFailure {
  readonly kind: 'failure';
  readonly reason: CheckReason;
  /** What was observed, in words for people: an error code, a limit that was reached. */
  readonly evidence: string;
  readonly requestedUrl: string;
  readonly finalUrl: string;
  readonly chain: readonly RedirectHop[];
  /** Status of an answer that was given up on; null where none came. */
  readonly status: number | null;
  /** Of whom the failure speaks where no connection was made: it may be the network of this machine that is gone. */
  readonly unreached?: Unreached | undefined;
  /** Where it is robots.txt that could not be read, and it is worth another try in the same run. */
  readonly robotsRetry?: RobotsRetry | undefined;
}

/** How robots.txt may be asked for once more. */
export interface RobotsRetry {
  /** Retry-After as sent; undefined for none. */
  readonly retryAfter: string | undefined;
}

/** A failure without a connection tells rather of this machine, or rather of the host. */
export type Unreached = 'machine' | 'host';
