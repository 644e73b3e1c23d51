import { ANCHOR_CLASSES } from '../model/anchor-class.ts';
import { CHECK_REASONS } from '../model/check-reason.ts';
import { LINK_STATES } from '../model/link-state.ts';
import { PLACEMENTS } from '../model/placement.ts';
import { QUALIFYING_RELS } from '../model/rel.ts';
import { containsKey, dateKey, enumKey, type FilterKey, flagKey, numberKey, wholeKey } from './filter-key.ts';
import { LOOK_FILTER_KEYS } from './look-filter-keys.ts';
import * as shared from './shared-filter-keys.ts';

const LINK_TYPES = ['text', 'image', 'frame', 'form', 'redirect', 'mention'];

/** Keys of the backlinks table, in the order menus show them. */
export const LINK_FILTER_KEYS: readonly FilterKey[] = [
  containsKey('url', 'Source URL', 'url:/forum/', 'Address of the linking page.', {
    aliases: ['sourceurl', 'page'],
    optional: false,
  }),
  wholeKey('domain', 'Referring domain', 'domain:*.xyz', 'Registrable domain of the linking page.', {
    aliases: ['sourcedomain', 'referringdomain'],
    optional: false,
  }),
  wholeKey('host', 'Host', 'host:blog.*', 'Host name of the linking page, www included.', { optional: false }),
  shared.TLD_KEY,
  containsKey('title', 'Page title', 'title:"guest post"', 'Title of the linking page.'),
  wholeKey('language', 'Language', 'language:en*', 'Language code of the linking page.', { aliases: ['lang'] }),
  containsKey('target', 'Target URL', 'target:unknown', 'Address on your site; unknown where no export tells it.', {
    aliases: ['targeturl', 'to'],
  }),
  containsKey(
    'anchor',
    'Anchor text',
    'anchor:"casino bonus"',
    'Text of the link, or the alternative text of its image.',
    {
      aliases: ['anchortext', 'text'],
    },
  ),
  enumKey('anchorclass', ANCHOR_CLASSES, 'Anchor class', 'anchorclass:money-*', 'What the anchor text says.', {
    aliases: ['anchortype'],
    synonyms: { money: ['money-exact', 'money-partial'], url: ['naked-url'] },
  }),
  enumKey('linktype', LINK_TYPES, 'Link type', 'linktype:image', 'What carries the link.'),
  enumKey(
    'rel',
    [...QUALIFYING_RELS, 'none'],
    'Rel',
    'rel:nofollow',
    'Rel value of the link; none for a followed link.',
    {
      synonyms: { follow: ['none'], dofollow: ['none'] },
    },
  ),
  flagKey('followed', 'Followed', 'is:followed', 'No rel value asks search engines to ignore the link.', {
    aliases: ['follow', 'dofollow'],
  }),
  enumKey('placement', PLACEMENTS, 'Placement', 'placement:footer,sidebar', 'Where in its page the link stands.', {
    synonyms: { nav: ['navigation'], ad: ['advertisement'], ads: ['advertisement'], author: ['author-box'] },
  }),
  enumKey('state', LINK_STATES, 'State', 'state:live', 'Whether the last check found the link.'),
  enumKey('reason', Object.keys(CHECK_REASONS), 'Reason', 'reason:forbidden,captcha', 'Outcome of the last check.', {
    aliases: ['outcome'],
  }),
  numberKey('status', 'HTTP status', 'status>=400', 'HTTP answer of the linking page.', {
    aliases: ['httpstatus', 'http'],
  }),
  dateKey('checked', 'Last checked', 'checked<30d', 'Day of the last check; never where there was none.', {
    aliases: ['lastchecked', 'lastcheck'],
  }),
  enumKey(
    'certain',
    ['live', 'gone'],
    'Last certain state',
    'certain:live',
    'What the last check that was certain found.',
  ),
  dateKey('certaindate', 'Last certain check', 'certaindate<60d', 'Day of the last check that was certain.', {
    aliases: ['certainat'],
  }),
  flagKey('reimported', 'Imported since', 'is:reimported', 'An import has named it since its last check.'),
  ...LOOK_FILTER_KEYS,
  flagKey('indexable', 'Indexable', 'is:indexable', 'Search engines may index the linking page.'),
  flagKey('noindex', 'Noindex', '-is:noindex', 'Search engines may not index the linking page.'),
  containsKey('canonical', 'Canonical', 'has:canonical', 'Canonical address that the linking page declares.'),
  numberKey('externallinks', 'External links', 'externallinks>100', 'Links to other sites on the linking page.', {
    aliases: ['outlinks'],
  }),
  shared.QUALITY_KEY,
  shared.RISK_KEY,
  shared.SIGNAL_KEY,
  numberKey('signals', 'Risk signals', 'signals>=2', 'How many risk signals fired.', {
    aliases: ['signalcount', 'risksignals'],
    optional: false,
  }),
  shared.VERDICT_KEY,
  flagKey('disavowed', 'Disavowed', '-is:disavowed', 'Your verdict puts the link into disavow.txt.'),
  shared.NOTE_KEY,
  shared.SOURCE_KEY,
  shared.SOURCES_KEY,
  numberKey('import', 'Import', 'import:3', 'An import that names the link, by its number.', { optional: false }),
  shared.FIRST_SEEN_KEY,
  shared.LAST_SEEN_KEY,
  dateKey('lost', 'Lost', 'lost>=90d', 'Day an export calls the link lost.'),
  numberKey('dr', 'Domain Rating', 'dr<10', 'Domain Rating by Ahrefs.', { aliases: ['domainrating'] }),
  numberKey('ur', 'URL Rating', 'ur>20', 'URL Rating by Ahrefs.', { aliases: ['urlrating'] }),
  numberKey('as', 'Authority Score', 'as>=30', 'Authority Score by Semrush.', {
    aliases: ['ascore', 'authorityscore'],
  }),
  numberKey('tf', 'Trust Flow', 'tf>=15', 'Trust Flow by Majestic.', { aliases: ['trustflow'] }),
  numberKey('cf', 'Citation Flow', 'cf>=15', 'Citation Flow by Majestic.', { aliases: ['citationflow'] }),
  numberKey('da', 'Domain Authority', 'da>=40', 'Domain Authority by Moz.', { aliases: ['domainauthority'] }),
  numberKey('pa', 'Page Authority', 'pa>=40', 'Page Authority by Moz.', { aliases: ['pageauthority'] }),
  numberKey('spamscore', 'Spam Score', 'spamscore>30', 'Spam Score by Moz.'),
];
