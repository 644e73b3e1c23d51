import { resolveHref } from './page-links.ts';

/** A link to another address that carries the address of a wanted site in its query. */
export interface RedirectorLink {
  /** Where the link leads by its markup. */
  readonly url: string;
  /** The address it carries. */
  readonly target: string;
}

/** A name without scheme is an address too, but not what somebody searches for. */
const CARRIES_ADDRESS =
  /[?&;](?:[\w.-]+=(?:https?(?:%253a|%3a|:)|%2f%2f|\/\/)|(?!(?:q|s|search|query|suche|keywords?)=)[\w.-]+=www\.)/i;
const MAX_ASKED = 2_000;
/** Widgets that share a page carry its address as well. */
const SHARE_PATH = /\/(?:sharer?|intent|shareArticle|share-offsite|pin\/create|submit|bookmarklet)\b/i;

/** The first link through a redirector, such as `/out.php?url=`, to a wanted host; null for none. */
export function findRedirectorLink(
  links: readonly { readonly href: string }[],
  baseUrl: string,
  isWanted: (host: string) => boolean,
): RedirectorLink | null {
  let asked = 0;
  for (const { href } of links) {
    if (!CARRIES_ADDRESS.test(href) || SHARE_PATH.test(href)) continue;
    if (++asked > MAX_ASKED) return null;
    const url = resolveHref(href, baseUrl);
    const target = url === null ? undefined : carriedAddresses(url.search).find(({ hostname }) => isWanted(hostname));
    if (url !== null && target !== undefined) return { url: url.href, target: target.href };
  }
  return null;
}

function carriedAddresses(search: string): URL[] {
  return search
    .slice(1)
    .split(/[&;]/)
    .flatMap((pair) => {
      const value = decode(pair.slice(pair.indexOf('=') + 1));
      const address = /^(?:https?:)?\/\//i.test(value) ? value : `http://${value}`;
      const url = /^(?:https?:|\/\/|www\.)/i.test(value) ? URL.parse(address, 'http://nowhere.invalid/') : null;
      return url === null ? [] : [url];
    });
}

/** Undoes up to two percent-encodings; broken ones stay as they are. */
function decode(value: string): string {
  try {
    const once = decodeURIComponent(value);
    return /^https?%3a/i.test(once) ? decodeURIComponent(once) : once;
  } catch {
    return value;
  }
}
