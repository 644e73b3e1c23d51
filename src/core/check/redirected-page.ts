import { registrableDomain } from '../url/host-name.ts';
import { identifyUrl, type UrlIdentity } from '../url/url-identity.ts';
import type { FetchedPage } from './fetch-outcome.ts';
import { type ExpectedLink, leadsToClient } from './find-link.ts';
import type { PageSign } from './page-sign.ts';

/**
 * What a redirect to a page without the link proves: nothing where it left the domain or led to the client, and nothing where the
 * home page or a section stands in for the page; null where the page is the one that was asked for.
 */
export function redirectSign(page: FetchedPage, expected: ExpectedLink): PageSign | null {
  const from = identifyUrl(page.requestedUrl);
  const to = identifyUrl(page.finalUrl);
  if (page.chain.length === 0 || from === null || to === null || from.key === to.key) return null;
  if (isClientPage(page, expected))
    return { reason: 'redirected-away', evidence: `redirects to the client's own page ${to.url}` };
  if (from.domain !== to.domain) return { reason: 'redirected-away', evidence: `redirects to ${to.url}` };
  if (isHomePage(to) && !isHomePage(from))
    return { reason: 'soft-404', evidence: `redirects to the home page ${to.url}` };
  return isSectionOf(to, from) ? { reason: 'soft-404', evidence: `redirects to the section ${to.url}` } : null;
}

/** True for a page of the client's own links to itself all over: none of that is a backlink. */
export function isClientPage(page: FetchedPage, expected: ExpectedLink): boolean {
  const from = identifyUrl(page.requestedUrl);
  const to = identifyUrl(page.finalUrl);
  if (from === null || to === null || registrableDomain(from.host) === registrableDomain(to.host)) return false;
  return leadsToClient(to, expected);
}

const HOME_PATH =
  /^\/(?:(?:index|default|home|start|main|welcome)(?:\.\w+)?\/?|[a-z]{2}(?:[-_][a-z]{2})?(?:\/(?:(?:index|default|home)(?:\.\w+)?\/?)?)?)?$/i;
/** Parts of an address that lead to the same page in another form. */
const SAME_PAGE_PARTS =
  /^\/(?:index\.\w+|amp|feed|print|trackback|comments?|attachment\/.+|(?:comment-)?page[-/]?\d+|\d{1,3})\/?$/i;

/** True where one page's path lies below the other's: a post that leads to its category is gone, or hidden. */
function isSectionOf(section: UrlIdentity, page: UrlIdentity): boolean {
  const [above, below] = [URL.parse(section.url), URL.parse(page.url)];
  if (above === null || below === null || above.search !== '') return false;
  const path = above.pathname.replace(/\/$/, '');
  return below.pathname.startsWith(`${path}/`) && !SAME_PAGE_PARTS.test(below.pathname.slice(path.length));
}

function isHomePage(page: UrlIdentity): boolean {
  const url = URL.parse(page.url);
  if (url === null || !HOME_PATH.test(url.pathname)) return false;
  return !PAGE_PARAMETERS.test(url.search);
}

/** Parameters by which an address without a path names a page. */
const PAGE_PARAMETERS =
  /[?&](?:p|page|page_?id|id|post|post_type|article|story|topic|t|a|q|s|cat|name|title|view|option|route|module|file)=/i;
