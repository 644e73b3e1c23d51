import { findCommentSystem } from './comment-system.ts';

/** What raw markup says of the kind of page it makes, besides text and links. */
export interface PageMarks {
  /** How many buttons, choices and fields readers have, search fields apart; and the buttons alone. */
  readonly fields: { readonly controls: number; readonly buttons: number };
  /** The mark of a text that only subscribers see whole; null for none. */
  readonly paywall: string | null;
  /** The mark of something that somebody published, such as its date; null for none. */
  readonly published: string | null;
  /** True where an element of its own holds the article. */
  readonly hasArticle: boolean;
  /** True where posts of a forum stand in it, each under its number. */
  readonly hasPosts: boolean;
  /** What shows that scripts fetch the comments; null where nothing does. */
  readonly commentSystem: string | null;
  /** The class by which the system of a site marks a whole page as missing or as a search; null for none. */
  readonly missing: string | null;
  readonly search: string | null;
  /** The name by which it marks a part of a page as a failure; null for none. */
  readonly failure: string | null;
  /** What a search field holds already; empty for nothing. */
  readonly searched: string;
}

const CONTROLS = /<(?:button|select|textarea)\b|<input\b[^<>]{0,1000}>|<a\b[^<>]{0,300}?\brole\s*=\s*["']?button\b/gi;
const BUTTON = /^<(?:button|a)\b|\btype\s*=\s*["']?(?:submit|button)\b/i;
const PAYWALL =
  /"isAccessibleForFree"\s*:\s*"?false|\b(?:class|id)\s{0,5}=\s{0,5}["'][^"'<>]{0,300}?\b(?:pay-?wall|reg-?wall|metered-?wall|subscriber-?only|subscribers-only|members?-only|post-password-form|gh-post-upgrade-cta|premium-(?:content|teaser|wall)|locked-content|content-gate|article-gate)\b/i;
const UNSEEN_FIELD =
  /^<input\b[^<>]{0,1000}?\b(?:type\s*=\s*["']?(?:hidden|search)\b|name\s*=\s*["']?(?:q|s|k|search|query|keywords?)["'\s/>])/i;
const PUBLISHED =
  /\b(?:article:published_time|article:author|datePublished|dateCreated|dc\.date|dcterms\.(?:date|created)|citation_publication_date)\b|"@type"\s*:\s*\[?\s*"(?:\w*Article|\w*Posting|\w*Report|Recipe|Product|Event|Person|ProfilePage|QAPage)"|<time\b[^<>]{0,300}?\bdatetime\b|\bid\s{0,5}=\s{0,5}["'](?:post_?message|post_id|msg|subject)_\d|<!--beginarticle-->|(?:来源|來源|作者|责任编辑|发布时间|發布時間|作成日|投稿日|掲載日|작성자|작성일|등록일)\s{0,3}[:：]|\bname\s{0,5}=\s{0,5}["']publish-?date|\bclass\s{0,5}=\s{0,5}["'][^"'<>]{0,300}?\b(?:h-entry|hentry|entry-date|post-date|byline|dt-published|post-?body|post_?message|message-(?:body|content)|comment-?(?:body|content|text)|commtext|postcolor|news-?(?:detail|date)\S{0,20}|article-?(?:date|info)|date-published|posted-on|entry-?meta|post-?meta|cPost)\b/i;
/** Of Discuz, vBulletin, phpBB, Invision, Simple Machines, XenForo and MyBB. */
const POSTS =
  /\bid\s{0,5}=\s{0,5}["'](?:post_?message_|pid_?|msg_|post_content|elComment_|js-post-)\d|\bid\s{0,5}=\s{0,5}["']p\d+["'][^<>]{0,200}\bclass\s{0,5}=\s{0,5}["'][^"'<>]{0,100}\bpost\b/i;
const ARTICLE =
  /<article[\s>]|\brole\s*=\s*["']?article\b|\bitemtype\s{0,5}=\s{0,5}["'][^"'<>]{0,300}?(?:Article|Posting)["']/i;
/** Of WordPress, Drupal, Joomla and others. */
const MISSING = bodyClass('error-?404|err-?404|page-?404|path-404|http-?404|(?:page-)?not-?found|search-no-results');
const SEARCH = bodyClass('search|search-results|path-search|page-search');
/** Of WordPress, Simple Machines, Bitrix, vBulletin, Drupal and others. */
const FAILURE =
  /<(?:main|div|section|article|font|p|h[1-6])\b[^<>]{0,300}?\b(?:class|id)\s{0,5}=\s{0,5}["'](?:[^"'<>]{0,300}\s)?(?:error-?404|page-?404|404-?page|(?:page-)?not-?found|fatal_error|noarticletext|errortext|standard_error|messages--error)(?=["'\s])|<section\b[^<>]{0,300}?\bclass\s{0,5}=\s{0,5}["'](?:[^"'<>]{0,300}\s)?no-results(?=["'\s])/i;
const SEARCH_FIELD =
  /<input\b(?=[^<>]{0,600}?\bname\s{0,5}=\s{0,5}["']?(?:s|q|search|keys?|query|keywords?)["'\s/>])[^<>]{0,600}?\bvalue\s{0,5}=\s{0,5}["']([^"'<>]{1,200})["']/i;
const MAX_CONTROLS = 1_000;

/** Reads the marks of a page from its markup, each when it is asked for: most verdicts need one of them or none. */
export function readPageMarks(html: string): PageMarks {
  return readWhenAsked<PageMarks>({
    fields: () => countFields(html),
    paywall: () => PAYWALL.exec(html)?.[0] ?? null,
    published: () => PUBLISHED.exec(html)?.[0] ?? null,
    hasArticle: () => ARTICLE.test(html),
    hasPosts: () => POSTS.test(html),
    commentSystem: () => findCommentSystem(html),
    missing: () => MISSING.exec(html)?.[1] ?? null,
    search: () => SEARCH.exec(html)?.[1] ?? null,
    failure: () => FAILURE.exec(html)?.[0] ?? null,
    searched: () => SEARCH_FIELD.exec(html)?.[1] ?? '',
  });
}

function countFields(html: string): PageMarks['fields'] {
  let controls = 0;
  let buttons = 0;
  for (const [tag] of html.matchAll(CONTROLS)) {
    if (UNSEEN_FIELD.test(tag)) continue;
    if (BUTTON.test(tag)) buttons++;
    if (++controls >= MAX_CONTROLS) break;
  }
  return { controls, buttons };
}

/** One of some names among the classes of the body. */
function bodyClass(names: string): RegExp {
  return new RegExp(
    `<body\\b[^<>]{0,1000}?\\bclass\\s{0,5}=\\s{0,5}["'](?:[^"'<>]{0,1000}\\s)?(${names})(?=["'\\s])`,
    'i',
  );
}

/** An object whose values are computed when they are first asked for. */
function readWhenAsked<T extends object>(readers: { readonly [K in keyof T]: () => T[K] }): T {
  const marks = {} as T;
  for (const key of Object.keys(readers) as (keyof T)[]) {
    const get = (): T[keyof T] => {
      const value = readers[key]();
      Object.defineProperty(marks, key, { value });
      return value;
    };
    Object.defineProperty(marks, key, { get, configurable: true, enumerable: true });
  }
  return marks;
}
