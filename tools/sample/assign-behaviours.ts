/** Decides how each page answers: whole hosts first (a wall stands around a site), then single pages by quota. */
import type { SampleBehaviour, SampleHost, SamplePage } from '../../src/engine/sample/sample-data.ts';
import { seededRandom } from '../../src/engine/sample/seeded-random.ts';
import type { PlannedHost } from './build-web.ts';
import { inventLink } from './client-site.ts';

/** Hosts that answer every page in one way, out of the kinds where one meets it. */
const HOST_QUOTAS: readonly (readonly [SampleBehaviour, number, readonly string[]])[] = [
  ['forbidden', 7, ['press', 'magazine', 'directory', 'profile', 'scraper', 'gambling']],
  ['robots-blocked', 5, ['magazine', 'directory', 'bookmark', 'supplier']],
  ['robots-error', 1, ['blog']],
  ['unauthorized', 1, ['profile', 'directory']],
  ['rate-limited', 2, ['directory', 'press-release']],
  ['bot-challenge', 4, ['press', 'profile', 'network-two', 'blog']],
  ['captcha', 2, ['directory', 'farm']],
  ['parked', 9, ['farm', 'loans', 'network-one', 'blog']],
  ['javascript', 3, ['builder', 'profile', 'guest']],
];

/** Single pages; the last column says which pages may be taken. */
const PAGE_QUOTAS: readonly (readonly [
  SampleBehaviour,
  number,
  (page: SamplePage, planned: PlannedHost) => boolean,
])[] = [
  ['target-changed', 12, isPlainArticle],
  ['anchor-changed', 10, isPlainArticle],
  ['mention-only', 12, isPlainArticle],
  ['commented-out', 4, isPlainArticle],
  ['noscript-only', 3, isPlainArticle],
  ['slow', 4, (_page, { host }) => host.template !== 'forum'],
  ['canonical-other-site', 40, (_page, { kind }) => kind.id === 'scraper'],
  ['canonical-elsewhere', 12, isMovable],
  ['noindex', 26, () => true],
  ['noindex-header', 8, () => true],
  ['nofollow-page', 10, () => true],
  ['redirected', 44, isMovable],
  ['redirect-chain', 8, isMovable],
  ['redirect-loop', 3, isMovable],
  ['redirected-home', 18, isMovable],
  ['not-html', 3, (page) => !page.path.endsWith('/')],
  ['server-error', 16, () => true],
  ['soft-404', 12, () => true],
  ['gone', 14, () => true],
  ['not-found', 96, () => true],
  ['removed', 126, () => true],
];

/** The hosts with behaviours put in. Sites with one link on every page keep it on nearly all of them. */
export function assignBehaviours(planned: readonly PlannedHost[]): PlannedHost[] {
  const random = seededRandom('behaviours');
  const byHost = new Map<string, SampleBehaviour>();
  for (const [behaviour, count, kinds] of HOST_QUOTAS) {
    const open = planned.filter(({ kind, host }) => kinds.includes(kind.id) && !byHost.has(host.host));
    for (const { host } of random.shuffled(open).slice(0, count)) byHost.set(host.host, behaviour);
  }
  const byPage = new Map<SamplePage, SampleBehaviour>();
  const free = planned.filter(({ host }) => !byHost.has(host.host));
  const candidates = random.shuffled(free.flatMap((host) => host.host.pages.map((page) => ({ page, host }))));
  for (const [behaviour, count, isFit] of PAGE_QUOTAS) {
    const fits = candidates.filter(({ page, host }) => !byPage.has(page) && isFit(page, host));
    for (const { page } of fits.slice(0, count)) byPage.set(page, behaviour);
  }
  return planned.map((entry) => {
    const pages = entry.host.pages.map((page) =>
      behave(page, byHost.get(entry.host.host) ?? byPage.get(page), entry.host),
    );
    return { ...entry, host: { ...entry.host, pages } };
  });
}

function behave(page: SamplePage, behaviour: SampleBehaviour | undefined, host: SampleHost): SamplePage {
  const [link] = page.links;
  if (behaviour === undefined || link === undefined) return page;
  const changed = { ...page, behaviour };
  if (behaviour === 'anchor-changed')
    return { ...changed, now: { ...link, anchor: 'our kitchen maker', kind: 'brand' } };
  if (behaviour !== 'target-changed') return changed;
  const random = seededRandom(`changed ${host.host}${page.path}`);
  let now = inventLink(link.kind, host.language, 0.3, random);
  while (new URL(now.target).pathname === new URL(link.target).pathname)
    now = inventLink('title', host.language, 0, random);
  return { ...changed, now };
}

function isPlainArticle(page: SamplePage, { host, kind }: PlannedHost): boolean {
  const [link] = page.links;
  const inText = (page.template ?? host.template) === 'article' && page.links.length === 1;
  return (
    inText && kind.spam === undefined && (link?.kind === 'brand' || link?.kind === 'title' || link?.kind === 'compound')
  );
}

function isMovable(page: SamplePage): boolean {
  return !page.path.startsWith('/?');
}
