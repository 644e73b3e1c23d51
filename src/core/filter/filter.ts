/** Where something stands in the filter text: UTF-16 offsets, `end` exclusive. */
export interface FilterSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * A filter that was understood. Keys are canonical, enum values are closed, `!=` has become `not`, and nested groups of one
 * kind are flattened, so two spellings of one filter differ only in their positions.
 */
export type Filter = FilterAll | FilterGroup | FilterNot | FilterWords | FilterHas | FilterCompare;

/** The empty filter: every row. */
export interface FilterAll extends FilterSpan {
  readonly kind: 'all';
}

/** At least two terms, none of them a group of the same kind. */
export interface FilterGroup extends FilterSpan {
  readonly kind: 'and' | 'or';
  readonly terms: readonly Filter[];
}

/** What `term` does not match, rows without a value included. Never holds another `not`. */
export interface FilterNot extends FilterSpan {
  readonly kind: 'not';
  readonly term: Filter;
}

/** A word or quoted phrase without a key, searched for in the table's main texts. */
export interface FilterWords extends FilterSpan {
  readonly kind: 'words';
  readonly text: TextValue;
}

/** True where the key has a value. */
export interface FilterHas extends FilterSpan {
  readonly kind: 'has';
  readonly key: string;
}

/** One key against one or more values, any of which will do. Operators other than `:` and `=` come with one value. */
export interface FilterCompare extends FilterSpan {
  readonly kind: 'compare';
  readonly key: string;
  readonly operator: FilterOperator;
  readonly values: readonly FilterValue[];
}

/** `:` is the natural match of the key's type; `=` occurs only with text that `:` would search inside. */
export type FilterOperator = ':' | '=' | '>' | '>=' | '<' | '<=';

export type FilterValue = TextValue | NumberValue | DateValue | AgoValue | EnumValue | FlagValue | MissingValue;

/** Literal pieces with a wildcard between each two: `*.xyz` is `['', '.xyz']`, plain text is one piece. */
export interface TextValue {
  readonly kind: 'text';
  readonly parts: readonly string[];
}

export interface NumberValue {
  readonly kind: 'number';
  readonly number: number;
}

/** A day, month or year as its first and last day (YYYY-MM-DD, both inclusive). */
export interface DateValue {
  readonly kind: 'date';
  readonly from: string;
  readonly to: string;
}

/** The day so many days, weeks, months or years before today. */
export interface AgoValue {
  readonly kind: 'ago';
  readonly count: number;
  readonly unit: 'd' | 'w' | 'm' | 'y';
}

export interface EnumValue {
  readonly kind: 'enum';
  readonly value: string;
}

export interface FlagValue {
  readonly kind: 'flag';
  readonly value: boolean;
}

/** The key has no value: `target:unknown`, `checked:never`. */
export interface MissingValue {
  readonly kind: 'missing';
}

/** What is wrong with a filter text and where; `suggestion` replaces the text between `start` and `end`. */
export interface FilterProblem extends FilterSpan {
  readonly message: string;
  readonly suggestion: string | null;
}

export type FilterParse =
  | { readonly ok: true; readonly filter: Filter }
  | { readonly ok: false; readonly problems: readonly FilterProblem[] };
