import { attributeOf, collapseBlanks, isElement, isShadowRoot, isTemplate } from './element.ts';
import type { HtmlElement, HtmlParent } from './html-tree.ts';

export interface MetaTag {
  /** Lower-case `name`, or `http-equiv` where `isHttpEquiv`. */
  readonly name: string;
  readonly isHttpEquiv: boolean;
  readonly content: string;
}

/** What a page's markup says besides its text: declarations, scripts, and the parts no reader sees. */
export interface MarkupFacts {
  baseHref: string | null;
  title: string | null;
  language: string | null;
  readonly metas: MetaTag[];
  /** `href` of `<link rel=canonical>` in the head. */
  readonly canonicals: string[];
  /** Raw markup of comments, noscript and srcdoc; template contents as trees. */
  readonly comments: string[];
  readonly noscripts: string[];
  readonly srcdocs: string[];
  readonly templates: HtmlParent[];
  readonly scriptSources: string[];
  /** Beginnings of inline scripts. */
  readonly inlineScripts: string[];
  readonly frameSources: string[];
  hasFrameset: boolean;
  hasPasswordField: boolean;
  /** `id` or name of an empty element that a script is meant to fill. */
  emptyMountPoint: string | null;
}

/** Bounds on what is kept of one page, since every attribute may be megabytes long. */
const MAX_SOURCES = 100;
const MAX_SOURCE_CHARACTERS = 500;
const MAX_TITLE_CHARACTERS = 1_000;
const MAX_META_CHARACTERS = 2_000;
const MAX_LANGUAGE_CHARACTERS = 100;
const MAX_SCRIPT_CHARACTERS = 2_000;

/** Nothing collected yet. */
export function startMarkupFacts(): MarkupFacts {
  return {
    baseHref: null,
    title: null,
    language: null,
    metas: [],
    canonicals: [],
    comments: [],
    noscripts: [],
    srcdocs: [],
    templates: [],
    scriptSources: [],
    inlineScripts: [],
    frameSources: [],
    hasFrameset: false,
    hasPasswordField: false,
    emptyMountPoint: null,
  };
}

/** Adds what one element says, if it is a declaration. */
export function collectMarkup(facts: MarkupFacts, element: HtmlElement): void {
  switch (element.tagName) {
    case 'html':
      facts.language = attributeOf(element, 'lang')?.slice(0, MAX_LANGUAGE_CHARACTERS) ?? null;
      break;
    case 'base':
      facts.baseHref ??= attributeOf(element, 'href');
      break;
    case 'title':
      if (element.namespaceURI.endsWith('/xhtml'))
        facts.title ??= collapseBlanks(textOf(element)).slice(0, MAX_TITLE_CHARACTERS);
      break;
    case 'meta':
      collectMeta(facts, element);
      break;
    case 'link':
      collectCanonical(facts, element);
      break;
    case 'script':
      collectScript(facts, element);
      break;
    case 'noscript':
      facts.noscripts.push(textOf(element));
      break;
    case 'template':
      if (isTemplate(element) && !isShadowRoot(element)) facts.templates.push(element.content);
      break;
    case 'iframe':
    case 'frame':
      collectFrame(facts, element);
      break;
    case 'frameset':
      facts.hasFrameset = true;
      break;
    case 'input':
      if (attributeOf(element, 'type')?.toLowerCase() === 'password') facts.hasPasswordField = true;
      break;
  }
}

function collectMeta(facts: MarkupFacts, element: HtmlElement): void {
  const httpEquiv = attributeOf(element, 'http-equiv');
  const name = httpEquiv ?? attributeOf(element, 'name');
  const content = attributeOf(element, 'content');
  if (name === null || content === null || facts.metas.length >= MAX_SOURCES) return;
  facts.metas.push({
    name: name.trim().toLowerCase(),
    isHttpEquiv: httpEquiv !== null,
    content: content.slice(0, MAX_META_CHARACTERS),
  });
}

/** Google ignores a canonical outside the head, where a user of the site could have written it. */
function collectCanonical(facts: MarkupFacts, element: HtmlElement): void {
  const rel = attributeOf(element, 'rel')?.toLowerCase().split(/\s+/) ?? [];
  const href = attributeOf(element, 'href');
  const parent = element.parentNode;
  if (!rel.includes('canonical') || href === null || parent === null || !isElement(parent)) return;
  if (parent.tagName === 'head') facts.canonicals.push(href);
}

function collectScript(facts: MarkupFacts, element: HtmlElement): void {
  const source = attributeOf(element, 'src');
  if (source !== null && facts.scriptSources.length < MAX_SOURCES)
    facts.scriptSources.push(source.slice(0, MAX_SOURCE_CHARACTERS));
  if (source === null && facts.inlineScripts.length < MAX_SOURCES) {
    facts.inlineScripts.push(textOf(element).slice(0, MAX_SCRIPT_CHARACTERS));
  }
}

function collectFrame(facts: MarkupFacts, element: HtmlElement): void {
  const srcdoc = attributeOf(element, 'srcdoc');
  const source = attributeOf(element, 'src');
  if (srcdoc !== null) facts.srcdocs.push(srcdoc);
  else if (source !== null && facts.frameSources.length < MAX_SOURCES)
    facts.frameSources.push(source.slice(0, MAX_SOURCE_CHARACTERS));
}

/** Text directly inside an element; enough for title, script and noscript, which hold nothing but text. */
function textOf(element: HtmlElement): string {
  let text = '';
  for (const child of element.childNodes) if ('value' in child) text += child.value;
  return text;
}
