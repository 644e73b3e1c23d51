import { ANCHOR_CLASSES } from '../model/anchor-class.ts';
import { CHECK_REASONS } from '../model/check-reason.ts';
import { LINK_STATES } from '../model/link-state.ts';
import { containsKey, dateKey, enumKey, type FilterKey, flagKey, numberKey, wholeKey } from './filter-key.ts';
import { LOOK_FILTER_KEYS } from './look-filter-keys.ts';
import { SOURCE_KEY } from './shared-filter-keys.ts';

const COUNT_KEYS: readonly FilterKey[] = [
  numberKey('links', 'Links', 'links>=10', 'Backlinks in the group.', { optional: false }),
  numberKey('domains', 'Referring domains', 'domains>1', 'Referring domains in the group.', { optional: false }),
  numberKey('followed', 'Followed links', 'followed>0', 'Links without a qualifying rel value.', { optional: false }),
  numberKey('live', 'Live links', 'live:0', 'Links that the last check found.', { optional: false }),
];

/** Keys of the anchors table. */
export const ANCHOR_FILTER_KEYS: readonly FilterKey[] = [
  containsKey('anchor', 'Anchor text', 'anchor:casino', 'The anchor text.', { aliases: ['text'] }),
  enumKey('anchorclass', ANCHOR_CLASSES, 'Anchor class', 'anchorclass:brand', 'What the anchor text says.', {
    aliases: ['class'],
    synonyms: { money: ['money-exact', 'money-partial'], url: ['naked-url'] },
  }),
  ...COUNT_KEYS,
  numberKey('risk', 'Risk', 'risk>=60', 'Highest risk of the links with this anchor.'),
];

/** Keys of the targets table. */
export const TARGET_FILTER_KEYS: readonly FilterKey[] = [
  containsKey('target', 'Target URL', 'target:/blog/', 'Address on your site.', { aliases: ['targeturl', 'url'] }),
  ...COUNT_KEYS,
];

/** Keys of the imports table. */
export const IMPORT_FILTER_KEYS: readonly FilterKey[] = [
  containsKey('file', 'File', 'file:ahrefs', 'Name of the imported file.', {
    aliases: ['filename', 'name'],
    optional: false,
  }),
  wholeKey('format', 'Format', 'format:ahrefs-*', 'The recognised export format, by its id.', { optional: false }),
  SOURCE_KEY,
  enumKey('state', ['running', 'done', 'cancelled', 'failed'], 'State', 'state:done', 'What became of the import.'),
  dateKey('imported', 'Imported', 'imported:7d', 'Day of the import.', { aliases: ['importedat'], optional: false }),
  numberKey('rows', 'Rows', 'rows>1000', 'Rows of the file.', { optional: false }),
  numberKey('accepted', 'Accepted', 'accepted:0', 'Rows that named something new.', { optional: false }),
  numberKey('duplicates', 'Duplicates', 'duplicates>0', 'Rows that named something known.', { optional: false }),
  numberKey('rejected', 'Rejected', 'rejected>0', 'Rows that could not be used.', { optional: false }),
];

/** Keys of the table of checks. */
export const CHECK_FILTER_KEYS: readonly FilterKey[] = [
  containsKey('url', 'Source URL', 'url:/forum/', 'Address of the checked page.', {
    aliases: ['sourceurl'],
    optional: false,
  }),
  enumKey(
    'state',
    LINK_STATES.filter((state) => state !== 'unchecked'),
    'State',
    'state:gone',
    'What the check found.',
  ),
  enumKey('reason', Object.keys(CHECK_REASONS), 'Reason', 'reason:timeout', 'Outcome of the check.', {
    aliases: ['outcome'],
  }),
  numberKey('status', 'HTTP status', 'status:404', 'HTTP answer of the page.', { aliases: ['httpstatus', 'http'] }),
  dateKey('checked', 'Checked', 'checked:7d', 'Day of the check.', { aliases: ['checkedat'], optional: false }),
  ...LOOK_FILTER_KEYS,
  wholeKey('domain', 'Referring domain', 'domain:*.xyz', 'Registrable domain of the checked page.', {
    optional: false,
  }),
  containsKey('title', 'Page title', 'title:"not found"', 'Title of the page.'),
  containsKey('canonical', 'Canonical', 'has:canonical', 'Canonical address that the page declares.'),
  flagKey('indexable', 'Indexable', 'is:indexable', 'Search engines may index the page.'),
  numberKey('externallinks', 'External links', 'externallinks>100', 'Links of the page to other sites.'),
  containsKey('evidence', 'Evidence', 'evidence:redirects', 'What was seen, in words.', { optional: false }),
  numberKey('job', 'Run', 'job:12', 'The run that checked, by its number.'),
];
