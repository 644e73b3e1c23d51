import { LINK_CHANGES } from '../check/check-changes.ts';
import { containsKey, enumKey, type FilterKey, flagKey, numberKey } from './filter-key.ts';

const ROBOTS_VERDICTS = ['allowed', 'disallowed', 'unreachable'];

/** What one look at a page tells: keys that the backlinks table (of the newest look) and the table of checks share. */
export const LOOK_FILTER_KEYS: readonly FilterKey[] = [
  enumKey('changed', LINK_CHANGES, 'Changed', 'changed:anchor,rel', 'What the check found changed.', {
    aliases: ['change', 'changes'],
  }),
  enumKey('robots', ROBOTS_VERDICTS, 'robots.txt', 'robots:disallowed', 'What robots.txt says to Anchorage.'),
  enumKey('googlebot', ROBOTS_VERDICTS, 'Googlebot', 'googlebot:disallowed', 'What robots.txt says to Googlebot.', {
    aliases: ['robotsgooglebot'],
  }),
  enumKey(
    'metarobots',
    ['noindex', 'nofollow'],
    'Meta robots',
    'metarobots:nofollow',
    'What the page and its headers ask of search engines.',
  ),
  numberKey('redirects', 'Redirects', 'redirects>1', 'Redirects on the way to the page.'),
  containsKey('finalurl', 'Final URL', 'finalurl:/login', 'Address behind all redirects.'),
  containsKey('contenttype', 'Content type', 'contenttype:pdf', 'Type of the answer.'),
  numberKey('size', 'Size', 'size>1000000', 'Bytes of the page.', { aliases: ['sizebytes'] }),
  numberKey('textlength', 'Text length', 'textlength<300', 'Characters of the text of the page.'),
  numberKey('internallinks', 'Internal links', 'internallinks>200', 'Links of the page to its own site.'),
  containsKey(
    'certificate',
    'Certificate',
    'has:certificate',
    'Why the certificate is not valid, where that was ignored.',
  ),
  flagKey(
    'unchanged',
    'Unchanged',
    'is:unchanged',
    'The server said that the page has not changed since the check before.',
  ),
  flagKey('rendered', 'Rendered', 'is:rendered', 'The page was looked at as a browser shows it.'),
  numberKey('duration', 'Duration', 'duration>5000', 'Time the check took, in milliseconds.', {
    aliases: ['durationms'],
  }),
];
