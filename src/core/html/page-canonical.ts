import { isHostOfSite, registrableDomain } from '../url/host-name.ts';
import { identifyUrl } from '../url/url-identity.ts';
import { resolveHref } from './page-links.ts';

/** The address a page names as its original. */
export interface PageCanonical {
  readonly url: string;
  readonly via: 'link-tag' | 'link-header';
  readonly kind: CanonicalKind;
}

/** Where a canonical points, seen from the page. `client` is one of the client's own sites. */
export type CanonicalKind = 'self' | 'same-site' | 'client' | 'other-domain';

/**
 * The canonical of a page: the first `<link rel=canonical>` of the head, else the Link header; null for none.
 *
 * @param sites the client's hosts, to tell a canonical that hands the page over to the client
 */
export function readCanonical(
  tags: readonly string[],
  linkHeaders: readonly string[],
  baseUrl: string,
  pageUrl: string,
  sites: readonly string[],
): PageCanonical | null {
  for (const href of tags) {
    const url = resolveHref(href, baseUrl);
    if (url !== null) return { url: url.href, via: 'link-tag', kind: canonicalKind(url, pageUrl, sites) };
  }
  for (const href of linkHeaders.flatMap(canonicalsOfHeader)) {
    const url = resolveHref(href, pageUrl);
    if (url !== null) return { url: url.href, via: 'link-header', kind: canonicalKind(url, pageUrl, sites) };
  }
  return null;
}

function canonicalKind(canonical: URL, pageUrl: string, sites: readonly string[]): CanonicalKind {
  const original = identifyUrl(canonical.href);
  const page = identifyUrl(pageUrl);
  if (original !== null && original.key === page?.key) return 'self';
  if (page !== null && registrableDomain(canonical.hostname) === page.domain) return 'same-site';
  return sites.some((site) => isHostOfSite(canonical.hostname, site)) ? 'client' : 'other-domain';
}

/** The targets of `rel=canonical` in a Link header (RFC 8288). */
function canonicalsOfHeader(value: string): string[] {
  const found: string[] = [];
  for (const match of value.matchAll(/<([^>]*)>([^<]*)/g)) {
    const rel = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i.exec(match[2] ?? '');
    const tokens = (rel?.[1] ?? rel?.[2] ?? '').toLowerCase().split(/\s+/);
    if (tokens.includes('canonical') && match[1] !== undefined) found.push(match[1].trim());
  }
  return found;
}
