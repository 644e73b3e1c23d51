import { describe, expect, it } from 'vitest';
import type { PageReading } from '../../../src/core/html/page-reading.ts';
import { type PageToRead, readPage } from '../../../src/core/html/read-page.ts';

function read(html: string, page: Partial<PageToRead> = {}): PageReading {
  return readPage(html, { url: 'https://a.example/dir/page', headers: {}, ...page });
}

describe('readPage', () => {
  it('reads a link with everything around it', () => {
    const text = 'one two three '.repeat(10);
    const reading = read(
      `<main><p>${text}see <a href="/x#y" rel="ugc, NoFollow noopener">the  <b>best</b>\nshoes</a> today. ${text}</p></main>`,
    );
    expect(reading.links).toEqual([
      {
        url: 'https://a.example/x#y',
        rel: ['ugc', 'nofollow', 'noopener'],
        anchor: 'the best shoes',
        anchorSource: 'text',
        contextLeft: `${text}see`.slice(-97),
        contextRight: ` today. ${text}`.slice(0, 100).trim(),
        position: expect.closeTo(0.475, 2),
        placement: 'content',
        placementEvidence: expect.stringContaining('inside <main>'),
      },
    ]);
  });

  describe('resolves addresses', () => {
    it.each([
      ['<a href="b">x</a>', ['https://a.example/dir/b']],
      ['<a href="//c.example">x</a>', ['https://c.example/']],
      ['<a href="?q=1">x</a>', ['https://a.example/dir/page?q=1']],
      ['<a href="">x</a>', ['https://a.example/dir/page']],
      ['<base href="/root/"><a href="b">x</a>', ['https://a.example/root/b']],
      ['<a href="b">x</a><base href="https://c.example/"><base href="https://d.example/">', ['https://c.example/b']],
      ['<base href="data:text/plain,x"><a href="b">x</a>', ['https://a.example/dir/b']],
      ['<a href="mailto:a@b.example">x</a><a href="javascript:void 0">y</a><a href="tel:1">z</a>', []],
      ['<a href="https://">x</a><a href="http://[bad">y</a>', []],
      ['<map><area href="/m"></map>', ['https://a.example/m']],
      ['<svg><a href="/s"><text>x</text></a></svg>', ['https://a.example/s']],
      ['<a href="java\nscript:x">x</a>', []],
      ['<a href="ht\ntps://c.example/">x</a>', ['https://c.example/']],
    ])('%s', (html, urls) => {
      expect(read(html).links.map((link) => link.url)).toEqual(urls);
    });
  });

  describe('repairs markup as the HTML standard does', () => {
    it.each([
      [
        '<a href=/1>one<a href=/2>two',
        [
          ['one', '/1'],
          ['two', '/2'],
        ],
      ],
      [
        '<p><a href=/1>one<p>two</a>three',
        [
          ['one', '/1'],
          ['two', '/1'],
        ],
      ],
      ['<table><a href=/1>one</a><tr><td>x</table>', [['one', '/1']]],
      ['<title><a href=/1>no</a></title><a href=/2>yes</a>', [['yes', '/2']]],
      ['<script>"<a href=/1>no</a>"</script><style><a href=/2></style>', []],
      ['<select><option><a href=/1>no</a></option></select>', []],
      ['<a href="/1" href="/2">first wins</a>', [['first wins', '/1']]],
    ])('%s', (html, expected) => {
      const found = read(html).links.map((link) => [link.anchor, new URL(link.url).pathname]);
      expect(found).toEqual(expected);
    });
  });

  describe('takes the anchor from text, then image alt, then title', () => {
    it.each([
      ['<a href=/>text<img alt="picture"></a>', 'text', 'text'],
      ['<a href=/><img alt=" a  picture "><img alt="b"></a>', 'a picture b', 'image-alt'],
      ['<a href=/ title="the title"><img></a>', 'the title', 'title'],
      ['<a href=/></a>', '', 'none'],
      ['<map><area href=/ alt="region"></map>', 'region', 'image-alt'],
      ['<a href=/>a<div>b</div>c</a>', 'a b c', 'text'],
      ['<a href=/>a<script>x</script>b</a>', 'ab', 'text'],
    ])('%s', (html, anchor, anchorSource) => {
      expect(read(html).links[0]).toMatchObject({ anchor, anchorSource });
    });
  });

  it('keeps links that stand in the markup but not in the page apart', () => {
    const reading = read(
      '<!-- <a href=/c rel=nofollow>c</a> --><noscript><a href=/n>n</a></noscript>' +
        '<template><a href=/t>t</a></template><iframe srcdoc="<a href=/i>i</a>"></iframe>',
    );
    expect(reading.links).toEqual([]);
    expect(reading.apartLinks.map(({ place, anchor, rel }) => [place, anchor, rel])).toEqual([
      ['noscript', 'n', []],
      ['template', 't', []],
      ['iframe', 'i', []],
      ['comment', 'c', ['nofollow']],
    ]);
  });

  it('reads a declarative shadow root as part of the page', () => {
    const reading = read('<div><template shadowrootmode="open"><a href="/s">s</a></template></div>');
    expect([reading.links.length, reading.apartLinks.length]).toEqual([1, 0]);
  });

  it('keeps only links to the sites of interest but counts them all', () => {
    const html =
      '<a href=/in>i</a><a href=//shop.client.test/>c</a><a href=//other.test/>o</a><a href=//x.other.test/>p</a>';
    const reading = read(html, { sites: ['www.client.test'] });
    expect(reading.links.map((link) => link.url)).toEqual(['https://shop.client.test/']);
    expect(reading.facts).toMatchObject({ internalLinks: 1, externalLinks: 3, externalDomains: 2 });
  });

  it('notes hosts and brands that the text names', () => {
    const reading = read('<p>Ask client.test or Müller &amp; Söhne, not notboats.test or boats.test.evil.</p>', {
      sites: ['www.client.test', 'boats.test'],
      brandWords: ['Müller & Söhne', 'sons'],
    });
    expect(reading.mentions.map(({ kind, word }) => [kind, word])).toEqual([
      ['host', 'client.test'],
      ['brand', 'müller & söhne'],
    ]);
  });

  describe('reads the rules for Googlebot, the most restrictive of all', () => {
    const none = { noindex: false, nofollow: false };
    it.each([
      ['<meta name=robots content="index, follow">', [], none],
      ['<meta name=ROBOTS content="NOINDEX">', [], { noindex: true, nofollow: false }],
      ['<meta name=robots content="none">', [], { noindex: true, nofollow: true }],
      [
        '<meta name=robots content="index"><meta name=googlebot content="nofollow">',
        [],
        { noindex: false, nofollow: true },
      ],
      ['<meta name=bingbot content="noindex">', [], none],
      ['', ['noindex, nofollow'], { noindex: true, nofollow: true }],
      ['', ['googlebot: nofollow'], { noindex: false, nofollow: true }],
      ['', ['otherbot: noindex, nofollow'], none],
      ['', ['otherbot: noindex, googlebot: nofollow'], { noindex: false, nofollow: true }],
      ['', ['unavailable_after: 25 Jun 2030 15:00:00 PST', 'noindex'], { noindex: true, nofollow: false }],
      ['', ['max-snippet: 20, nofollow'], { noindex: false, nofollow: true }],
      ['<!-- <meta name=robots content=noindex> -->', [], none],
      ['<meta name=robots content="unavailable_after: 2020-09-21, nofollow">', [], { noindex: true, nofollow: true }],
      [
        '<meta name=robots content="unavailable_after: 25 Jun 2010 15:00:00 PST">',
        [],
        { noindex: true, nofollow: false },
      ],
      ['<meta name=robots content="unavailable_after: Saturday, 25-Jul-2054 15:00:00 GMT, max-snippet:5">', [], none],
      ['', ['unavailable_after: 25 Jun 2010 15:00:00 PST'], { noindex: true, nofollow: false }],
      ['', ['otherbot: unavailable_after: 25 Jun 2010 15:00:00 PST'], none],
      ['', ['googlebot: unavailable_after: 2010-06-25'], { noindex: true, nofollow: false }],
      ['<meta name=robots content="unavailable_after: some day">', [], none],
      ['<meta name=robots content="noindexing">', [], none],
    ])('%s %j', (html, header, expected) => {
      const readAt = Date.UTC(2026, 0, 1);
      expect(read(html, { headers: { 'x-robots-tag': header }, readAt }).facts.robots).toMatchObject(expected);
    });
  });

  describe('reads the canonical', () => {
    it.each([
      ['<link rel=canonical href="http://www.a.example/dir/page/">', [], 'self', 'link-tag'],
      ['<link rel="next canonical" href="/other">', [], 'same-site', 'link-tag'],
      ['<link rel=canonical href="https://b.example/dir/page">', [], 'other-domain', 'link-tag'],
      ['<link rel=canonical href="https://www.client.test/">', [], 'client', 'link-tag'],
      ['', ['<https://b.example/>; rel="canonical"'], 'other-domain', 'link-header'],
      ['', ['</a.css>; rel=preload, </other>; rel=canonical'], 'same-site', 'link-header'],
    ])('%s %j', (html, link, kind, via) => {
      expect(read(html, { headers: { link }, sites: ['client.test'] }).facts.canonical).toMatchObject({ kind, via });
    });

    it.each([
      ['<body><link rel=canonical href="/x">'],
      ['<link rel=stylesheet href="/x">'],
      ['<link rel=canonical href="mailto:x">'],
    ])('finds none in %s', (html) => {
      expect(read(html).facts.canonical).toBeNull();
    });
  });

  describe('reads a refresh to another page', () => {
    it.each([
      [
        '<meta http-equiv=refresh content="0; url=/next">',
        [],
        { delaySeconds: 0, url: 'https://a.example/next', via: 'meta-refresh' },
      ],
      [
        '<meta http-equiv=Refresh content="5;URL=\'/next#x\'">',
        [],
        { delaySeconds: 5, url: 'https://a.example/next', via: 'meta-refresh' },
      ],
      ['', ['1.5, /next'], { delaySeconds: 1.5, url: 'https://a.example/next', via: 'refresh-header' }],
      ['<meta http-equiv=refresh content="30">', [], null],
      ['<meta http-equiv=refresh content="30; url=/dir/page">', [], null],
      ['<meta http-equiv=refresh content="0; url=javascript:x">', [], null],
      ['<noscript><meta http-equiv=refresh content="0; url=/next"></noscript>', [], null],
    ])('%s %j', (html, refresh, expected) => {
      expect(read(html, { headers: { refresh } }).facts.refresh).toEqual(expected);
    });
  });

  it('reads title, language and text of the page', () => {
    const { facts, signs } = read(
      '<html lang="de-AT"><title> A  title </title><meta name=generator content="Synthetic 1"><h1>Head</h1><p>Some <a href=/>linked</a> text' +
        '<svg><title>not this</title></svg>',
    );
    expect(facts).toMatchObject({
      title: 'A title',
      language: 'de-at',
      generator: 'Synthetic 1',
      textLength: 21,
      linkedTextLength: 6,
    });
    expect(signs).toMatchObject({ headings: ['Head'], excerpt: 'Head Some linked text' });
  });

  it.each([
    ['deep nesting', '<div>'.repeat(100_000)],
    ['formatting without end', `<p>${'<b id=x>'.repeat(2_000)}</p>${'<p>x</p>'.repeat(20_000)}`],
    ['tables in tables', '<table><tr><td><a href=/>'.repeat(20_000)],
    ['angle brackets', '<'.repeat(500_000)],
    ['comments', '<!--'.repeat(100_000)],
    ['many links', `<ul>${'<li><a href=//client.test/>x</a>'.repeat(20_000)}</ul>`],
    ['one anchor around everything', `<a href=//client.test/>${'x'.repeat(1_000_000)}</a>`],
    [
      'attributes of megabytes',
      `<title>${'x'.repeat(1e6)}</title><script src="${'x'.repeat(1e6)}"></script><a class="${'a '.repeat(5e5)}" style="${'; '.repeat(5e5)}" href=//client.test/>x`,
    ],
    ['scripts never closed', '<script>//client.test <!--'.repeat(50_000)],
    ['links among empty elements', '<div><a href=//client.test/share?u=x>x</a><i></i><i></i></div>'.repeat(20_000)],
    ['links in one block', `<div>${'<a href=//client.test/>x</a><i><b></b></i>'.repeat(20_000)}</div>`],
    ['redirectors', '<a href="/r?u=https://client.tes&">x</a>'.repeat(20_000)],
    ['null and lone surrogates', '\u0000\ud800<a href="\ud800">\udc00</a>'],
  ])('is bounded for %s', (_name, html) => {
    const reading = read(html, { sites: ['client.test'] });
    expect(reading.links.length).toBeLessThanOrEqual(5_000);
  });
});
