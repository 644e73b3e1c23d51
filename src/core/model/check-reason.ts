import type { LinkState } from './link-state.ts';

/** When a check with this reason is worth repeating. */
export type RetryAdvice = 'later' | 'backoff' | 'when-changed' | 'never';

interface CheckReasonFacts {
  readonly state: Exclude<LinkState, 'unchecked'>;
  /** What was observed, as a sentence fragment for people: "could not check (blocked: 403)". */
  readonly text: string;
  readonly retry: RetryAdvice;
}

/**
 * Every outcome a check can have, with the state that follows from it. A closed union: the fetcher, the page reader, the
 * database, the filter language and the window all speak of these and no others.
 */
export const CHECK_REASONS = {
  present: { state: 'live', text: 'the link is in the page', retry: 'later' },
  'present-rendered': { state: 'live', text: 'the link is in the page once its scripts have run', retry: 'later' },
  'present-other-target': { state: 'live', text: 'the page links to another page of the site', retry: 'later' },

  absent: { state: 'gone', text: 'the page was read and holds no such link', retry: 'later' },
  'commented-out': { state: 'gone', text: 'the link stands only in an HTML comment', retry: 'later' },
  'noscript-only': { state: 'gone', text: 'the link stands only inside noscript', retry: 'later' },
  'template-only': { state: 'gone', text: 'the link stands only inside a template element', retry: 'later' },
  'iframe-only': { state: 'gone', text: 'the link stands only inside an iframe', retry: 'later' },
  'redirector-only': {
    state: 'unknown',
    text: 'the page names the site only in links through a redirector',
    retry: 'later',
  },
  'mention-only': { state: 'gone', text: 'the page names the site without linking to it', retry: 'later' },
  'not-found': { state: 'gone', text: 'the page answers 404', retry: 'later' },
  'page-gone': { state: 'gone', text: 'the page answers 410', retry: 'never' },

  'dns-failure': { state: 'unknown', text: 'the host name does not resolve', retry: 'backoff' },
  'connection-refused': { state: 'unknown', text: 'the host refused the connection', retry: 'backoff' },
  'connection-reset': { state: 'unknown', text: 'the connection broke', retry: 'backoff' },
  timeout: { state: 'unknown', text: 'the host did not answer in time', retry: 'backoff' },
  'too-slow': { state: 'unknown', text: 'the page arrived too slowly', retry: 'backoff' },
  'tls-error': { state: 'unknown', text: 'no secure connection could be made', retry: 'later' },
  'bad-certificate': { state: 'unknown', text: 'the certificate is not valid', retry: 'later' },
  'too-large': { state: 'unknown', text: 'the page is larger than the limit', retry: 'when-changed' },
  incomplete: { state: 'unknown', text: 'the page did not arrive whole', retry: 'backoff' },
  'network-error': { state: 'unknown', text: 'the request failed', retry: 'backoff' },

  unauthorized: { state: 'unknown', text: 'could not check (login needed: 401)', retry: 'later' },
  forbidden: { state: 'unknown', text: 'could not check (blocked: 403)', retry: 'later' },
  'rate-limited': { state: 'unknown', text: 'could not check (too many requests)', retry: 'backoff' },
  'client-error': { state: 'unknown', text: 'could not check (4xx answer)', retry: 'later' },
  'server-error': { state: 'unknown', text: 'could not check (server error: 5xx)', retry: 'backoff' },
  'unexpected-status': { state: 'unknown', text: 'could not check (unexpected answer)', retry: 'later' },
  'redirect-loop': { state: 'unknown', text: 'the redirects run in a circle', retry: 'later' },
  'too-many-redirects': { state: 'unknown', text: 'more than ten redirects', retry: 'later' },
  'bad-redirect': { state: 'unknown', text: 'the redirect leads to no usable address', retry: 'later' },

  captcha: { state: 'unknown', text: 'could not check (captcha)', retry: 'later' },
  'bot-challenge': { state: 'unknown', text: 'could not check (bot challenge)', retry: 'later' },
  'access-denied': {
    state: 'unknown',
    text: 'could not check (refused by a firewall, or for this region)',
    retry: 'later',
  },
  'consent-wall': { state: 'unknown', text: 'could not check (the page asks for consent or an age)', retry: 'later' },
  'soft-404': { state: 'unknown', text: 'the page says it is missing or broken but answers 200', retry: 'later' },
  parked: { state: 'unknown', text: 'the domain is parked', retry: 'later' },
  'empty-page': { state: 'unknown', text: 'the page is empty', retry: 'later' },
  'thin-page': { state: 'unknown', text: 'what was read is too little to be sure that it is the page', retry: 'later' },
  'login-page': { state: 'unknown', text: 'could not check (the page asks for a login)', retry: 'later' },
  'redirected-away': { state: 'unknown', text: 'the page redirects to another site without the link', retry: 'later' },
  'javascript-page': { state: 'unknown', text: 'not in the raw HTML; the page is built by JavaScript', retry: 'later' },
  'javascript-comments': {
    state: 'unknown',
    text: 'not in the raw HTML; the comments are fetched by JavaScript',
    retry: 'later',
  },

  'robots-disallowed': { state: 'unknown', text: 'robots.txt does not let us look', retry: 'when-changed' },
  'robots-unreachable': { state: 'unknown', text: 'robots.txt could not be read', retry: 'backoff' },

  'not-html': { state: 'unknown', text: 'the address answers with something other than HTML', retry: 'when-changed' },
  undecodable: { state: 'unknown', text: 'the page text could not be decoded', retry: 'later' },

  'private-address': { state: 'unknown', text: 'refused: the host is a private address', retry: 'never' },
  'unsupported-url': { state: 'unknown', text: 'refused: the address cannot be fetched', retry: 'never' },
} as const satisfies Record<string, CheckReasonFacts>;

export type CheckReason = keyof typeof CHECK_REASONS;

/** The state that follows from a check's reason. */
export function stateOfReason(reason: CheckReason): Exclude<LinkState, 'unchecked'> {
  return CHECK_REASONS[reason].state;
}

/** What is only found in the page that was asked for, as opposed to a wall, an error or a stub in its place. */
const FOUND_IN_PAGE: ReadonlySet<CheckReason> = new Set<CheckReason>([
  'present',
  'present-rendered',
  'present-other-target',
  'absent',
  'commented-out',
  'noscript-only',
  'template-only',
  'iframe-only',
  'redirector-only',
  'mention-only',
  'javascript-comments',
]);

/** True where a look with this reason read the page itself, so that its title and text are those of the page. */
export function readThePage(reason: CheckReason): boolean {
  return FOUND_IN_PAGE.has(reason);
}
