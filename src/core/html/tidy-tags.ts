import type { Token } from 'parse5';
import { decodeAttribute } from './character-references.ts';
import { type ElementFacts, elementFacts, factsByKey, MAX_KEYED_CHARACTERS, nextNameKey } from './element-facts.ts';

/** Every attribute is compared with those before it, so a tag of thousands is left to the full parser. */
const MAX_ATTRIBUTES = 200;

/** Reads one tag after the other of a page, making nothing of their attributes but where they stand. */
export class TagScanner {
  facts: ElementFacts = elementFacts('');
  /** Where the attributes start. */
  attributesAt = 0;
  /** Where the text goes on behind the tag. */
  end = 0;
  isSelfClosing = false;
  hasId = false;

  /**
   * Reads the tag whose name starts at an index, as the tokenizer of the HTML standard does. False where it is not a plain one:
   * not closed, with a name that is not ASCII, or with an attribute that starts with `=`.
   */
  read(text: string, start: number): boolean {
    const nameEnd = this.readName(text, start);
    if (nameEnd === -1) return false;
    this.attributesAt = nameEnd;
    this.isSelfClosing = false;
    this.hasId = false;
    if (text.charCodeAt(nameEnd) === GREATER) this.end = nameEnd + 1;
    else this.end = this.readAttributes(text, nameEnd, null);
    return this.end !== -1;
  }

  /** Reads the name at an index and answers where it ends; -1 where it is not closed or not ASCII. */
  private readName(text: string, start: number): number {
    let key = 0;
    for (let at = start; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === GREATER || code === SLASH || isBlank(code)) {
        const known = at - start <= MAX_KEYED_CHARACTERS ? factsByKey(key) : undefined;
        this.facts = known ?? elementFacts(text.slice(start, at).toLowerCase());
        return at;
      }
      if (code > 126) return -1;
      key = nextNameKey(key, code);
    }
    return -1;
  }

  /** Reads attributes up to the end of their tag into a list, where one is given; answers where the tag ends, or -1. */
  readAttributes(text: string, start: number, into: Token.Attribute[] | null): number {
    let at = start;
    for (let count = 0; ; count++) {
      let code = text.charCodeAt(at);
      while (isBlank(code) || code === SLASH) code = text.charCodeAt(++at);
      if (code === GREATER) {
        this.isSelfClosing = text.charCodeAt(at - 1) === SLASH;
        return at + 1;
      }
      if (code === EQUALS || count >= MAX_ATTRIBUTES) return -1;
      const nameAt = at;
      const nameEnd = endOfAttributeName(text, at);
      if (nameEnd === -1) return -1;
      if (nameEnd === nameAt + 2 && (code | 32) === 105 && (text.charCodeAt(nameAt + 1) | 32) === 100)
        this.hasId = true;
      at = skipBlanks(text, nameEnd);
      let valueAt = at;
      let valueEnd = at;
      if (text.charCodeAt(at) === EQUALS) {
        valueAt = skipBlanks(text, at + 1);
        const isQuoted = isQuote(text.charCodeAt(valueAt));
        valueEnd = endOfValue(text, valueAt);
        if (valueEnd === -1) return -1;
        at = isQuoted ? valueEnd + 1 : valueEnd;
        if (isQuoted) valueAt++;
      }
      if (into !== null) addAttribute(into, text.slice(nameAt, nameEnd).toLowerCase(), text.slice(valueAt, valueEnd));
      // An unquoted value may end in a slash, which then closes nothing.
      if (text.charCodeAt(at) === GREATER) return at + 1;
    }
  }
}

/** The attributes of a tag that was read before, from where they start; none for -1. */
export function readAttributes(text: string, start: number): Token.Attribute[] {
  const attributes: Token.Attribute[] = [];
  if (start !== -1 && text.charCodeAt(start) !== GREATER) new TagScanner().readAttributes(text, start, attributes);
  return attributes;
}

/** The first of two attributes of a name counts. */
function addAttribute(attributes: Token.Attribute[], name: string, raw: string): void {
  if (attributes.some((known) => known.name === name)) return;
  attributes.push({ name, value: raw.includes('&') ? decodeAttribute(raw) : raw });
}

const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;

/** A blank to the tokenizer: space, line feed, tab or form feed; carriage returns are gone by then. */
export function isBlank(code: number): boolean {
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

/** Where an attribute's name ends; -1 where it is not closed or not ASCII. */
function endOfAttributeName(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === GREATER || code === SLASH || code === EQUALS || isBlank(code)) return at;
    if (code > 126) return -1;
  }
  return -1;
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
