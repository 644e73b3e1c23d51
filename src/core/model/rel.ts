/** The rel values that qualify a link for search engines; all other rel tokens are kept but mean nothing here. */
export const QUALIFYING_RELS = ['nofollow', 'ugc', 'sponsored'] as const;

/** Splits a rel attribute on blanks and commas, lower-cased, without doubles. `parseRel('NoFollow, ugc')` is `['nofollow', 'ugc']`. */
export function parseRel(attribute: string): string[] {
  const tokens = attribute.toLowerCase().split(/[\s,]+/);
  return [...new Set(tokens.filter((token) => token !== ''))];
}

/** True when no rel value tells search engines not to count the link. All three are hints to Google. */
export function isFollowed(rel: readonly string[]): boolean {
  return !QUALIFYING_RELS.some((value) => rel.includes(value));
}
