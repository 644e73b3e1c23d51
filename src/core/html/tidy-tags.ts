import { type ElementFacts, elementFacts, factsByKey, MAX_KEYED_CHARACTERS, nextNameKey } from './element-facts.ts';
import { type AttributeScanner, isBlank } from './tidy-attributes.ts';

/** Every attribute is compared with those before it, so a tag of thousands is left to the full parser. */
const MAX_ATTRIBUTES = 200;
const SLASH = 47;
const GREATER = 62;

/** Reads one tag after the other of a page, making nothing of their attributes but where they stand. */
export class TagScanner {
  facts: ElementFacts = elementFacts('');
  /** Where the attributes start. */
  attributesAt = 0;
  /** Where the text goes on behind the tag. */
  end = 0;
  isSelfClosing = false;
  hasId = false;
  private readonly text: string;
  private readonly attributes: AttributeScanner;

  constructor(text: string, attributes: AttributeScanner) {
    this.text = text;
    this.attributes = attributes;
  }

  /**
   * Reads the tag whose name starts at an index, as the tokenizer of the HTML standard does. False where it is not a plain one:
   * not closed, with a name that is not ASCII, or with an attribute that starts with `=`.
   */
  read(start: number): boolean {
    const nameEnd = this.readName(start);
    if (nameEnd === -1) return false;
    this.attributesAt = nameEnd;
    this.isSelfClosing = false;
    this.hasId = false;
    if (this.text.charCodeAt(nameEnd) !== GREATER) return this.skipAttributes(nameEnd);
    this.end = nameEnd + 1;
    return true;
  }

  /** Reads the name at an index and answers where it ends; -1 where it is not closed or not ASCII. */
  private readName(start: number): number {
    const { text } = this;
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

  private skipAttributes(start: number): boolean {
    const { attributes } = this;
    attributes.at = start;
    for (let count = 0; attributes.next(); count++) {
      if (count === MAX_ATTRIBUTES) return false;
      if (attributes.hasName('id')) this.hasId = true;
    }
    this.end = attributes.at;
    this.isSelfClosing = attributes.isSelfClosing;
    return this.end !== -1;
  }
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
