import { foreignContent, html, type Token } from 'parse5';
import { decodeText } from './character-references.ts';
import type { ElementFacts } from './element-facts.ts';
import { AttributeScanner } from './tidy-attributes.ts';
import { startTidyDocument } from './tidy-doctype.ts';
import { HEAD_ELEMENTS, REFERENCE_TEXT_ELEMENTS, SVG_HTML_POINTS } from './tidy-elements.ts';
import { type TidyPlan, TidyStack } from './tidy-stack.ts';
import { closeTablePart, openTablePart } from './tidy-table.ts';
import { rawEnd, TagScanner } from './tidy-tags.ts';
import { TextScanner } from './tidy-text.ts';

type Phase = 'before-html' | 'before-head' | 'in-head' | 'after-head' | 'in-body' | 'after-body' | 'after-html';

const LINE_FEED = 10;
/** Elements one of which ends where the next begins. */
const LIST_ITEMS = ['li'];
const TERMS = ['dd', 'dt'];

/** Reads one page from its beginning to its end, or to the first thing that is not tidy. */
export class TidyReader {
  readonly stack: TidyStack;
  private readonly text: string;
  private readonly attributes: AttributeScanner;
  private readonly tag: TagScanner;
  private readonly found = new TextScanner();
  private at: number;
  private phase: Phase = 'before-html';
  private hasOpenForm = false;
  /** True right behind `<pre>`, whose first line break is none. */
  private skipsLineBreak = false;

  constructor(text: string, plan: TidyPlan) {
    this.text = text;
    this.attributes = new AttributeScanner(text);
    this.tag = new TagScanner(text, this.attributes);
    const { document, end } = startTidyDocument(text);
    this.at = end;
    this.stack = new TidyStack(document, this.attributes, plan);
  }

  /** True where the whole page was tidy. */
  read(): boolean {
    const { text } = this;
    while (this.at < text.length) {
      this.found.read(text, this.at);
      if (this.found.end > this.at && !this.readText()) return false;
      this.at = this.found.end;
      if (this.at < text.length && !this.readMarkup()) return false;
    }
    this.stack.closeAll();
    return this.phase === 'in-body' || this.phase === 'after-body' || this.phase === 'after-html';
  }

  private readText(): boolean {
    const { stack, phase, found } = this;
    const { isBlank } = found;
    switch (phase) {
      case 'before-html':
      case 'before-head':
        return isBlank;
      case 'in-head':
      case 'after-head':
        if (isBlank) stack.addText(this.text.slice(this.at, found.end), found);
        return isBlank;
      case 'in-body':
      case 'after-body':
      case 'after-html':
    }
    if (!isBlank) this.phase = 'in-body';
    if (!isBlank && stack.isInTableFrame && !stack.isInSvg) return false;
    const skipped = this.skipsLineBreak && this.text.charCodeAt(this.at) === LINE_FEED ? 1 : 0;
    this.skipsLineBreak = false;
    const raw = this.text.slice(this.at + skipped, found.end);
    if (raw !== '') stack.addText(found.hasReference ? decodeText(raw) : raw, found);
    return true;
  }

  private readMarkup(): boolean {
    const code = this.text.charCodeAt(this.at + 1) | 32;
    this.skipsLineBreak = false;
    if (code >= 97 && code <= 122) {
      if (!this.tag.read(this.at + 1)) return false;
      this.at = this.tag.end;
      return this.startTag(this.tag);
    }
    if (this.text.startsWith('</', this.at)) return this.readEndTag();
    return this.text.startsWith('<!--', this.at) && this.readComment();
  }

  private readEndTag(): boolean {
    const code = this.text.charCodeAt(this.at + 2) | 32;
    if (code < 97 || code > 122 || !this.tag.read(this.at + 2)) return false;
    this.at = this.tag.end;
    return this.endTag(this.tag.facts);
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

  private startTag(tag: TagScanner): boolean {
    const { stack, phase } = this;
    const { facts } = tag;
    const { name } = facts;
    switch (phase) {
      case 'before-html':
        this.phase = 'before-head';
        return name === 'html' && this.push(tag);
      case 'before-head':
        this.phase = 'in-head';
        return name === 'head' && this.push(tag);
      case 'in-head':
        if (!HEAD_ELEMENTS.has(name)) return false;
        if (facts.tidyKind === 'raw') return this.rawElement(tag);
        stack.add(facts, tag.attributesAt, tag.hasId);
        return true;
      case 'after-head':
        this.phase = 'in-body';
        return name === 'body' && this.push(tag);
      case 'in-body':
      case 'after-body':
      case 'after-html':
        this.phase = 'in-body';
        return stack.isInSvg ? this.startInSvg(tag) : this.startInBody(tag);
    }
  }

  private startInBody(tag: TagScanner): boolean {
    const { stack } = this;
    const { facts } = tag;
    const { name } = facts;
    const kind = facts.tidyKind;
    const { topName } = stack;
    if (stack.isInTableFrame && kind !== 'table-part' && name !== 'script' && name !== 'style') return false;
    if (topName === 'colgroup' && kind !== 'table-part') return false;
    if (this.isInSelect() && kind !== 'option') return false;
    switch (kind) {
      case undefined:
        if (name !== 'p') return this.push(tag);
        return stack.closeParagraph() && this.push(tag);
      case 'block':
        this.skipsLineBreak = name === 'pre' || name === 'listing';
        return stack.closeParagraph() && this.push(tag);
      case 'rule':
      case 'void':
        if (kind === 'rule' && !stack.closeParagraph()) return false;
        stack.add(facts, tag.attributesAt, tag.hasId);
        return true;
      case 'raw':
        return this.rawElement(tag);
      case 'heading':
        if (!stack.closeParagraph() || stack.isInHeading) return false;
        return this.push(tag);
      case 'list-item':
        if (!stack.closeItem(name === 'li' ? LIST_ITEMS : TERMS)) return false;
        return stack.closeParagraph() && this.push(tag);
      case 'formatting':
        return this.push(tag);
      case 'link':
        return !stack.hasOpenLink && this.push(tag);
      case 'form':
        if (this.hasOpenForm) return false;
        this.hasOpenForm = true;
        return stack.closeParagraph() && this.push(tag);
      case 'button':
        return !stack.hasOpen('button') && this.push(tag);
      case 'table':
        if (stack.document.mode !== html.DOCUMENT_MODE.QUIRKS && !stack.closeParagraph()) return false;
        return this.push(tag);
      case 'table-part':
        return openTablePart(stack, tag);
      case 'select':
        return this.push(tag);
      case 'option':
        return this.openOption(tag);
      case 'svg':
        return this.addSvg(tag);
      case 'untidy':
        return false;
    }
  }

  private push({ facts, attributesAt, hasId }: TagScanner): boolean {
    return this.stack.push(facts, attributesAt, hasId);
  }

  private openOption(tag: TagScanner): boolean {
    const { stack } = this;
    const { name } = tag.facts;
    if (stack.topName === 'option') stack.pop();
    if (name === 'optgroup' && stack.topName === 'optgroup' && stack.hasOpen('select')) stack.pop();
    return this.push(tag);
  }

  private isInSelect(): boolean {
    const { topName } = this.stack;
    return topName === 'select' || ((topName === 'option' || topName === 'optgroup') && this.stack.hasOpen('select'));
  }

  private startInSvg(tag: TagScanner): boolean {
    if (SVG_HTML_POINTS.has(this.stack.topName) || tag.facts.name === 'script') return false;
    return this.addSvg(tag);
  }

  private addSvg({ facts: { name }, attributesAt, isSelfClosing }: TagScanner): boolean {
    const attributes = this.attributes.list(attributesAt);
    const token = { tagName: name, tagID: html.getTagID(name), attrs: attributes } as Token.TagToken;
    if (this.stack.isInSvg && foreignContent.causesExit(token)) return false;
    if (this.stack.isInSvg) foreignContent.adjustTokenSVGTagName(token);
    foreignContent.adjustTokenSVGAttrs(token);
    foreignContent.adjustTokenXMLAttrs(token);
    if (!isSelfClosing) return this.stack.pushSvg(token.tagName, attributes);
    this.stack.addSvg(token.tagName, attributes);
    return true;
  }

  /** An element whose content is text up to its end tag. */
  private rawElement({ facts, attributesAt, hasId }: TagScanner): boolean {
    const { name } = facts;
    const closing = rawEnd(name);
    closing.lastIndex = this.at;
    const match = closing.exec(this.text);
    if (match === null) return false;
    const content = this.text.slice(this.at, match.index);
    // Behind `<!--` a script may hold `<script`, and ends later than it seems.
    if (name === 'script' && content.includes('<!--') && /<script/i.test(content)) return false;
    const text = name === 'textarea' && content.startsWith('\n') ? content.slice(1) : content;
    const value = REFERENCE_TEXT_ELEMENTS.has(name) ? decodeText(text) : text;
    this.stack.add(facts, attributesAt, hasId, value);
    if (!this.tag.read(match.index + 2)) return false;
    this.at = this.tag.end;
    return true;
  }

  private endTag(facts: ElementFacts): boolean {
    const { stack, phase } = this;
    const { name } = facts;
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
    return this.endInBody(facts);
  }

  private endInBody({ name, tidyKind }: ElementFacts): boolean {
    const { stack } = this;
    const isInFrame = stack.isInTableFrame;
    switch (tidyKind) {
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
