import { findCommentSystem } from './comment-system.ts';

/** What raw markup says of the kind of page it makes, besides text and links. */
export interface PageMarks {
  /** Buttons, choices and fields for readers, search fields apart; and the buttons alone. */
  readonly controls: number;
  readonly buttons: number;
  /** The mark of a text that only subscribers see whole; null for none. */
  readonly paywall: string | null;
  /** The mark of something that somebody published, such as its date; null for none. */
  readonly published: string | null;
  /** True where an element of its own holds the article. */
  readonly hasArticle: boolean;
  /** What shows that scripts fetch the comments; null where nothing does. */
  readonly commentSystem: string | null;
}

const CONTROLS = /<(?:button|select|textarea)\b|<input\b[^<>]{0,1000}>|<a\b[^<>]{0,300}?\brole\s*=\s*["']?button\b/gi;
const BUTTON = /^<(?:button|a)\b|\btype\s*=\s*["']?(?:submit|button)\b/i;
const PAYWALL =
  /"isAccessibleForFree"\s*:\s*"?false|\b(?:class|id)\s{0,5}=\s{0,5}["'][^"'<>]{0,300}?\b(?:pay-?wall|reg-?wall|metered-?wall|subscriber-?only|subscribers-only|members?-only|post-password-form|premium-(?:content|teaser|wall)|locked-content|content-gate|article-gate)\b/i;
const UNSEEN_FIELD =
  /^<input\b[^<>]{0,1000}?\b(?:type\s*=\s*["']?(?:hidden|search)\b|name\s*=\s*["']?(?:q|s|k|search|query|keywords?)["'\s/>])/i;
const PUBLISHED =
  /\b(?:article:published_time|article:author|datePublished|dateCreated|dc\.date|dcterms\.(?:date|created)|citation_publication_date)\b|"@type"\s*:\s*\[?\s*"(?:\w*Article|\w*Posting|\w*Report|Recipe|Product|Event|Person|ProfilePage|QAPage)"|<time\b[^<>]{0,300}?\bdatetime\b|\bid\s{0,5}=\s{0,5}["']post_?message_\d|\bclass\s{0,5}=\s{0,5}["'][^"'<>]{0,300}?\b(?:h-entry|hentry|entry-date|post-date|byline|dt-published|post-?body|post_?message|message-(?:body|content)|comment-?(?:body|content|text)|cPost)\b/i;
const ARTICLE =
  /<article[\s>]|\brole\s*=\s*["']?article\b|\bitemtype\s{0,5}=\s{0,5}["'][^"'<>]{0,300}?(?:Article|Posting)["']/i;
const MAX_CONTROLS = 1_000;

/** Reads the marks of a page from its markup, each when it is asked for: most verdicts need one of them or none. */
export function readPageMarks(html: string): PageMarks {
  const counts = once(() => countControls(html));
  const paywall = once(() => PAYWALL.exec(html)?.[0] ?? null);
  const published = once(() => PUBLISHED.exec(html)?.[0] ?? null);
  const hasArticle = once(() => ARTICLE.test(html));
  const commentSystem = once(() => findCommentSystem(html));
  return {
    get controls() {
      return counts().controls;
    },
    get buttons() {
      return counts().buttons;
    },
    get paywall() {
      return paywall();
    },
    get published() {
      return published();
    },
    get hasArticle() {
      return hasArticle();
    },
    get commentSystem() {
      return commentSystem();
    },
  };
}

function countControls(html: string): Pick<PageMarks, 'controls' | 'buttons'> {
  let controls = 0;
  let buttons = 0;
  for (const [tag] of html.matchAll(CONTROLS)) {
    if (UNSEEN_FIELD.test(tag)) continue;
    if (BUTTON.test(tag)) buttons++;
    if (++controls >= MAX_CONTROLS) break;
  }
  return { controls, buttons };
}

/** Computes a value when it is first asked for. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
