import { stripWww } from '../../core/url/host-name.ts';
import type { UrlIdentity } from '../../core/url/url-identity.ts';

/**
 * How the address of a page is spelt beyond its key (schema/0008-page-spelling.ts, whose column `url` puts it together again): nearly
 * always the key with a scheme, and with or without `www.` and a slash at its end.
 */
export interface PageSpelling {
  /** {@link HTTPS}, {@link WWW} and {@link SLASH}, added up. */
  readonly spelling: number;
  /** The address itself where it is spelt otherwise: with a tracking parameter, a user name, other escapes. */
  readonly oddUrl: string | null;
}

const HTTPS = 1;
/** Of the host, so that it holds for odd addresses too. */
const WWW = 2;
const SLASH = 4;

/** How an address is spelt. */
export function spellingOf({ key, url, host }: Pick<UrlIdentity, 'key' | 'url' | 'host'>): PageSpelling {
  const spelling = (url.startsWith('https:') ? HTTPS : 0) | (stripWww(host) === host ? 0 : WWW);
  const start = (spelling & HTTPS ? 'https://' : 'http://').length + (spelling & WWW ? 'www.' : '').length;
  const surplus = url.length - start - key.length;
  const isPlain = url.startsWith(host, start - (spelling & WWW ? 'www.' : '').length) && url.startsWith(key, start);
  if (isPlain && surplus === 0) return { spelling, oddUrl: null };
  if (isPlain && surplus === 1 && url.endsWith('/')) return { spelling: spelling | SLASH, oddUrl: null };
  return { spelling, oddUrl: url };
}

/** The address of a page of that key and spelling. */
export function spelt(key: string, { spelling, oddUrl }: PageSpelling): string {
  if (oddUrl !== null) return oddUrl;
  return `${spelling & HTTPS ? 'https://' : 'http://'}${spelling & WWW ? 'www.' : ''}${key}${spelling & SLASH ? '/' : ''}`;
}
