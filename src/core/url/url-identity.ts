import { isHostName, registrableDomain, stripWww } from './host-name.ts';

/**
 * What makes two spellings of an address the same page. Scheme, `www.`, a trailing slash, a default port, the fragment
 * known tracking parameters and the case of escapes do not tell pages apart; path case and the rest of the query do. The key is for matching
 * only: `url` keeps the spelling that is fetched.
 */
export interface UrlIdentity {
  /** `host/path?query` after the rules above, without scheme. */
  readonly key: string;
  /** The WHATWG serialisation of the address as written, fragment dropped. */
  readonly url: string;
  /** ASCII host, `www.` kept. */
  readonly host: string;
  /** Registrable domain of the host. */
  readonly domain: string;
}

const TRACKING_PARAMETERS = new Set([
  'fbclid',
  'gclid',
  'gclsrc',
  'dclid',
  'gbraid',
  'wbraid',
  'msclkid',
  'yclid',
  'twclid',
  'ttclid',
  'igshid',
  'mc_cid',
  'mc_eid',
  '_ga',
  '_gl',
  '_hsenc',
  '_hsmi',
  'srsltid',
  'vero_id',
  'wickedid',
]);

/**
 * The identity of an address as written in an export, or null when it is no web address. Blanks inside the path are
 * encoded, a missing scheme is read as http.
 *
 * @param domainOf gives the registrable domain of a host, for callers who remember them
 * @example identifyUrl('HTTP://www.Example.com:80/A/?utm_source=x#top')?.key === 'example.com/A'
 */
export function identifyUrl(text: string, domainOf = registrableDomain): UrlIdentity | null {
  const plain = PLAIN_ADDRESS.exec(text);
  if (plain !== null) {
    const [, scheme = '', host = '', path = '/', search = ''] = plain;
    if (isPlain(host, path)) {
      const url = plain[3] === undefined ? scheme + host + path + search : text;
      return { key: keyOf(host, '', path, search), url, host, domain: domainOf(host) };
    }
  }
  const url = parseWebAddress(text);
  if (url === null) return null;
  url.hash = '';
  const host = url.hostname.endsWith('.') ? url.hostname.slice(0, -1) : url.hostname;
  if (!isHostName(host)) return null;
  const key = keyOf(host, url.port, url.pathname, url.search);
  return { key, url: url.href, host, domain: domainOf(host) };
}

/**
 * Addresses that the URL parser would give back letter for letter (but for a missing root path), which are nine of ten in an
 * export. Taking them apart here is several times faster; whatever might be changed (capitals in the host, dot segments, escapes
 * in the path, addresses of numbers) does not match or is refused by {@link isPlain}.
 */
const PLAIN_ADDRESS =
  /^(https?:\/\/)((?:[a-z\d-]+\.)+[a-z]{2,})(\/[\w\-.~!$&()*+,;=:@/]*)?(\?[\w\-.~!$&()*+,;=:@/?%]+)?$/;

/** Not so long that a label could be too long, not punycode, which has to be checked, and without dot segments. */
function isPlain(host: string, path: string): boolean {
  return host.length <= 63 && !host.includes('xn--') && !path.includes('/.');
}

/**
 * An address without the parameters that only track a click: the spelling that stands for all those of one page.
 *
 * @example withoutTracking('https://example.com/a?id=4&fbclid=x') === 'https://example.com/a?id=4'
 */
export function withoutTracking(url: string): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query) + keptQuery(url.slice(query));
}

/** True for query parameters that only track where a click came from. */
export function isTrackingParameter(name: string): boolean {
  const lower = name.toLowerCase();
  return lower.startsWith('utm_') || TRACKING_PARAMETERS.has(lower);
}

/** Parses an http(s) address, adding the scheme a spreadsheet or a vendor left out; null for anything else. */
export function parseWebAddress(text: string): URL | null {
  const trimmed = stripQuotes(text.trim());
  if (trimmed === '') return null;
  const scheme = /^([a-z][a-z\d+.-]*):(?!\d+(?:[/?#]|$))/i.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return null;
  const address = scheme === undefined ? `http://${trimmed.replace(/^\/\//, '')}` : trimmed;
  const url = URL.parse(address);
  if (url === null || url.hostname === '' || (scheme === undefined && !url.hostname.includes('.'))) return null;
  return url;
}

/** Without quotes and angle brackets at both ends. A regular expression for the end would take quadratic time on long runs. */
function stripQuotes(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && `"'<`.includes(text.charAt(start))) start += 1;
  while (end > start && `"'>`.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function keyOf(host: string, port: string, pathname: string, search: string): string {
  const path = pathname.length > 1 && pathname.endsWith('/') ? pathname.slice(0, -1) : pathname;
  const rest = path + keptQuery(search);
  return stripWww(host) + (port === '' ? '' : `:${port}`) + (rest.includes('%') ? plainEscapes(rest) : rest);
}

/** Escapes in capitals, and none for letters that need none (RFC 3986, 6.2.2): `%c3%bc` and `%73` are `%C3%BC` and `s`. */
function plainEscapes(text: string): string {
  return text.replace(/%[\da-f]{2}/gi, (escape) => {
    const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
    return /[\w.~-]/.test(character) ? character : escape.toUpperCase();
  });
}

/** The query without tracking parameters, otherwise untouched: re-encoding would tell equal addresses apart. */
function keptQuery(search: string): string {
  if (search.length < 2) return '';
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTrackingParameter(pair.split('=', 1)[0] ?? ''));
  return kept.length === 0 ? '' : `?${kept.join('&')}`;
}
