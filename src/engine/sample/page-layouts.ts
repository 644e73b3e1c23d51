/** The kinds of page the fictional web is made of. Each layout has one place where the client's link stands. */

import { risingDates } from './page-dates.ts';
import { escapeHtml, type LinkBlock, linkParagraphs } from './page-links.ts';
import { fillSlots, paragraphsOf, sentencesOf } from './prose.ts';
import type { ProseBank, SampleHost, SamplePage, SampleTemplate } from './sample-data.ts';
import type { SeededRandom } from './seeded-random.ts';

export interface PageContext {
  readonly host: SampleHost;
  readonly page: SamplePage;
  readonly template: SampleTemplate;
  readonly blocks: readonly LinkBlock[];
  readonly bank: ProseBank;
  readonly random: SeededRandom;
}

const OTHER_SITES = [
  'timber-almanac',
  'joinery-today',
  'old-house-notes',
  'the-plane-maker',
  'county-archive',
  'slow-interiors',
  'bench-and-vice',
  'larder-stories',
];

/** A post with comments and a sidebar; holds every link that stands in or around running text. */
export function articleLayout(context: PageContext): string {
  const { template, page, blocks } = context;
  const [posted = '', ...commented] = risingDates(context.host, page, 12, context.random);
  const inText = template === 'article' || template === 'press-release';
  const paragraphs = proseParagraphs(context).map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`);
  if (inText) paragraphs.splice(Math.min(2, paragraphs.length), 0, linkParagraphs(page, blocks));
  return `<main>
<article class="post">
<h1>${escapeHtml(page.title)}</h1>
${template === 'press-release' ? '<p class="embargo">FOR IMMEDIATE RELEASE</p>' : byline(context, posted)}
<div class="entry-content">
${paragraphs.join('\n')}
${template === 'press-release' ? '<h2>Notes to editors</h2><p>High-resolution photographs are available on request.</p>' : ''}
${aroundText(context)}
</div>
</article>
${commentSection(context, commented)}
</main>
<aside class="sidebar" aria-label="Sidebar">
${sidebar(context)}
</aside>`;
}

/** A thread in phpBB's markup; the link stands in the second post or in its writer's signature. */
export function forumLayout(context: PageContext): string {
  const { page, template, blocks, bank, random } = context;
  const count = random.between(5, 8);
  const dates = risingDates(context.host, page, count, random);
  const texts = sentencesOf('forum', count * 3, bank, random);
  const posts = Array.from({ length: count }, (_item, index) => {
    const words = escapeHtml(texts.slice(index * 3, index * 3 + 3).join(' '));
    const own = index === 1;
    const link = own && template === 'forum' ? `<br>${linkLine(blocks)}` : '';
    const signature = own && template === 'signature' ? `<div class="signature">${linkLine(blocks)}</div>` : '';
    return `<div id="p${4100 + index}" class="post"><dl class="postprofile"><dt>${memberName(context)}</dt><dd>Posts: ${random.between(2, 2400)}</dd></dl>
<div class="postbody"><p class="author">${dates[index]}</p><div class="content">${words}${link}</div>${signature}</div></div>`;
  });
  return `<main id="page-body" class="viewtopic"><h2 class="topic-title">${escapeHtml(page.title)}</h2>\n${posts.join('\n')}\n</main>`;
}

/** Cards of businesses, the client's among them. */
export function directoryLayout(context: PageContext): string {
  const { page, blocks, bank, random } = context;
  const cards = Array.from({ length: 14 }, () => {
    const name = fillSlots('{place} {room} makers', bank, random);
    const host = name.toLowerCase().replaceAll(' ', '-');
    return listingCard(`<a href="https://${host}.example/">${escapeHtml(name)}</a>`, context);
  });
  cards.splice(5, 0, ...blocks.map(({ html }) => listingCard(html, context)));
  return `<main class="directory">\n<h1>${escapeHtml(page.title)}</h1>\n<div class="listings">\n${cards.join('\n')}\n</div>\n</main>`;
}

/** A short text and a list of useful addresses. */
export function resourceLayout(context: PageContext): string {
  const { page, blocks, random } = context;
  const items = random
    .shuffled(OTHER_SITES)
    .slice(0, 7)
    .map((site) => `<li><a href="https://${site}.example/">${siteName(site)}</a></li>`);
  items.splice(3, 0, ...blocks.map(({ html }) => `<li>${html}</li>`));
  const paragraphs = proseParagraphs(context);
  return `<main>\n<article>\n<h1>${escapeHtml(page.title)}</h1>\n${paragraphs.map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')}
<h2>Useful addresses</h2>\n<ul class="links">\n${items.join('\n')}\n</ul>\n</article>\n</main>`;
}

/** A member's or a company's card. */
export function profileLayout(context: PageContext): string {
  const { page, blocks, bank, random } = context;
  return `<main>\n<h1>${escapeHtml(page.title)}</h1>
<dl class="profile-fields"><dt>Member since</dt><dd>${random.between(2014, 2025)}</dd><dt>Location</dt><dd>${fillSlots('{place}', bank, random)}</dd>
<dt>Trade</dt><dd>Joinery and furniture</dd><dt>Website</dt><dd>${linkLine(blocks)}</dd></dl>
<p>${escapeHtml(sentencesOf('trade', 4, bank, random).join(' '))}</p>\n</main>`;
}

/** A page of nothing but links to other people's sites. */
export function farmLayout(context: PageContext): string {
  const { page, blocks, random } = context;
  const words = [
    'cheap flights',
    'online casino',
    'payday loan',
    'essay service',
    'seo backlinks',
    'crypto bonus',
    'diet pills',
    'roof repair',
    'escort agency',
    'vpn coupon',
    'solar panels',
    'car insurance',
  ];
  const items = Array.from({ length: 48 }, (_item, index) => {
    const word = random.pick(words);
    return `<li><a href="http://${word.replaceAll(' ', '-')}-${random.between(11, 99)}${index}.example/">${word}</a></li>`;
  });
  items.splice(random.between(4, 40), 0, ...blocks.map(({ html }) => `<li>${html}</li>`));
  const paragraph = proseParagraphs(context)[0] ?? '';
  return `<main>\n<h1>${escapeHtml(page.title)}</h1>\n<p>${escapeHtml(paragraph)}</p>\n<ul class="link-list">\n${items.join('\n')}\n</ul>\n</main>`;
}

/** The client's links in the site footer, for the sitewide template. */
export function footerLinks({ blocks }: PageContext): string {
  return blocks.length === 0 ? '' : `<p class="credits">${linkLine(blocks)}</p>`;
}

function proseParagraphs({ host, bank, random }: PageContext): string[] {
  const topics = host.topic === 'kitchen' ? ['kitchen', 'home'] : [host.topic];
  return paragraphsOf(topics, host.topic === 'kitchen' ? 6 : 4, bank, random);
}

function aroundText({ template, blocks, bank, random }: PageContext): string {
  const line = linkLine(blocks);
  if (line === '') return '';
  const writer = fillSlots('{person} writes about rooms and the people in them, and works for', bank, random);
  const markup: Partial<Record<SampleTemplate, string>> = {
    'guest-post': `<div class="author-box"><h3>About the author</h3><p>${writer} ${line}.</p></div>`,
    advert: `<div class="ad sponsored-block"><span class="label">Sponsored</span> ${line}</div>`,
    badge: `<div class="widget badge"><p>Our kitchen partner</p>${line}</div>`,
    hidden: `<div style="position:absolute;left:-9999px">${line}</div>`,
  };
  return markup[template] ?? '';
}

function commentSection({ host, template, blocks, bank, random }: PageContext, dates: readonly string[]): string {
  const spam =
    template === 'comment' ? blocks.map(({ html }) => random.pick(bank.spamComments).replace('{link}', html)) : [];
  const replies = host.topic === 'kitchen' || template === 'comment' ? sentencesOf('reply', 4, bank, random) : [];
  if (replies.length + spam.length === 0) return '';
  const texts = [...replies.map(escapeHtml), ...spam];
  const items = texts.map(
    (text, index) =>
      `<li class="comment"><p class="comment-author">${fillSlots('{person}', bank, random)}, ${dates[index]}</p><div class="comment-content"><p>${text}</p></div></li>`,
  );
  return `<section id="comments" class="comments-area"><h2>${items.length} comments</h2><ol class="comment-list">\n${items.join('\n')}\n</ol></section>`;
}

function sidebar({ host, template, blocks }: PageContext): string {
  const recent = host.pages
    .slice(0, 5)
    .map(({ path, title }) => `<li><a href="${escapeHtml(path)}">${escapeHtml(title)}</a></li>`);
  const roll =
    template === 'blogroll' && blocks.length > 0
      ? `<h2>Blogroll</h2><ul class="blogroll">${blocks.map(({ html }) => `<li>${html}</li>`).join('')}${OTHER_SITES.map((site) => `<li><a href="https://${site}.example/">${siteName(site)}</a></li>`).join('')}</ul>`
      : '';
  return `<section class="recent-posts"><ul>${recent.join('')}</ul></section>\n${roll}`;
}

function linkLine(blocks: readonly LinkBlock[]): string {
  return blocks.map(({ html }) => html).join(' · ');
}

function listingCard(link: string, { bank, random }: PageContext): string {
  return `<div class="listing-item"><h3>${link}</h3><p>${fillSlots('{place}', bank, random)} · ${random.between(3, 4)}.${random.between(0, 9)} stars</p><p>${escapeHtml(sentencesOf('trade', 1, bank, random).join(' '))}</p></div>`;
}

function byline({ host, bank, random }: PageContext, posted: string): string {
  if (host.language !== 'en') return `<p class="byline">${posted}</p>`;
  return `<p class="byline">By ${fillSlots('{person}', bank, random)}, ${posted}</p>`;
}

function memberName({ bank, random }: PageContext): string {
  return escapeHtml(fillSlots('{wood}{place}', bank, random).toLowerCase().replaceAll(' ', '')) + random.between(1, 99);
}

function siteName(site: string): string {
  return site
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join(' ');
}
