import { getDomain, getPublicSuffix, parse } from 'tldts';

/** The Public Suffix List with its private part: every blog of a blog host is a site of its own. */
const SUFFIX_LIST = { allowPrivateDomains: true, validateHostname: false, extractHostname: false } as const;

/**
 * The host named by a cell or a line, as lower-case ASCII (punycode), or null when there is none. Reads bare hosts,
 * origins and whole URLs; ports, user names and one trailing dot are dropped.
 *
 * @example parseHost('https://Bücher.example/') === 'xn--bcher-kva.example'
 */
export function parseHost(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return null;
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(trimmed) ? trimmed : `http://${trimmed.replace(/^\/\//, '')}`;
  const url = URL.parse(withScheme);
  if (url === null || url.hostname === '') return null;
  const host = url.hostname.replace(/\.$/, '');
  return isHostName(host) ? host : null;
}

/** True for an ASCII host that DNS or an address literal could carry: `a.example`, `1.2.3.4`, `[::1]`. */
export function isHostName(host: string): boolean {
  if (host.startsWith('[')) return true;
  if (host === '' || host.length > 253) return false;
  return host.split('.').every((label) => label.length > 0 && label.length <= 63 && /^[a-z\d_-]+$/i.test(label));
}

/** True for an IPv4 address or a bracketed IPv6 address. */
export function isIpHost(host: string): boolean {
  return host.startsWith('[') || /^\d{1,3}(\.\d{1,3}){3}$/.test(host);
}

/**
 * The registrable domain of an ASCII host by the Public Suffix List, private part included; the host itself where there
 * is none (addresses, bare suffixes, one-label names).
 *
 * @example registrableDomain('news.bbc.co.uk') === 'bbc.co.uk'
 * @example registrableDomain('a.me.blogspot.com') === 'me.blogspot.com'
 */
export function registrableDomain(host: string): string {
  if (isIpHost(host)) return host;
  return getDomain(host, SUFFIX_LIST) ?? host;
}

/**
 * True when the name is itself a public suffix, such as `co.uk`, `store` or `blogspot.com`: other people register names
 * directly below it.
 */
export function isPublicSuffix(host: string): boolean {
  const facts = parse(host, SUFFIX_LIST);
  return facts.publicSuffix === host && (facts.isIcann === true || facts.isPrivate === true);
}

/** True for a name below a public suffix of the list: `garden.com`, but neither `com` nor `index.html`. */
export function hasKnownSuffix(host: string): boolean {
  const facts = parse(host, SUFFIX_LIST);
  return facts.domain !== null && (facts.isIcann === true || facts.isPrivate === true);
}

/** True for a public suffix that a company runs for its customers, such as `blogspot.com` or `github.io`. */
export function isPrivateSuffix(suffix: string): boolean {
  const facts = parse(suffix, SUFFIX_LIST);
  return facts.publicSuffix === suffix && facts.isPrivate === true;
}

/** The public suffix of a host, as in `co.uk`; the last label where the list knows none. */
export function publicSuffixOf(host: string): string {
  return getPublicSuffix(host, SUFFIX_LIST) ?? host.slice(host.lastIndexOf('.') + 1);
}

/** True when `host` is `site` or one of its subdomains; `www.` in front of `site` and the dot of a full name are ignored. */
export function isHostOfSite(host: string, site: string): boolean {
  const root = stripWww(site);
  if (host.endsWith('.')) return isHostOfSite(host.slice(0, -1), site);
  if (!host.endsWith(root)) return false;
  return host.length === root.length || host.charAt(host.length - root.length - 1) === '.';
}

/** `www.example.com` and `example.com` are one place for matching. */
export function stripWww(host: string): string {
  return host.startsWith('www.') && host.indexOf('.', 4) !== -1 ? host.slice(4) : host;
}
