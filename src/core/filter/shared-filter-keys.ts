import { VENDORS } from '../model/vendor.ts';
import { VERDICTS } from '../model/verdict.ts';
import { SIGNALS } from '../quality/signals.ts';
import { containsKey, dateKey, enumKey, numberKey, wholeKey } from './filter-key.ts';

const DISAVOW = ['disavow-domain', 'disavow-url'];

export const TLD_KEY = wholeKey(
  'tld',
  'Top-level domain',
  'tld:xyz',
  'Public suffix of the linking domain; uk includes co.uk.',
  {
    aliases: ['suffix'],
    optional: false,
  },
);

export const QUALITY_KEY = numberKey(
  'quality',
  'Quality',
  'quality<20',
  'Quality from 0 to 100; unknown before scoring.',
);

export const RISK_KEY = numberKey('risk', 'Risk', 'risk>=60', 'Risk from 0 to 100; unknown before scoring.');

export const SIGNAL_KEY = enumKey(
  'signal',
  SIGNALS.map(({ id }) => id),
  'Signal',
  'signal:spam-*',
  'A signal of either scale that fired, by its id.',
);

export const VERDICT_KEY = enumKey(
  'verdict',
  VERDICTS,
  'Verdict',
  '-verdict:keep',
  'What you decided; a domain’s verdict holds for its links.',
  {
    aliases: ['decision'],
    synonyms: { disavow: DISAVOW, disavowed: DISAVOW, undecided: ['none'], kept: ['keep'] },
  },
);

export const NOTE_KEY = containsKey('note', 'Note', 'has:note', 'Text of your note.');

export const SOURCE_KEY = enumKey('source', VENDORS, 'Source', 'source:ahrefs', 'A tool whose export names it.', {
  aliases: ['vendor', 'tool'],
  synonyms: {
    google: ['gsc'],
    'search-console': ['gsc'],
    linkresearchtools: ['lrt'],
    screamingfrog: ['screaming-frog'],
  },
});

export const SOURCES_KEY = numberKey('sources', 'Sources', 'sources>=2', 'How many tools name it.', {
  aliases: ['sourcecount'],
  optional: false,
});

export const FIRST_SEEN_KEY = dateKey(
  'firstseen',
  'First seen',
  'firstseen>2026-01-01',
  'Earliest day any export gives.',
  {
    aliases: ['discovered', 'new'],
  },
);

export const LAST_SEEN_KEY = dateKey('lastseen', 'Last seen', 'lastseen<1y', 'Latest day any export gives.', {
  aliases: ['seen'],
});
