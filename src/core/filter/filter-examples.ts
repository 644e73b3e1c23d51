import type { FilterTable } from './filter-keys.ts';

/** A filter one may well want in each table, to show what filters look like. */
export const FILTER_EXAMPLES: Readonly<Record<FilterTable, string>> = {
  links: 'risk>=60 state:live',
  domains: 'risk>=60 live>0',
  anchors: 'domains>=5 anchorclass:money-exact',
  targets: 'domains>=5 live>0',
  imports: 'rejected>0',
  checks: 'state:gone has:changed',
};
