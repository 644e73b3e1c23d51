/** The client's links of one page as markup, together with the sentence each stands in. */
import { linkSentence } from './prose.ts';
import type { ProseBank, SampleHost, SampleLink, SamplePage } from './sample-data.ts';
import { SAMPLE_SITE_NAME } from './sample-project.ts';
import { seededRandom } from './seeded-random.ts';

export interface LinkBlock {
  /** Words in front of the link in running text; empty outside of it. */
  readonly before: string;
  readonly html: string;
  readonly after: string;
}

/** The words on both sides of the page's link number `index`; the exports quote the same. */
export function linkContext(
  host: SampleHost,
  page: SamplePage,
  index: number,
  bank: ProseBank,
): readonly [string, string] {
  const kind = page.links[index]?.kind ?? 'brand';
  return linkSentence(kind, bank, seededRandom(`${host.host}${page.path}#${index}`));
}

/** What stands in the page today, which may differ from what the exports saw. */
export function linkBlocks(host: SampleHost, page: SamplePage, bank: ProseBank): LinkBlock[] {
  const behaviour = page.behaviour ?? 'live';
  if (behaviour === 'removed') return [];
  if (behaviour === 'mention-only') {
    const [before, after] = linkSentence('brand', bank, seededRandom(host.host + page.path));
    return [{ before, html: SAMPLE_SITE_NAME, after }];
  }
  return page.links.map((link, index) => {
    const [before, after] = linkContext(host, page, index, bank);
    return { before, html: linkMarkup(index === 0 ? (page.now ?? link) : link), after };
  });
}

/** The blocks as paragraphs of running text, wrapped where the behaviour hides them from readers. */
export function linkParagraphs(page: SamplePage, blocks: readonly LinkBlock[]): string {
  const paragraphs = blocks.map(({ before, html, after }) => `<p>${escapeHtml(before)}${html}${escapeHtml(after)}</p>`);
  const text = paragraphs.join('\n');
  if (page.behaviour === 'commented-out') return `<!-- ${text} -->`;
  if (page.behaviour === 'noscript-only') return `<noscript>${text}</noscript>`;
  return text;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function linkMarkup(link: SampleLink): string {
  const rel = link.rel === undefined ? '' : ` rel="${escapeHtml(link.rel)}"`;
  const open = `<a href="${escapeHtml(link.target)}"${rel}>`;
  if (link.kind === 'empty') return `${open}<span class="icon icon-arrow"></span></a>`;
  if (link.kind !== 'image') return `${open}${escapeHtml(link.anchor)}</a>`;
  return `${open}<img src="/images/photo.jpg" width="640" height="420" alt="${escapeHtml(link.anchor)}"></a>`;
}
