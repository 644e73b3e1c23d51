import { SUGGESTIONS } from '../quality/suggestion.ts';
import { enumKey, type FilterKey, flagKey, numberKey, wholeKey } from './filter-key.ts';
import * as shared from './shared-filter-keys.ts';

/** Keys of the referring domains table, in the order menus show them. */
export const DOMAIN_FILTER_KEYS: readonly FilterKey[] = [
  wholeKey('domain', 'Referring domain', 'domain:*seo*', 'The registrable domain.', {
    aliases: ['name'],
    optional: false,
  }),
  shared.TLD_KEY,
  numberKey('links', 'Links', 'links>=10', 'Backlinks from the domain.', { aliases: ['backlinks'], optional: false }),
  numberKey('pages', 'Pages', 'pages>1', 'Pages of the domain that link.', { optional: false }),
  numberKey('live', 'Live links', 'live:0', 'Links that the last check found.', { optional: false }),
  numberKey('gone', 'Gone links', 'gone>0', 'Links that the last check proved gone.', { optional: false }),
  numberKey('unknown', 'Unknown links', 'unknown>0', 'Links that could not be checked.', { optional: false }),
  numberKey('followed', 'Followed links', 'followed>0', 'Links without a qualifying rel value.', { optional: false }),
  shared.QUALITY_KEY,
  shared.RISK_KEY,
  shared.SIGNAL_KEY,
  enumKey('suggestion', SUGGESTIONS, 'Suggestion', 'suggestion:disavow-domain', 'What the signals suggest.', {
    synonyms: { disavow: ['disavow-domain', 'disavow-url'] },
  }),
  shared.VERDICT_KEY,
  flagKey('disavowed', 'Disavowed', '-is:disavowed', 'Your verdict puts the domain into disavow.txt.'),
  shared.NOTE_KEY,
  shared.SOURCE_KEY,
  shared.SOURCES_KEY,
  numberKey('rank', 'Rank', 'rank<=100000', 'Best rank in the imported rank lists; 1 is the best known site.'),
  shared.FIRST_SEEN_KEY,
  shared.LAST_SEEN_KEY,
];
