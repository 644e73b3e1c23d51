/**
 * A fast reading of tidy pages. The HTML standard spends most of its words on repairs: formatting that is closed in the wrong
 * order, text between the rows of a table, tags in the wrong place. A page that needs none of them, as most generated
 * pages, can be read in one straight pass. `parseTidyDocument` builds the very tree parse5 builds, or gives up at the first
 * thing it does not know; nothing is guessed. test/core/html/tidy-document.test.ts holds the two against each other.
 */
import { foreignContent, html, type Token } from 'parse5';
import { decodeText } from './character-references.ts';
import type { HtmlDocument } from './html-tree.ts';
import { startTidyDocument } from './tidy-doctype.ts';
import { HEAD_ELEMENTS, REFERENCE_TEXT_ELEMENTS, SVG_HTML_POINTS, TABLE_FRAMES, tidyKindOf } from './tidy-elements.ts';
import { TidyStack } from './tidy-stack.ts';
import { closeTablePart, openTablePart } from './tidy-table.ts';
import { rawEnd, readTidyTag, type TidyTag } from './tidy-tags.ts';

type Phase = 'before-html' | 'before-head' | 'in-head' | 'after-head' | 'in-body' | 'after-body' | 'after-html';

const BLANK_TEXT = /^[\t\n\f\r ]*$/;
const HEADINGS = /^h[1-6]$/;

/** The tree of a page as parse5 builds it with scripting on, or null where only parse5 can. */
export function parseTidyDocument(text: string): HtmlDocument | null {
  if (text.includes('\0')) return null;
  const reader = new TidyReader(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
  return reader.read() ? reader.stack.document : null;
}

class TidyReader {
  readonly stack: TidyStack;
  private readonly text: string;
  private at: number;
  private phase: Phase = 'before-html';
  private hasOpenForm = false;
  /** True right behind `<pre>`, whose first line break is none. */
  private skipsLineBreak = false;

  constructor(text: string) {
    this.text = text;
    const { document, end } = startTidyDocument(text);
    this.at = end;
    this.stack = new TidyStack(document);
  }

  read(): boolean {
    const { text } = this;
    while (this.at < text.length) {
      const next = text.indexOf('<', this.at);
      const end = next === -1 ? text.length : next;
      if (end > this.at && !this.readText(text.slice(this.at, end))) return false;
      this.at = end;
      if (next !== -1 && !this.readMarkup()) return false;
    }
    return this.phase === 'in-body' || this.phase === 'after-body' || this.phase === 'after-html';
  }

  private readText(raw: string): boolean {
    const { stack, phase } = this;
    const isBlank = BLANK_TEXT.test(raw);
    switch (phase) {
      case 'before-html':
      case 'before-head':
        return isBlank;
      case 'in-head':
      case 'after-head':
        if (isBlank) stack.addText(raw);
        return isBlank;
      case 'in-body':
      case 'after-body':
      case 'after-html':
    }
    if (!isBlank) this.phase = 'in-body';
    if (!isBlank && TABLE_FRAMES.has(stack.topName) && !stack.isInSvg) return false;
    const text = this.skipsLineBreak && raw.startsWith('\n') ? raw.slice(1) : raw;
    this.skipsLineBreak = false;
    if (text !== '') stack.addText(text.includes('&') ? decodeText(text) : text);
    return true;
  }

  private readMarkup(): boolean {
    const code = this.text.charCodeAt(this.at + 1) | 32;
    this.skipsLineBreak = false;
    if (code >= 97 && code <= 122) {
      const tag = readTidyTag(this.text, this.at + 1);
      if (tag === null) return false;
      this.at = tag.end;
      return this.startTag(tag);
    }
    if (this.text.startsWith('</', this.at)) return this.readEndTag();
    return this.text.startsWith('<!--', this.at) && this.readComment();
  }

  private readEndTag(): boolean {
    const code = this.text.charCodeAt(this.at + 2) | 32;
    const tag = code >= 97 && code <= 122 ? readTidyTag(this.text, this.at + 2) : null;
    if (tag === null) return false;
    this.at = tag.end;
    return this.endTag(tag.name);
  }

  private readComment(): boolean {
    const start = this.at + 4;
    const end = this.text.indexOf('-->', start);
    if (end === -1) return false;
    const data = this.text.slice(start, end);
    // These end a comment early.
    if (data.startsWith('>') || data.startsWith('->') || data.includes('--!>')) return false;
    this.at = end + 3;
    const isOutside = this.phase === 'before-html' || this.phase === 'after-html';
    this.stack.addComment(data, isOutside ? 'document' : this.phase === 'after-body' ? 'html' : 'here');
    return true;
  }

  private startTag(tag: TidyTag): boolean {
    const { stack, phase } = this;
    const { name, attributes } = tag;
    switch (phase) {
      case 'before-html':
        this.phase = 'before-head';
        return name === 'html' && stack.push(name, attributes);
      case 'before-head':
        this.phase = 'in-head';
        return name === 'head' && stack.push(name, attributes);
      case 'in-head':
        if (!HEAD_ELEMENTS.has(name)) return false;
        if (tidyKindOf(name) === 'raw') return this.rawElement(tag);
        stack.add(name, attributes);
        return true;
      case 'after-head':
        this.phase = 'in-body';
        return name === 'body' && stack.push(name, attributes);
      case 'in-body':
      case 'after-body':
      case 'after-html':
        this.phase = 'in-body';
        return stack.isInSvg ? this.startInSvg(tag) : this.startInBody(tag);
    }
  }

  private startInBody(tag: TidyTag): boolean {
    const { stack } = this;
    const { name, attributes } = tag;
    const kind = tidyKindOf(name);
    const { topName } = stack;
    if (TABLE_FRAMES.has(topName) && kind !== 'table-part' && name !== 'script' && name !== 'style') return false;
    if (topName === 'colgroup' && kind !== 'table-part') return false;
    if (this.isInSelect() && kind !== 'option') return false;
    switch (kind) {
      case undefined:
        if (name !== 'p') return stack.push(name, attributes);
        return stack.closeParagraph() && stack.push(name, attributes);
      case 'block':
        this.skipsLineBreak = name === 'pre' || name === 'listing';
        return stack.closeParagraph() && stack.push(name, attributes);
      case 'rule':
      case 'void':
        if (kind === 'rule' && !stack.closeParagraph()) return false;
        stack.add(name, attributes);
        return true;
      case 'raw':
        return this.rawElement(tag);
      case 'heading':
        if (!stack.closeParagraph() || HEADINGS.test(stack.topName)) return false;
        return stack.push(name, attributes);
      case 'list-item':
        if (!stack.closeItem(name === 'li' ? ['li'] : ['dd', 'dt'])) return false;
        return stack.closeParagraph() && stack.push(name, attributes);
      case 'formatting':
        return stack.push(name, attributes);
      case 'link':
        return !stack.hasOpenLink && stack.push(name, attributes);
      case 'form':
        if (this.hasOpenForm) return false;
        this.hasOpenForm = true;
        return stack.closeParagraph() && stack.push(name, attributes);
      case 'button':
        return !stack.hasOpen('button') && stack.push(name, attributes);
      case 'table':
        if (stack.document.mode !== html.DOCUMENT_MODE.QUIRKS && !stack.closeParagraph()) return false;
        return stack.push(name, attributes);
      case 'table-part':
        return openTablePart(stack, name, attributes);
      case 'select':
        return stack.push(name, attributes);
      case 'option':
        return this.openOption(tag);
      case 'svg':
        return this.addSvg(tag);
      case 'untidy':
        return false;
    }
  }

  private openOption({ name, attributes }: TidyTag): boolean {
    const { stack } = this;
    if (stack.topName === 'option') stack.pop();
    if (name === 'optgroup' && stack.topName === 'optgroup' && stack.hasOpen('select')) stack.pop();
    return stack.push(name, attributes);
  }

  private isInSelect(): boolean {
    const { topName } = this.stack;
    return topName === 'select' || ((topName === 'option' || topName === 'optgroup') && this.stack.hasOpen('select'));
  }

  private startInSvg(tag: TidyTag): boolean {
    if (SVG_HTML_POINTS.has(this.stack.topName) || tag.name === 'script') return false;
    return this.addSvg(tag);
  }

  private addSvg({ name, attributes, isSelfClosing }: TidyTag): boolean {
    const token = { tagName: name, tagID: html.getTagID(name), attrs: attributes } as Token.TagToken;
    if (this.stack.isInSvg && foreignContent.causesExit(token)) return false;
    if (this.stack.isInSvg) foreignContent.adjustTokenSVGTagName(token);
    foreignContent.adjustTokenSVGAttrs(token);
    foreignContent.adjustTokenXMLAttrs(token);
    if (!isSelfClosing) return this.stack.push(token.tagName, attributes, html.NS.SVG);
    this.stack.add(token.tagName, attributes, html.NS.SVG);
    return true;
  }

  /** An element whose content is text up to its end tag. */
  private rawElement({ name, attributes }: TidyTag): boolean {
    const closing = rawEnd(name);
    closing.lastIndex = this.at;
    const match = closing.exec(this.text);
    if (match === null) return false;
    const content = this.text.slice(this.at, match.index);
    // Behind `<!--` a script may hold `<script`, and ends later than it seems.
    if (name === 'script' && content.includes('<!--') && /<script/i.test(content)) return false;
    const element = this.stack.add(name, attributes);
    const text = name === 'textarea' && content.startsWith('\n') ? content.slice(1) : content;
    const value = REFERENCE_TEXT_ELEMENTS.has(name) ? decodeText(text) : text;
    if (value !== '') element.childNodes.push({ nodeName: '#text', value, parentNode: element });
    const end = readTidyTag(this.text, match.index + 2);
    if (end === null) return false;
    this.at = end.end;
    return true;
  }

  private endTag(name: string): boolean {
    const { stack, phase } = this;
    if (phase === 'in-head') {
      this.phase = 'after-head';
      return stack.close(name) && name === 'head';
    }
    if (phase === 'after-body' && name === 'html') {
      this.phase = 'after-html';
      return true;
    }
    if (phase !== 'in-body') return false;
    if (stack.isInSvg) return stack.topName.toLowerCase() === name && stack.close(stack.topName);
    if (name === 'body') {
      this.phase = 'after-body';
      return !stack.hasOpen('table') && !stack.hasOpen('select');
    }
    return this.endInBody(name);
  }

  private endInBody(name: string): boolean {
    const { stack } = this;
    const isInFrame = TABLE_FRAMES.has(stack.topName);
    switch (tidyKindOf(name)) {
      case 'table':
      case 'table-part':
        return closeTablePart(stack, name);
      case 'block':
      case 'heading':
      case 'list-item':
      case 'button':
        return !isInFrame && !this.isInSelect() && stack.closeWithImplied(name);
      case 'form':
        this.hasOpenForm = false;
        return !isInFrame && !this.isInSelect() && stack.closeWithImplied(name);
      case 'select':
        return stack.closeWithImplied(name);
      case 'option':
        if (name === 'optgroup' && this.isInSelect() && stack.topName === 'option') stack.pop();
        return stack.close(name);
      case undefined:
      case 'formatting':
      case 'link':
        return stack.close(name);
      case 'raw':
      case 'rule':
      case 'svg':
      case 'void':
      case 'untidy':
        return false;
    }
  }
}
