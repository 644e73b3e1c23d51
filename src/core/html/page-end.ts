/**
 * How a page's text ends: `closed` by its author, `open` where the body was opened and never closed, `bare` where it never
 * was, or `abrupt` in the middle of markup, as it does when the end was lost on the way.
 */
export type PageEnd =
  | { readonly kind: 'closed' | 'open' | 'bare' }
  | { readonly kind: 'abrupt'; readonly inside: string };

/** Whole pages say where they end, within this much of their end. */
const END_CHARACTERS = 2_000;
const RAW_TEXT_ELEMENTS = ['script', 'style', 'textarea'];

/**
 * Reads how a page ends. Abrupt is only what cannot be the author's end: half a tag, a script or comment never closed.
 *
 * @example readPageEnd('<p>text <a href="https://exam') // { kind: 'abrupt', inside: 'a tag' }
 */
export function readPageEnd(html: string): PageEnd {
  const end = html.slice(-END_CHARACTERS).toLowerCase();
  if (end.includes('</html') || end.includes('</body')) return { kind: 'closed' };
  const inside = openMarkup(html);
  if (inside !== null) return { kind: 'abrupt', inside };
  return { kind: /<(?:html|body)[\s>]/i.test(html) && !/<\/(?:html|body)[\s>]/i.test(html) ? 'open' : 'bare' };
}

function openMarkup(html: string): string | null {
  const lastTag = html.lastIndexOf('<');
  if (lastTag > html.lastIndexOf('>') && /^<\/?[a-z]/i.test(html.slice(lastTag, lastTag + 3))) return 'a tag';
  if (html.lastIndexOf('<!--') > html.lastIndexOf('-->')) return 'a comment';
  const lower = html.toLowerCase();
  const name = RAW_TEXT_ELEMENTS.find((raw) => lower.lastIndexOf(`<${raw}`) > lower.lastIndexOf(`</${raw}`));
  return name === undefined ? null : `<${name}>`;
}
