/** One key of the filter language in one table. */
export interface FilterKey {
  /** Lower case, without separators. */
  readonly key: string;
  /** Other names that are read as this key. */
  readonly aliases: readonly string[];
  readonly type: FilterKeyType;
  /** For text: whether `:` searches inside the value or compares all of it. */
  readonly match: 'contains' | 'whole';
  /** The closed set of an enum, without its synonyms; usual values of a text. */
  readonly values: readonly string[];
  /** Other words for enum values: `{ nav: ['navigation'] }`. */
  readonly synonyms: Readonly<Record<string, readonly string[]>>;
  /** True where a row may have no value, which makes `unknown` a value of texts, numbers and dates. */
  readonly optional: boolean;
  /** Name for menus and column heads. */
  readonly title: string;
  readonly example: string;
  /** One sentence for people. */
  readonly help: string;
}

export type FilterKeyType = 'text' | 'number' | 'date' | 'enum' | 'flag';

type Extra = Partial<Pick<FilterKey, 'aliases' | 'values' | 'synonyms' | 'optional'>>;

/** A text that `:` searches inside, upper and lower case alike. */
export function containsKey(key: string, title: string, example: string, help: string, extra: Extra = {}): FilterKey {
  return filterKey(key, 'text', title, example, help, { ...extra, match: 'contains' });
}

/** A name or code that `:` compares as a whole; `*` stands for any text. */
export function wholeKey(key: string, title: string, example: string, help: string, extra: Extra = {}): FilterKey {
  return filterKey(key, 'text', title, example, help, extra);
}

export function numberKey(key: string, title: string, example: string, help: string, extra: Extra = {}): FilterKey {
  return filterKey(key, 'number', title, example, help, extra);
}

export function dateKey(key: string, title: string, example: string, help: string, extra: Extra = {}): FilterKey {
  return filterKey(key, 'date', title, example, help, extra);
}

/** A closed set of words. */
export function enumKey(
  key: string,
  values: readonly string[],
  title: string,
  example: string,
  help: string,
  extra: Extra = {},
): FilterKey {
  return filterKey(key, 'enum', title, example, help, { ...extra, values });
}

/** Yes, no or not known. */
export function flagKey(key: string, title: string, example: string, help: string, extra: Extra = {}): FilterKey {
  return filterKey(key, 'flag', title, example, help, { ...extra, values: ['yes', 'no'] });
}

function filterKey(
  key: string,
  type: FilterKeyType,
  title: string,
  example: string,
  help: string,
  extra: Extra & { match?: FilterKey['match'] },
): FilterKey {
  return {
    key,
    type,
    title,
    example,
    help,
    aliases: extra.aliases ?? [],
    match: extra.match ?? 'whole',
    values: extra.values ?? [],
    synonyms: extra.synonyms ?? {},
    optional: extra.optional ?? true,
  };
}
