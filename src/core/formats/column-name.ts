/**
 * A column name in the form in which names are compared: no byte order mark, quotes, case, doubled blanks or sort marker.
 *
 * @example normalizeColumnName('\uFEFF"URL Rating (desc)"') === 'url rating'
 */
export function normalizeColumnName(name: string): string {
  return name
    .replace(/^\uFEFF/, '')
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/\((?:desc|asc)\)/i, '')
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
}
