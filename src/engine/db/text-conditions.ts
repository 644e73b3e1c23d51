import type { TextValue } from '../../core/filter/filter.ts';
import { parseHost } from '../../core/url/host-name.ts';
import { fragment, joinFragments, type SqlFragment } from './sql-fragment.ts';

/**
 * Text matches as SQL. SQLite's LIKE ignores the case of ASCII letters only, so a text with other letters becomes a GLOB
 * with one class per letter (`[Éé]`). Text that is stored in lower case (domains, ids) is compared as it is, which lets an
 * index answer whole values and prefixes.
 */

/** The text stands anywhere in `value`; with wildcards, `value` as a whole has that shape. */
export function containsText(value: string, { parts }: TextValue): SqlFragment {
  if (parts.length > 1) return matchesShape(value, parts);
  return parts[0] === '' ? fragment(`${value} = ''`) : matchesShape(value, ['', ...parts, '']);
}

/** The text stands anywhere in `value`, wildcards included. */
export function findsText(value: string, { parts }: TextValue): SqlFragment {
  return matchesShape(value, ['', ...parts, '']);
}

/** `value` is exactly the text, case included; with wildcards, it has that shape. */
export function equalsText(value: string, { parts }: TextValue): SqlFragment {
  return parts.length > 1 ? matchesShape(value, parts) : fragment(`${value} = ?`, parts[0] ?? '');
}

/** `value` as a whole is the text, whatever its case. */
export function isText(value: string, { parts }: TextValue): SqlFragment {
  return matchesShape(value, parts);
}

/** For values that are stored in lower case. */
export function isLowerText(value: string, { parts }: TextValue): SqlFragment {
  const [prefix = '', ...rest] = parts.map((part) => part.toLowerCase());
  if (rest.length === 0) return fragment(`${value} = ?`, prefix);
  const glob = [prefix, ...rest].map(escapeGlob).join('*');
  if (prefix === '') return fragment(`${value} GLOB ?`, glob);
  const range = fragment(`(${value} >= ? AND ${value} < ?)`, prefix, afterPrefix(prefix));
  if (rest.length === 1 && rest[0] === '') return range;
  return joinFragments('AND', [range, fragment(`${value} GLOB ?`, glob)]);
}

/**
 * Like {@link containsText} for addresses, which are stored in ASCII: other letters are looked for percent-encoded and, where
 * the text may be a host, in punycode.
 */
export function containsUrl(value: string, text: TextValue): SqlFragment {
  return eitherUrl(text, (spelling) => containsText(value, spelling));
}

/** Like {@link findsText} for addresses. */
export function findsUrl(value: string, text: TextValue): SqlFragment {
  return eitherUrl(text, (spelling) => findsText(value, spelling));
}

function eitherUrl(text: TextValue, condition: (spelling: TextValue) => SqlFragment): SqlFragment {
  const encoded: TextValue = { kind: 'text', parts: text.parts.map(encodeNonAscii) };
  const [only = ''] = text.parts;
  const host = text.parts.length === 1 && only.includes('.') && encoded.parts[0] !== only ? parseHost(only) : null;
  if (host === null) return condition(encoded);
  return joinFragments('OR', [condition(encoded), condition({ kind: 'text', parts: [host] })]);
}

function encodeNonAscii(text: string): string {
  return text.toWellFormed().replaceAll(/[^\0-\u007f]+/g, encodeURIComponent);
}

function matchesShape(value: string, parts: readonly string[]): SqlFragment {
  if (parts.some(hasForeignCase)) return fragment(`${value} GLOB ?`, parts.map(caselessGlob).join('*'));
  return fragment(`${value} LIKE ? ESCAPE '\\'`, parts.map(escapeLike).join('%'));
}

function hasForeignCase(text: string): boolean {
  return /[^\0-\u007f]/.test(text) && text.toLowerCase() !== text.toUpperCase();
}

function caselessGlob(text: string): string {
  return Array.from(text)
    .map((letter) => {
      const forms = [letter.toLowerCase(), letter.toUpperCase()].filter((form) => Array.from(form).length === 1);
      return forms[0] === forms[1] || forms.length < 2 ? escapeGlob(letter) : `[${forms.join('')}]`;
    })
    .join('');
}

function escapeGlob(text: string): string {
  return text.replaceAll(/[*?[]/g, '[$&]');
}

function escapeLike(text: string): string {
  return text.replaceAll(/[\\%_]/g, '\\$&');
}

/** The first text after all texts that begin with `prefix`, in the order of code points. */
function afterPrefix(prefix: string): string {
  const letters = Array.from(prefix);
  const last = letters.pop()?.codePointAt(0) ?? 0;
  return letters.join('') + String.fromCodePoint(last === 0xd7_ff ? 0xe0_00 : Math.min(last + 1, 0x10_ff_ff));
}
