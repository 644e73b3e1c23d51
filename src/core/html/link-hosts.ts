import { resolveHref } from './page-links.ts';

/** Longer addresses are resolved one by one, with the bounds of that. */
const MAX_PLAIN_CHARACTERS = 2_000;
/** An address on the page's own host, whatever follows: `/path`, `#part`, `?query`. */
const OWN_HOST = /^(?:\/(?![/\\\t\n\r])|[#?])/;
/** An address with its host in plain letters, where the host alone says whether it is valid. */
const PLAIN_HOST = /^https?:\/\/([a-z\d.-]+)(?=[/?#]|$)/;
/** A name that every URL parser leaves as it is: no number, which would be an address, and no punycode, which may be broken. */
const SETTLED_HOST = /^(?!.*xn--)(?:[a-z\d][a-z\d-]*\.)+[a-z]{2,}$/;

/**
 * The host each link leads to; null for mail, script and broken addresses. The same as resolving each address, in a fraction
 * of the time: most links of a page lead to the page's own host and a few others.
 */
export function findLinkHosts(links: readonly { readonly href: string }[], baseUrl: string): (string | null)[] {
  const ownHost = resolveHref('/', baseUrl)?.hostname ?? null;
  const hosts = new Map<string, string | null>();
  return links.map(({ href }) => {
    if (href.length > MAX_PLAIN_CHARACTERS) return resolveHref(href, baseUrl)?.hostname ?? null;
    if (ownHost !== null && OWN_HOST.test(href)) return ownHost;
    const written = PLAIN_HOST.exec(href)?.[1];
    if (written === undefined) return resolveHref(href, baseUrl)?.hostname ?? null;
    const known = hosts.get(written);
    if (known !== undefined) return known;
    const host = SETTLED_HOST.test(written) ? written : (resolveHref(`http://${written}/`, baseUrl)?.hostname ?? null);
    hosts.set(written, host);
    return host;
  });
}
