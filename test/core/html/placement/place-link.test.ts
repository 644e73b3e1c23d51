import { describe, expect, it } from 'vitest';
import { readPage } from '../../../../src/core/html/read-page.ts';

const LINK = '<a href="https://client.test/">client</a>';
const TEXT = 'The boats leave the harbour in the dark and come back at noon with what they have caught. ';
const PARAGRAPH = `<p>${TEXT.repeat(2)}${LINK} ${TEXT}</p>`;
const OTHERS = Array.from(
  { length: 6 },
  (_, index) => `<li><a href="https://s${index}.example/">site ${index}</a> about boats</li>`,
).join('');
const BARE_OTHERS = OTHERS.replaceAll(' about boats', '');
const ARTICLE = `<main><h1>Boats</h1><p>${TEXT.repeat(30)}</p></main>`;

function place(html: string, url = 'https://blog.example/post', body = ARTICLE): string | undefined {
  return readPage(`<body>${body}${html}</body>`, { url, headers: {}, sites: ['client.test'] }).links[0]?.placement;
}

describe('placeLink', () => {
  describe('landmarks and roles', () => {
    it.each([
      ['navigation', `<nav>${LINK}</nav>`],
      ['navigation', `<div role="navigation">${LINK}</div>`],
      ['header', `<header>${LINK}</header>`],
      ['footer', `<footer><p>${TEXT}${LINK}</p></footer>`],
      ['footer', `<div role="contentinfo">${LINK}</div>`],
      ['sidebar', `<aside><article>${PARAGRAPH}</article></aside>`],
      ['content', `<article>${PARAGRAPH}</article>`],
      ['content', `<div role="main">${PARAGRAPH}</div>`],
      ['sidebar', `<main><p>${TEXT}</p><aside>${LINK}</aside></main>`],
      ['footer', `<footer><div class="content">${LINK}</div></footer>`],
    ])('%s: %s', (placement, html) => {
      expect(place(html)).toBe(placement);
    });
  });

  describe('class and id words', () => {
    it.each([
      ['navigation', `<div class="main-menu">${LINK}</div>`],
      ['navigation', `<div class="breadcrumbs">${LINK}</div>`],
      ['footer', `<div id="siteFooter">${LINK}</div>`],
      ['header', `<div id="masthead">${LINK}</div>`],
      ['sidebar', `<div class="sidebar_right">${LINK}</div>`],
      ['sidebar', `<div class="blogroll">${LINK}</div>`],
      ['comment', `<ol class="commentlist"><li>${PARAGRAPH}</li></ol>`],
      ['comment', `<div id="comments"><article><footer>${LINK}</footer></article></div>`],
      ['comment', `<div id="disqus_thread">${PARAGRAPH}</div>`],
      ['signature', `<div class="postbody"><div class="signature">${LINK}</div></div>`],
      [
        'signature',
        `<div class="postbody"><aside class="message-signature"><div class="bbWrapper">${LINK}</div></aside></div>`,
      ],
      ['author-box', `<article>${PARAGRAPH.replace(LINK, '')}<aside class="author-bio">${LINK}</aside></article>`],
      ['forum', `<div class="postbody">${PARAGRAPH}</div>`],
      ['author-box', `<article>${PARAGRAPH.replace(LINK, '')}<div class="author-bio">${LINK}</div></article>`],
      ['advertisement', `<div class="ad-slot">${LINK}</div>`],
      ['widget', `<div class="badge">${LINK}</div>`],
      ['content', `<div class="entry-content">${PARAGRAPH}</div>`],
      ['content', `<div class="has-sidebar category-comments"><div class="entry-content">${PARAGRAPH}</div></div>`],
    ])('%s: %s', (placement, html) => {
      expect(place(html)).toBe(placement);
    });

    it('takes a word on a wrapper of the whole page for the layout', () => {
      expect(
        place('', undefined, `<div class="sidebar-layout"><h1>Boats</h1><p>${TEXT.repeat(9)}${LINK}</p></div>`),
      ).toBe('content');
    });
  });

  describe('labels in the text', () => {
    it.each([
      ['author-box', `<div><h4>About the author</h4><p>Jo writes for ${LINK}.</p></div>`],
      ['advertisement', `<div><span>Anzeige</span> ${LINK}</div>`],
      ['advertisement', PARAGRAPH.replace('client.test/', 'client.test/?utm_medium=cpc')],
      ['widget', `<p>Powered by ${LINK}</p>`],
    ])('%s: %s', (placement, html) => {
      expect(place(html)).toBe(placement);
    });
  });

  describe('what hides a link', () => {
    it.each([
      ['display:none'],
      ['visibility : hidden'],
      ['position:absolute; left:-9999px'],
      ['font-size:0px'],
      ['opacity:0'],
      ['height:0;overflow:hidden'],
      ['text-indent:-9999px'],
    ])('%s', (style) => {
      expect(place(`<main><div style="${style}">${PARAGRAPH}</div></main>`)).toBe('hidden');
    });

    it.each([
      ['font-size:0.9em'],
      ['opacity:0.5'],
      ['left:-10px'],
      ['height:100px;overflow:hidden'],
      ['display:block'],
    ])('not %s', (style) => {
      expect(place(`<main><div style="${style}">${PARAGRAPH}</div></main>`)).toBe('content');
    });

    it('knows text in the colour of its background', () => {
      expect(place(`<div style="background:#FFF">${PARAGRAPH.replace('<a ', '<a style="color:white" ')}</div>`)).toBe(
        'hidden',
      );
    });
  });

  describe('density of links', () => {
    it.each([
      ['content', PARAGRAPH],
      ['resource-list', `<main><p>${TEXT}</p><ul>${OTHERS}<li>${LINK}</li></ul></main>`],
      ['resource-list', `<h1>Useful</h1><ul>${BARE_OTHERS}<li>${LINK}</li></ul>`],
      ['navigation', `<h1>Useful</h1><ul><li><a href="/x">Home</a></li>${BARE_OTHERS}<li>${LINK}</li></ul>`],
      ['navigation', `<div>${'<a href="/x">Some page</a> '.repeat(12)}${LINK}</div>`],
      [
        'comment',
        `<div><a href="https://client.test/" rel="ugc">x</a>${'<a href="/x">Some page</a> '.repeat(12)}</div>`,
      ],
    ])('%s: %s', (placement, html) => {
      expect(place(html)).toBe(placement);
    });
  });

  describe('links in content that stand alone', () => {
    const article = (inner: string): string =>
      `<article><p>${TEXT.repeat(5)}</p>${inner}<p>${TEXT.repeat(5)}</p></article>`;
    const card = (link: string): string => `<li><img src="/x.jpg"><h3>${link}</h3><p>${TEXT.slice(0, 70)}</p></li>`;
    const cards = (link: string): string =>
      `<ul>${['/a', '/b'].map((to) => card(`<a href="${to}">Boat</a>`)).join('')}${card(link)}</ul>`;
    it.each([
      ['a button between paragraphs', 'navigation', article(`<div>${LINK}</div>`)],
      ['a paragraph of its own', 'content', article(`<p>${LINK}</p>`)],
      ['a heading', 'content', article(`<h2>${LINK}</h2>`)],
      ['a picture', 'content', article(`<figure><a href="https://client.test/"><img src="/x.jpg"></a></figure>`)],
      ['divs in place of paragraphs', 'content', `<div>${`<div>${TEXT}</div>`.repeat(5)}<div>${LINK}</div></div>`],
      ['lines in place of paragraphs', 'content', `<div>${TEXT}<br><br>${LINK}<br><br>${TEXT}<div>end</div></div>`],
      ['a row of links', 'navigation', article(`<p>« <a href="/a">Earlier boats</a> | ${LINK} »</p>`)],
      ['credits', 'content', article(`<p>Photos: <a href="//x.example/">Jo Miller of the harbour</a>, ${LINK}</p>`)],
      ['sources', 'content', article(`<ul><li><a href="//x.example/">x</a></li><li>${LINK}</li></ul>`)],
      ['cards that lead away', 'directory', article(cards(LINK))],
      ['a section named after a menu word', 'content', `<div id="sharing">${PARAGRAPH.repeat(3)}</div>`],
      ['a menu named as one word', 'navigation', `<div class="topnav">${LINK}</div>`],
      [
        'a button that shares the page',
        'navigation',
        article(`<p>${TEXT}<a href="https://client.test/sharer.php?u=https%3A%2F%2Fblog.example%2F">Share</a></p>`),
      ],
    ])('%s: %s', (_name, placement, html) => {
      expect(place(html)).toBe(placement);
    });
  });

  describe('kinds of pages', () => {
    it.each([
      ['press-release', 'https://www.prnewswire.com/news/a', PARAGRAPH],
      ['press-release', 'https://blog.example/a', `<main><p>FOR IMMEDIATE RELEASE</p>${PARAGRAPH}</main>`],
      ['forum', 'https://x.example/viewtopic.php?t=1', PARAGRAPH],
      ['profile', 'https://x.example/members/jo', PARAGRAPH],
      ['profile', 'https://x.example/@jo', PARAGRAPH],
      ['content', 'https://x.example/@jo/boats-and-the-sea', PARAGRAPH],
      ['directory', 'https://x.example/directory/boats/', PARAGRAPH],
      ['footer', 'https://x.example/directory/boats/', `<footer>${PARAGRAPH}</footer>`],
    ])('%s at %s', (placement, url, html) => {
      expect(place(html, url, '')).toBe(placement);
    });
  });
});
