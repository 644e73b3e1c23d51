import type { PageReading } from '../html/page-reading.ts';
import { registrableDomain } from '../url/host-name.ts';
import type { FetchedPage } from './fetch-outcome.ts';
import { announcementsOf, findSign, type PageSign, type SignPattern, sourcesOf } from './page-sign.ts';

/** Longer pages talk about domains; they are not parked. */
const MAX_PARKED_TEXT = 3_000;
const MAX_DEFAULT_TEXT = 1_000;

/** Where domain traders send visitors. */
const TRADER_DOMAINS = new Set([
  'sedo.com',
  'dan.com',
  'afternic.com',
  'hugedomains.com',
  'buydomains.com',
  'domainmarket.com',
  'undeveloped.com',
  'uniregistry.com',
  'bodis.com',
  'parkingcrew.net',
  'above.com',
  'brandbucket.com',
  'atom.com',
  'squadhelp.com',
  'sav.com',
  'dynadot.com',
  'epik.com',
  'domainnamesales.com',
  'perfectdomain.com',
  'expireddomains.com',
  'namebright.com',
]);

const PARKING_SOURCES: readonly SignPattern[] = [
  {
    reason: 'parked',
    pattern:
      /\S*(?:sedoparking\.com|parkingcrew\.net|bodis\.com|img1\.wsimg\.com\/parking-lander|parklogic\.com|d1lxhc4jvstzrp\.cloudfront\.net|skenzo\.com|above\.com\/|domainsponsor\.com|voodoo\.com|cashparking|\/park\.js|parking\.godaddy|dsnextgen\.com|ztomy\.com|google\.com\/adsense\/domains\/caf)\S*/i,
  },
];

const PARKING_WORDS: readonly SignPattern[] = [
  {
    reason: 'parked',
    pattern:
      /\b(?:(?:this |the )?domain(?: name)?(?: [\w.-]+)? (?:is|may be|might be|could be) (?:for sale|parked|available for (?:sale|purchase))|buy this domain|domain (?:for sale|is parked|parking|has expired)|this domain (?:has )?(?:expired|was recently registered)|parked (?:free|domain|courtesy)|make an offer on this domain|inquire about this domain|get this domain|[\w-]+\.[a-z]{2,} (?:is|may be) for sale|interested in (?:buying )?this domain|future home of|diese domain (?:ist|steht|kann|wurde)|domain (?:zu verkaufen|kaufen)|ce (?:nom de )?domaine est (?:à vendre|en vente)|este dominio está (?:a la venta|en venta|aparcado)|questo dominio è in vendita|dit domein is te koop|domena (?:jest )?na sprzedaż)/i,
  },
  { reason: 'parked', pattern: /домен (?:продается|продаётся|припаркован)|域名出售|このドメインは/i },
];

/** Pages a web server shows before anyone put a site there. */
const DEFAULT_PAGES: readonly SignPattern[] = [
  {
    reason: 'parked',
    pattern:
      /\b(?:welcome to nginx|apache2? (?:ubuntu |debian |http server )?(?:default|test) page|it works!\s*$|iis windows server|default (?:web ?site|plesk) page|web server['’]s default page|website coming soon|(?:site|page) (?:is )?(?:under construction|coming soon)|coming soon\b.{0,40}$|index of \/\s*$|hosted by (?:godaddy|ovh|ionos|strato))/im,
  },
];

/** What shows that a domain is for sale, parked or holds nothing but the host's default page; null for none. */
export function findParkedPage(page: FetchedPage, reading: PageReading): PageSign | null {
  const trader = registrableDomain(URL.parse(page.finalUrl)?.hostname ?? '');
  if (page.chain.length > 0 && TRADER_DOMAINS.has(trader)) {
    return { reason: 'parked', evidence: `redirects to the domain trader ${trader}` };
  }
  const bySource = findSign('script', `${sourcesOf(reading)}\n${reading.signs.inlineScript}`, PARKING_SOURCES);
  if (bySource !== null || reading.facts.textLength > MAX_PARKED_TEXT) return bySource;
  const words = `${announcementsOf(reading)}\n${reading.signs.excerpt.slice(0, 1_000)}`;
  const patterns = reading.facts.textLength > MAX_DEFAULT_TEXT ? PARKING_WORDS : [...PARKING_WORDS, ...DEFAULT_PAGES];
  return findSign('the page says', words, patterns);
}
