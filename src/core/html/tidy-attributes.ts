import type { Token } from 'parse5';
import { decodeAttribute } from './character-references.ts';

const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;

/**
 * Reads the attributes of tags of one page as the tokenizer of the HTML standard does. It goes from attribute to attribute and makes
 * nothing of them but where their parts stand.
 */
export class AttributeScanner {
  /**
   * Where the next attribute may start, at first right behind the name of a tag; behind the tag once `next` answered false, or -1
   * where the tag is not a plain one.
   */
  at = 0;
  isSelfClosing = false;
  private nameAt = 0;
  private nameEnd = 0;
  private valueAt = 0;
  private valueEnd = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  /** All attributes of a tag that was read before, from where they start. The first of two of a name counts. */
  list(start: number): Token.Attribute[] {
    const attributes: Token.Attribute[] = [];
    this.at = start;
    while (this.next()) {
      const { name } = this;
      if (!attributes.some((known) => known.name === name)) attributes.push({ name, value: this.value });
    }
    return attributes;
  }

  /** The value of one of them by its name in small letters; null where the tag has none of that name. */
  find(start: number, name: string): string | null {
    this.at = start;
    while (this.next()) if (this.hasName(name)) return this.value;
    return null;
  }

  /** Reads one more attribute; false at the end of the tag, and where it is not closed, not ASCII or starts with `=`. */
  next(): boolean {
    const { text } = this;
    let { at } = this;
    let code = text.charCodeAt(at);
    while (isBlank(code) || code === SLASH) code = text.charCodeAt(++at);
    if (code === GREATER) {
      // A slash that ends an unquoted value was read with it, and closes nothing.
      this.isSelfClosing = at > this.at && text.charCodeAt(at - 1) === SLASH;
      this.at = at + 1;
      return false;
    }
    this.isSelfClosing = false;
    this.nameAt = at;
    this.nameEnd = code === EQUALS ? -1 : endOfName(text, at);
    this.at = this.nameEnd === -1 ? -1 : this.readValue(skipBlanks(text, this.nameEnd));
    return this.at !== -1;
  }

  /** The name in small letters. */
  private get name(): string {
    return this.text.slice(this.nameAt, this.nameEnd).toLowerCase();
  }

  /** Compares the name without making a string of it. */
  hasName(name: string): boolean {
    if (this.nameEnd - this.nameAt !== name.length) return false;
    for (let index = 0; index < name.length; index++) {
      if (smallLetter(this.text.charCodeAt(this.nameAt + index)) !== name.charCodeAt(index)) return false;
    }
    return true;
  }

  private get value(): string {
    const raw = this.text.slice(this.valueAt, this.valueEnd);
    return raw.includes('&') ? decodeAttribute(raw) : raw;
  }

  /** Reads a value where `=` stands behind the name; answers where the tag goes on, or -1. */
  private readValue(from: number): number {
    const { text } = this;
    this.valueAt = from;
    this.valueEnd = from;
    if (text.charCodeAt(from) !== EQUALS) return from;
    const at = skipBlanks(text, from + 1);
    const isQuoted = isQuote(text.charCodeAt(at));
    this.valueAt = isQuoted ? at + 1 : at;
    this.valueEnd = endOfValue(text, at);
    return isQuoted && this.valueEnd !== -1 ? this.valueEnd + 1 : this.valueEnd;
  }
}

/** A blank to the tokenizer: space, line feed, tab or form feed; carriage returns are gone by then. */
export function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 9 || code === 12;
}

/** The code of an ASCII letter in small, and any other as it is. */
export function smallLetter(code: number): number {
  return code >= 65 && code <= 90 ? code | 32 : code;
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
function endOfName(text: string, from: number): number {
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
