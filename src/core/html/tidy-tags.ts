import type { Token } from 'parse5';
import { decodeAttribute } from './character-references.ts';

/** A tag as it stands. */
export interface TidyTag {
  /** Lower case. */
  readonly name: string;
  readonly attributes: Token.Attribute[];
  readonly isSelfClosing: boolean;
  /** Where the text goes on behind the tag. */
  readonly end: number;
}

/** Every attribute is compared with those before it, so a tag of thousands is left to the full parser. */
const MAX_ATTRIBUTES = 200;

/**
 * Reads the tag whose name starts at an index, as the tokenizer of the HTML standard does. Null where it is not a plain one:
 * not closed, with a name that is not ASCII, or with an attribute that starts with `=`.
 */
export function readTidyTag(text: string, start: number): TidyTag | null {
  let at = endOfName(text, start);
  const name = nameOf(text, start, at);
  if (name === null) return null;
  if (text.charCodeAt(at) === GREATER) return { name, attributes: [], isSelfClosing: false, end: at + 1 };
  const attributes: Token.Attribute[] = [];
  for (;;) {
    let code = text.charCodeAt(at);
    while (isBlank(code) || code === SLASH) code = text.charCodeAt(++at);
    if (code === GREATER) {
      return { name, attributes, isSelfClosing: text.charCodeAt(at - 1) === SLASH, end: at + 1 };
    }
    if (code === EQUALS || attributes.length >= MAX_ATTRIBUTES) return null;
    const nameEnd = endOfAttributeName(text, at);
    const attribute = nameOf(text, at, nameEnd);
    if (attribute === null) return null;
    at = skipBlanks(text, nameEnd);
    let value = '';
    if (text.charCodeAt(at) === EQUALS) {
      at = skipBlanks(text, at + 1);
      const end = endOfValue(text, at);
      if (end === -1) return null;
      const isQuoted = isQuote(text.charCodeAt(at));
      value = isQuoted ? text.slice(at + 1, end) : text.slice(at, end);
      at = isQuoted ? end + 1 : end;
      if (value.includes('&')) value = decodeAttribute(value);
    }
    if (!attributes.some((known) => known.name === attribute)) attributes.push({ name: attribute, value });
    // An unquoted value may end in a slash, which then closes nothing.
    if (text.charCodeAt(at) === GREATER) return { name, attributes, isSelfClosing: false, end: at + 1 };
  }
}

const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 12;
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (isBlank(text.charCodeAt(at))) at++;
  return at;
}

function endOfName(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); at < text.length; code = text.charCodeAt(++at)) {
    if (code === GREATER || code === SLASH || isBlank(code)) break;
  }
  return at;
}

function endOfAttributeName(text: string, from: number): number {
  let at = from;
  for (let code = text.charCodeAt(at); at < text.length; code = text.charCodeAt(++at)) {
    if (code === GREATER || code === SLASH || code === EQUALS || isBlank(code)) break;
  }
  return at;
}

/** The name between two indexes in lower case; null where it is not closed, empty or not ASCII. */
function nameOf(text: string, start: number, end: number): string | null {
  if (end >= text.length || end === start) return null;
  let hasCapital = false;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code > 126) return null;
    if (code >= 65 && code <= 90) hasCapital = true;
  }
  const name = text.slice(start, end);
  return hasCapital ? name.toLowerCase() : name;
}

/** Where a value that starts at an index ends: at its quote, or at the blank or bracket behind it; -1 for never. */
function endOfValue(text: string, from: number): number {
  const first = text.charCodeAt(from);
  if (isQuote(first)) return text.indexOf(first === 34 ? '"' : "'", from + 1);
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER || isBlank(code)) return at;
  }
  return -1;
}

const rawEnds = new Map<string, RegExp>();

/** Finds the end tag of an element whose content is text; set `lastIndex` before use. */
export function rawEnd(name: string): RegExp {
  let pattern = rawEnds.get(name);
  if (pattern === undefined) {
    pattern = new RegExp(`</${name}[\\t\\n\\f />]`, 'gi');
    rawEnds.set(name, pattern);
  }
  return pattern;
}
