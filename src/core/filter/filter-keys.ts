import { DOMAIN_FILTER_KEYS } from './domain-filter-keys.ts';
import type { FilterKey } from './filter-key.ts';
import { LINK_FILTER_KEYS } from './link-filter-keys.ts';
import {
  ANCHOR_FILTER_KEYS,
  CHECK_FILTER_KEYS,
  IMPORT_FILTER_KEYS,
  TARGET_FILTER_KEYS,
} from './summary-filter-keys.ts';

/** The tables that filters narrow, by their names in the command line. */
export const FILTER_TABLES = ['links', 'domains', 'anchors', 'targets', 'imports', 'checks'] as const;
export type FilterTable = (typeof FILTER_TABLES)[number];

/** Every key of every table, in the order menus show them. */
export const FILTER_KEYS: Readonly<Record<FilterTable, readonly FilterKey[]>> = {
  links: LINK_FILTER_KEYS,
  domains: DOMAIN_FILTER_KEYS,
  anchors: ANCHOR_FILTER_KEYS,
  targets: TARGET_FILTER_KEYS,
  imports: IMPORT_FILTER_KEYS,
  checks: CHECK_FILTER_KEYS,
};

/** Where a word without a key is searched for, as the end of a sentence. */
export const WORDS_SEARCH: Readonly<Record<FilterTable, string>> = {
  links: 'the source URL, the anchor text and the target URL',
  domains: 'the domain',
  anchors: 'the anchor text',
  targets: 'the target URL',
  imports: 'the file name',
  checks: 'the source URL',
};

/** A key by its name or an alias; case, `-` and `_` do not matter: `firstSeen`, `first-seen`. Null when unknown. */
export function findFilterKey(table: FilterTable, name: string): FilterKey | null {
  const plain = plainKeyName(name);
  return FILTER_KEYS[table].find((entry) => entry.key === plain || entry.aliases.includes(plain)) ?? null;
}

/** Lower case without `-` and `_`. */
export function plainKeyName(name: string): string {
  return name.toLowerCase().replaceAll(/[-_]/g, '');
}

/** What a word after `is:` stands for: a flag that is yes, or a state. */
export interface IsWord {
  readonly word: string;
  readonly key: FilterKey;
}

/** The words that `is:` takes in a table: `is:followed`, `is:live`. */
export function isWords(table: FilterTable): IsWord[] {
  return FILTER_KEYS[table].flatMap((key) => {
    if (key.type === 'flag') return [{ word: key.key, key }];
    return key.key === 'state' ? key.values.map((word) => ({ word, key })) : [];
  });
}
