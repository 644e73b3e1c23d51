import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAMILY_CAPS } from '../../../src/core/quality/combine-signals.ts';
import { judgingProfile } from '../../../src/core/quality/judging-profile.ts';
import type { DomainFacts, LinkFacts } from '../../../src/core/quality/link-facts.ts';
import { SIGNAL_FAMILIES } from '../../../src/core/quality/signal-definition.ts';
import { SIGNALS, signalOf } from '../../../src/core/quality/signals.ts';
import { REVIEW_RISK } from '../../../src/core/quality/suggestion.ts';
import { domainFacts, linkFacts, shop } from '../../support/link-facts.ts';

/** What a signal fires on with the evidence it gives, and a near miss on which it keeps silent. */
type LinkCase = readonly [fires: Partial<LinkFacts>, evidence: string, silent: Partial<LinkFacts>];
type DomainCase = readonly [fires: Partial<DomainFacts>, evidence: string, silent: Partial<DomainFacts>];

const oak = { anchor: 'oak flooring', anchorClass: 'money-exact' } as const;
const brand = { anchor: 'Acme Floors', anchorClass: 'brand' } as const;

const linkCases: Readonly<Record<string, LinkCase>> = {
  'same-path': [
    { path: '/best-oak-floors-2025/', samePathDomains: 5 },
    'The path /best-oak-floors-2025/ links to the site from 5 domains.',
    { path: '/index.php/about', samePathDomains: 50 },
  ],
  'same-title': [
    { pageTitle: 'Ten floors that last a lifetime', sameTitleDomains: 6 },
    'Pages titled “Ten floors that last a lifetime” link to the site from 6 domains.',
    { pageTitle: 'Links', sameTitleDomains: 60 },
  ],
  'community-link': [
    { ...oak, placement: 'signature', placementEvidence: 'class signature' },
    'The commercial anchor “oak flooring” stands in a forum signature (class signature).',
    { ...brand, placement: 'signature' },
  ],
  'hidden-link': [
    { placement: 'hidden', placementEvidence: 'display:none' },
    'Readers cannot see the link (display:none).',
    { placement: 'footer' },
  ],
  'poison-title': [
    { pageTitle: 'Best online casino 2025' },
    'The page title “Best online casino 2025” names “online casino” (gambling).',
    { pageTitle: 'Casino Royale: a film review' },
  ],
  'many-external-links': [{ externalLinks: 100 }, 'The page links to other sites 100 times.', { externalLinks: 99 }],
  'thin-page': [
    { textLength: 200, externalLinks: 20 },
    '200 letters of text around 20 links to other sites.',
    { textLength: 200, externalLinks: 3 },
  ],
  'link-selling': [
    { pageTitle: 'Write for us – guest post prices' },
    'The page title says “Write for us”.',
    { pageTitle: 'I write for US newspapers' },
  ],
  'money-anchor': [
    oak,
    'The anchor “oak flooring” is one of the money phrases.',
    { anchor: 'oak flooring in Leeds', anchorClass: 'money-partial' },
  ],
  'partial-money-anchor': [
    { anchor: 'oak flooring in Leeds', anchorClass: 'money-partial' },
    'The anchor “oak flooring in Leeds” holds a money phrase.',
    { anchor: 'Acme Floors oak flooring', anchorClass: 'compound' },
  ],
  'poison-anchor': [
    { anchor: 'casino', anchorClass: 'poison' },
    'The anchor “casino” belongs to the adult, pharma, gambling or loan trade.',
    { anchor: 'casino royale film review', anchorClass: 'other' },
  ],
  'seller-anchor': [
    { anchor: 'x7Q Cheap backlinks, Telegram: @example', anchorClass: 'other' },
    'The anchor “x7Q Cheap backlinks, Telegram: @example” advertises a seller (“Cheap backlinks”).',
    { anchor: 'How backlinks work: an SEO guide', anchorClass: 'other' },
  ],
  'repeated-anchor': [
    { ...oak, anchorDomains: 5 },
    'The anchor “oak flooring” is used by 5 referring domains.',
    { ...brand, anchorDomains: 90 },
  ],
  'empty-anchor': [
    { anchor: '', anchorClass: 'empty', linkType: 'text' },
    'The text link has no anchor text.',
    { anchor: '', anchorClass: 'empty', linkType: 'redirect' },
  ],
  'sitewide-link': [
    { ...oak, sameLinkPages: 20 },
    '20 pages of ref.com carry this link with the anchor “oak flooring”.',
    { ...brand, sameLinkPages: 900 },
  ],
  'frame-link': [
    { ...oak, placement: 'footer' },
    'A commercial anchor in the footer of the page.',
    { ...brand, placement: 'footer' },
  ],
  'author-box': [
    { ...oak, placement: 'author-box' },
    'A commercial anchor in an author box.',
    { ...brand, placement: 'author-box' },
  ],
  'directory-entry': [{ placement: 'directory' }, 'The link is a directory entry.', { placement: 'resource-list' }],
  'press-release': [
    { placement: 'press-release', followed: true },
    'A followed link in a press release.',
    { placement: 'press-release', followed: false },
  ],
  'unmarked-ad': [
    { placement: 'advertisement', followed: true },
    'A followed link without rel sponsored in an advertisement.',
    { placement: 'advertisement', followed: null },
  ],
  'foreign-page': [
    { pageLanguage: 'de-AT' },
    'The page is in “de”; the project’s languages are en.',
    { pageLanguage: 'en-AU' },
  ],
  'foreign-anchor': [
    { anchor: 'полы из дуба', anchorClass: 'other-language' },
    'The anchor “полы из дуба” is in none of the project’s languages.',
    { anchor: 'Parkett', anchorClass: 'other' },
  ],
  'ahrefs-spam': [
    { metrics: { 'Is spam': 'TRUE' } },
    'Ahrefs exports the link with “Is spam”.',
    { metrics: { 'Is spam': 'false' } },
  ],
  'semrush-toxicity': [
    { metrics: { 'Toxicity Score': 72 } },
    'Semrush Toxicity Score is 72 (60 or more).',
    { metrics: { 'Toxicity Score': 59 } },
  ],
  'moz-spam-score': [
    { metrics: { 'Spam Score': '61%' } },
    'Moz Spam Score is 61 (61 or more).',
    { metrics: { 'Spam Score': '--' } },
  ],
  'low-trust-ratio': [
    { metrics: { SourceTrustFlow: 4, SourceCitationFlow: 30 } },
    'Majestic SourceTrustFlow 4 is low against SourceCitationFlow 30.',
    { metrics: { SourceTrustFlow: 0, SourceCitationFlow: 12 } },
  ],
  'qualified-link': [{ followed: false }, 'The link carries nofollow, ugc or sponsored.', { followed: true }],
  'editorial-placement': [
    { placement: 'content' },
    'The link stands in the text of the page.',
    { placement: 'unknown' },
  ],
  'resource-list': [
    { placement: 'resource-list' },
    'The link stands in a list of resources.',
    { placement: 'navigation' },
  ],
  'counted-link': [
    { followed: true, indexable: true },
    'The link is followed and its page may be indexed.',
    { followed: true, indexable: null },
  ],
  'few-external-links': [{ externalLinks: 1 }, 'The page links to other sites once.', { externalLinks: 11 }],
  'long-text': [{ textLength: 2_000 }, 'The page holds 2000 letters of text.', { textLength: 1_999 }],
  'seen-live': [{ state: 'live' }, 'Our last check saw the link.', { state: 'unknown' }],
  'secure-page': [{ scheme: 'https' }, 'The page is served over HTTPS.', { scheme: 'http' }],
  'brand-anchor': [brand, 'The anchor “Acme Floors” names the brand.', { anchor: 'Acme', anchorClass: 'other' }],
  'own-language': [
    { pageLanguage: 'en-GB' },
    'The page is in “en”, a language of the project.',
    { pageLanguage: 'enm' },
  ],
  'long-lived': [
    { firstSeen: '2022-01-01', lastSeen: '2024-01-01T10:00:00Z' },
    'Seen from 2022-01-01 to 2024-01-01.',
    { firstSeen: '2022-01-01', lastSeen: '2023-12-01' },
  ],
  'several-sources': [{ sources: ['gsc', 'ahrefs'] }, 'Seen by 2 sources: gsc, ahrefs.', { sources: ['ahrefs'] }],
  'ahrefs-domain-rating': [
    { domain: domainFacts({ metrics: { DR: 50 } }) },
    'Ahrefs DR is 50 (50 or more).',
    { metrics: { 'Domain rating': 49.9 } },
  ],
  'semrush-authority': [
    { metrics: { 'Page ascore': 44 } },
    'Semrush Page ascore is 44 (40 or more).',
    { metrics: { 'Page ascore': 39 } },
  ],
  'majestic-trust-flow': [
    { metrics: { 'Source Trust Flow': 30 } },
    'Majestic Source Trust Flow is 30 (30 or more).',
    { metrics: { 'Source Citation Flow': 30, 'Source Trust Flow': 29 } },
  ],
  'moz-domain-authority': [
    { metrics: { 'Domain Authority': 55 } },
    'Moz Domain Authority is 55 (50 or more).',
    { metrics: { 'Domain Authority': '' } },
  ],
  'not-followed': [{ followed: false }, 'The link carries nofollow, ugc or sponsored.', { followed: true }],
  'closed-page': [
    { canonicalElsewhere: true },
    'The page names another page as its canonical address.',
    { indexable: true, canonicalElsewhere: false },
  ],
  'gone-link': [{ state: 'gone' }, 'The last check read the page and the link is gone.', { state: 'unknown' }],
};

const domainCases: Readonly<Record<string, DomainCase>> = {
  'many-hosts': [{ hosts: 10 }, '10 hosts of ref.com link to the site.', { hosts: 9 }],
  'subdomain-farm': [
    { name: 'a.blogspot.com', siblings: 12 },
    '12 of 100 referring domains are names below blogspot.com.',
    { name: 'a.blogspot.com', siblings: 9 },
  ],
  'first-seen-together': [
    { firstSeenTogether: 40 },
    'First seen in one week with 39 other domains; 2 new domains a week are usual.',
    { firstSeenTogether: 19 },
  ],
  'trade-name': [{ name: 'mycasinoworld.com' }, 'The domain name holds “casino”.', { name: 'specialist-essex.com' }],
  'spam-tld': [{ name: 'ref.xyz' }, 'Many short-lived sites use .xyz.', { name: 'xyz.com' }],
  'hyphenated-name': [
    { name: 'best-cheap-floor-deals.com' },
    'The name “best-cheap-floor-deals” is long and hyphenated.',
    { name: 'rolls-royce-cars.com' },
  ],
  'digit-heavy-name': [
    { name: 'qz88123.com' },
    'The name “qz88123” consists largely of digits.',
    { name: 'conf2024.com' },
  ],
  'machine-made-name': [
    { name: 'xkvbqrtzwp.com' },
    'The name “xkvbqrtzwp” strings letters together that no language does.',
    { name: 'angstschweiss-rechtschreibung.com' },
  ],
  'address-host': [{ name: '192.0.2.7' }, 'The source host is the bare address 192.0.2.7.', { name: '192-0-2-7.com' }],
  'foreign-country': [
    { name: 'ref.pl' },
    'The country domain .pl is none of the project’s countries.',
    { name: 'ref.co.uk' },
  ],
  'spam-list': [
    { spamLists: ['shared one', 'shared two'] },
    'ref.com is on the lists “shared one”, “shared two”.',
    { goodLists: ['press'] },
  ],
  'trusted-domain': [
    { ranks: [{ list: 'Top sites', rank: 100_000 }] },
    'Rank 100000 in Top sites.',
    { ranks: [{ list: 'Top sites', rank: 100_001 }] },
  ],
  'good-list': [{ goodLists: ['press'] }, 'ref.com is on the list “press”.', { spamLists: ['press'] }],
  'ranked-domain': [
    {
      ranks: [
        { list: 'A', rank: 900_000 },
        { list: 'B', rank: 70_000 },
      ],
    },
    'Rank 70000 in B.',
    { ranks: [] },
  ],
  'top-ranked-domain': [
    { ranks: [{ list: 'A', rank: 4 }] },
    'Rank 4 in A, within the first 50000.',
    { ranks: [{ list: 'A', rank: 50_001 }] },
  ],
  institution: [
    { name: 'leeds.ac.uk' },
    'leeds.ac.uk is registered by a government or university (.ac.uk).',
    { name: 'edu.com' },
  ],
};

const profile = judgingProfile(shop);

describe('SIGNALS', () => {
  it.each(Object.entries(linkCases))(
    '%s fires with its evidence, and not on a near miss',
    (id, [fires, evidence, silent]) => {
      const signal = signalOf(id);
      if (signal?.scope !== 'link') throw new Error(`no link signal ${id}`);
      expect([signal.detect(linkFacts(fires), profile), signal.detect(linkFacts(silent), profile)]).toEqual([
        evidence,
        null,
      ]);
    },
  );

  it.each(Object.entries(domainCases))(
    '%s fires with its evidence, and not on a near miss',
    (id, [fires, evidence, silent]) => {
      const signal = signalOf(id);
      if (signal?.scope !== 'domain') throw new Error(`no domain signal ${id}`);
      expect([signal.detect(domainFacts(fires), profile), signal.detect(domainFacts(silent), profile)]).toEqual([
        evidence,
        null,
      ]);
    },
  );

  it('has a case above for every signal', () => {
    const tested = [...Object.keys(linkCases), ...Object.keys(domainCases)];
    expect(tested.sort()).toEqual(SIGNALS.map((signal) => signal.id).sort());
  });

  it('fires nothing on facts that are not known', () => {
    const fired = SIGNALS.filter((signal) =>
      signal.scope === 'link'
        ? signal.detect(linkFacts(), profile) !== null
        : signal.detect(domainFacts(), profile) !== null,
    );
    expect(fired.map((signal) => signal.id)).toEqual([]);
  });

  it('does not take a lack of rank, authority or followers for risk', () => {
    const poor = linkFacts({ metrics: { DR: 0, DA: 1, 'Page ascore': 0 }, scheme: 'http', textLength: 50 });
    const fired = SIGNALS.filter((signal) => signal.scope === 'link' && signal.detect(poor, profile) !== null);
    expect(fired).toEqual([]);
  });

  it('has unique ids, weights within 100 points, every family, and includes that exist', () => {
    expect(new Set(SIGNALS.map((signal) => signal.id)).size).toBe(SIGNALS.length);
    expect(SIGNALS.every(({ weight }) => weight !== 0 && Math.abs(weight) <= 100)).toBe(true);
    expect(new Set(SIGNALS.map((signal) => signal.family))).toEqual(new Set(SIGNAL_FAMILIES));
    expect(SIGNALS.flatMap((signal) => signal.includes ?? []).filter((id) => signalOf(id) === undefined)).toEqual([]);
    expect(FAMILY_CAPS.risk).toBeLessThan(REVIEW_RISK);
  });

  it('speaks of signals, not of verdicts', () => {
    const own = SIGNALS.flatMap(({ title, explanation }) => [title, explanation]).filter(
      (text) => !text.startsWith('Semrush'),
    );
    expect(own.filter((text) => /toxic|penalt|danger|harmful|bad link/i.test(text))).toEqual([]);
  });

  it('is documented with its scale, family and weight', () => {
    const page = readFileSync(new URL('../../../docs/signals.md', import.meta.url), 'utf8').replace(/ +/g, ' ');
    const rows = SIGNALS.map(({ id, family, weight }) => `| \`${id}\` | ${weight} | ${family} |`);
    expect(rows.filter((row) => !page.includes(row))).toEqual([]);
    expect(page.match(/^\| `/gm)).toHaveLength(SIGNALS.length);
  });
});
