/** Which sign separates the decimals in a column: `1,234.5` has a decimal point, `1.234,5` a decimal comma. */
export type NumberStyle = 'point' | 'comma';

/** Blanks, apostrophes and other marks between groups of three, and a unit behind the number. */
const GROUP_MARKS = /[\s\u00A0\u202F'’]/g;
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;
const POINT_NUMBER = /^[-+]?(?:\d+|[1-9]\d{0,2}(?:,\d{2,3})+)(?:\.\d+)?$/;
const COMMA_NUMBER = /^[-+]?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?$/;

/**
 * The number in a cell, or null when the cell is something else. A percent sign is dropped: `71,6%` is 71.6.
 *
 * @example readNumber('18,062,769', 'point') === 18062769
 * @example readNumber('0,033', 'comma') === 0.033
 */
export function readNumber(text: string, style: NumberStyle): number | null {
  if (style === 'point' && PLAIN_NUMBER.test(text)) return Number(text);
  const compact = text.replace(GROUP_MARKS, '').replace(/%$/, '');
  if (style === 'point') return POINT_NUMBER.test(compact) ? Number(compact.replaceAll(',', '')) : null;
  return COMMA_NUMBER.test(compact) ? Number(compact.replaceAll('.', '').replace(',', '.')) : null;
}

/**
 * What one cell proves about the decimal sign of its column, or null: `100,000` may be a hundred or a hundred thousand,
 * `0,033` can only have a decimal comma.
 */
export function numberEvidence(text: string): NumberStyle | null {
  const compact = text.replace(GROUP_MARKS, '').replace(/%$/, '');
  if (!POINT_NUMBER.test(compact) && !COMMA_NUMBER.test(compact)) return null;
  const comma = compact.lastIndexOf(',');
  const point = compact.lastIndexOf('.');
  if (comma === -1 && point === -1) return null;
  if (comma !== -1 && point !== -1) return comma > point ? 'comma' : 'point';
  const sign = comma === -1 ? '.' : ',';
  const decimalStyle = sign === ',' ? 'comma' : 'point';
  const groups = compact.replace(/^[-+]/, '').split(sign);
  if (groups.length > 2) return decimalStyle === 'comma' ? 'point' : 'comma';
  const [whole = '', rest = ''] = groups;
  return rest.length !== 3 || whole.length > 3 || whole.startsWith('0') ? decimalStyle : null;
}
