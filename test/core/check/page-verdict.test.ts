import { describe, expect, it } from 'vitest';
import type { CutShort, FetchFailure } from '../../../src/core/check/fetch-outcome.ts';
import { pageVerdict } from '../../../src/core/check/page-verdict.ts';
import { type Answer, judge, LINK, page, SITES, SOURCE, TARGET, TEXT, table } from './judge-answer.ts';

function moved(from: string, to: string): Answer {
  return { requestedUrl: `https://blog.example${from}`, finalUrl: `https://blog.example${to}` };
}

const CUT: CutShort = { reason: 'too-large', evidence: 'more than 1000 bytes' };

describe('pageVerdict', () => {
  table('a link that is seen is live whatever else the page is', [
    ['plain', 'present', page(TEXT + LINK)],
    ['http for https', 'present', page(`${TEXT}<a href="http://client.test/shoes">x</a>`)],
    ['www and trailing slash', 'present', page(`${TEXT}<a href="//www.client.test/shoes/">x</a>`)],
    ['tracking parameters', 'present', page(`${TEXT}<a href="${TARGET}?utm_source=a#top">x</a>`)],
    ['upper-case markup without quotes', 'present', page(`${TEXT}<A HREF=HTTPS://CLIENT.TEST/shoes>x</A>`)],
    ['an area of an image map', 'present', page(`${TEXT}<map><area href="${TARGET}" alt="x"></map>`)],
    ['blanks around the address', 'present', page(`${TEXT}<a href=" \n${TARGET}\t">x</a>`)],
    ['relative to a base', 'present', page(`${TEXT}<a href="shoes">x</a>`, '<base href="https://client.test/">')],
    ['tags never closed', 'present', `<title>t<p></title><div><b><i>${TEXT}<a href="${TARGET}">x`],
    ['in a shadow root', 'present', page(`${TEXT}<div><template shadowrootmode="open">${LINK}</template></div>`)],
    ['hidden by style', 'present', page(`${TEXT}<div style="display:none">${LINK}</div>`)],
    ['nofollow', 'present', page(`${TEXT}<a rel="NoFollow" href="${TARGET}">x</a>`)],
    ['the dot of a full host name', 'present', page(`${TEXT}<a href="https://client.test./shoes">x</a>`)],
    ['an SVG link of old', 'present', page(`${TEXT}<svg><a xlink:href="${TARGET}"><text>x</text></a></svg>`)],
    ['character references', 'present', page(`${TEXT}<a href="https&#58;//client.test&#x2F;shoes">x</a>`)],
    ['with the name of the host it stands on', 'present', page(`${TEXT}<a href="${TARGET}?ref=blog.example">x</a>`)],
    ['with another parameter', 'present-other-target', page(`${TEXT}<a href="${TARGET}?ref=partner7">x</a>`)],
    ['another page of the site', 'present-other-target', page(`${TEXT}<a href="https://client.test/boots">x</a>`)],
    ['a subdomain of the site', 'present-other-target', page(`${TEXT}<a href="https://shop.client.test/">x</a>`)],
    ['path case tells pages apart', 'present-other-target', page(`${TEXT}<a href="https://client.test/Shoes">x</a>`)],
    [
      'any page where the target is unknown',
      'present',
      page(`${TEXT}<a href="https://client.test/boots">x</a>`),
      {},
      null,
    ],
    ['on a page that answers 404', 'present', page(`Not found ${LINK}`), { status: 404 }],
    ['on a page that answers 500', 'present', page(TEXT + LINK), { status: 500 }],
    ['on a page titled Not found', 'present', page(LINK, '<title>404 Not found</title>')],
    ['on a nearly empty page', 'present', page(LINK)],
    ['after a redirect to the home page', 'present', page(TEXT + LINK), { finalUrl: 'https://blog.example/' }],
    ['after a redirect to another domain', 'present', page(TEXT + LINK), { finalUrl: 'https://new.example/post' }],
    [
      'XHTML as XML',
      'present',
      `<html xmlns="http://www.w3.org/1999/xhtml"><body>${TEXT}${LINK}</body></html>`,
      { type: 'text/xml' },
    ],
    ['a content type sent twice', 'present', page(TEXT + LINK), { type: 'text/html, text/html' }],
    [
      'behind a script that XHTML ends in its start tag',
      'present',
      `<html xmlns="http://www.w3.org/1999/xhtml"><head><script src="/a.js"/></head><body>${TEXT}${LINK}</body></html>`,
      { type: 'application/xhtml+xml' },
    ],
    ['without a content type', 'present', page(TEXT + LINK), { type: null }],
    ['as xhtml', 'present', page(TEXT + LINK), { type: 'application/xhtml+xml' }],
    ['in text of a broken charset', 'present', page(`<p>${'\ufffd'.repeat(900)}</p>${LINK}`)],
    ['in the part of a page that came', 'present', page(TEXT + LINK), { cut: CUT }],
    ['on a page that is cut off behind it', 'present', `${TEXT}${LINK}<p>more <a href="https://oth`],
  ]);

  table('a page that was read and holds no link', [
    ['nothing', 'absent', page(TEXT)],
    ['a longer host name', 'absent', page(`${TEXT}<a href="https://notclient.test/shoes">x</a>`)],
    ['a longer domain', 'absent', page(`${TEXT}<a href="https://client.test.evil.example/shoes">x</a>`)],
    ['the site as user name', 'absent', page(`${TEXT}<a href="https://client.test@evil.example/">x</a>`)],
    ['another site inside a redirector', 'absent', page(`${TEXT}<a href="/out?u=https%3A%2F%2Fother.example">x</a>`)],
    ['a link element in the head', 'absent', page(TEXT, `<link rel="alternate" href="${TARGET}">`)],
    ['a script that keeps the address', 'absent', page(`${TEXT}<script>var to = "${TARGET}"</script>`)],
    [
      'data for search engines',
      'absent',
      page(`${TEXT}<script type="application/ld+json">{"url":"${TARGET}"}</script>`),
    ],
    ['a handler', 'absent', page(`${TEXT}<span onclick="location='${TARGET}'">x</span><a data-href="${TARGET}">x</a>`)],
    ['an anchor without href', 'absent', page(`${TEXT}<a name="shoes">x</a>`)],
    ['a link in a text area', 'absent', page(`${TEXT}<textarea>${LINK}</textarea>`)],
    ['a comment', 'commented-out', page(`${TEXT}<!-- ${LINK} -->`)],
    ['a comment that starts oddly', 'commented-out', page(`${TEXT}<!--- > ${LINK} ->-->`)],
    ['noscript', 'noscript-only', page(`${TEXT}<noscript>${LINK}</noscript>`)],
    ['a template', 'template-only', page(`${TEXT}<template>${LINK}</template>`)],
    ['the srcdoc of a frame', 'iframe-only', page(`${TEXT}<iframe srcdoc='${LINK}'></iframe>`)],
    ['a frame that shows the page', 'iframe-only', page(`${TEXT}<iframe src="${TARGET}"></iframe>`)],
    ['a frame that shows another', 'absent', page(`${TEXT}<iframe src="https://other.test/"></iframe>`)],
    ['the host named in the text', 'mention-only', page(`${TEXT}<p>Visit www.client.test today.</p>`)],
    ['the brand named in the text', 'mention-only', page(`${TEXT}<p>We like Clientel's shoes.</p>`)],
    ['a longer word than the brand', 'absent', page(`${TEXT}<p>A clientele of sailors.</p>`)],
    ['the same page behind www', 'absent', page(TEXT), { finalUrl: 'https://www.blog.example/post/' }],
    ['moved within the site', 'absent', page(TEXT), { finalUrl: 'https://blog.example/2020/post' }],
    ['an article about captchas', 'absent', page(`<h1>How a captcha works</h1>${TEXT.repeat(4)}`)],
    [
      'a contact form with a captcha',
      'absent',
      page(`${TEXT}<form><script src="https://www.google.com/recaptcha/api.js"></script></form>`),
    ],
    [
      'a page with a script of its host’s firewall',
      'absent',
      page(`${TEXT}<script src="/cdn-cgi/challenge-platform/scripts/jsd/main.js"></script>`),
    ],
    [
      'a short note that is sorry',
      'absent',
      page(`${TEXT.repeat(2)}<p>Sorry, I could not find the time to write.</p>`),
    ],
    ['a house for sale', 'absent', page(`${TEXT}<p>The house is for sale.</p>`)],
    ['an advert for a service', 'absent', page(`${TEXT}<p>We work in maintenance and security check everything.</p>`)],
    ['an article about a car', 'absent', page(`<h1>The Peugeot 404 in detail</h1>${TEXT.repeat(5)}`)],
  ]);

  table('a page that leads to the site through a redirector only', [
    [
      'of its own',
      'redirector-only',
      page(`${TEXT}<a href="/out.php?id=1&url=https%3A%2F%2Fclient.test%2Fshoes">x</a>`),
    ],
    ['of a search engine', 'redirector-only', page(`${TEXT}<a href="https://www.g.example/url?q=${TARGET}">x</a>`)],
    ['encoded twice', 'redirector-only', page(`${TEXT}<a href="/go?to=https%253A%252F%252Fclient.test">x</a>`)],
    ['without scheme', 'redirector-only', page(`${TEXT}<a href="/go?to=www.client.test/shoes">x</a>`)],
    ['a share button', 'absent', page(`${TEXT}<a href="https://f.example/sharer.php?u=${TARGET}">x</a>`)],
    ['an archive', 'absent', page(`${TEXT}<a href="https://archive.example/2020/${TARGET}">x</a>`)],
    ['a direct link as well', 'present', page(`${TEXT}<a href="/go?to=${TARGET}">x</a>${LINK}`)],
  ]);

  table('a page that did not arrive whole proves no absence', [
    ['cut by the reader', 'too-large', page(TEXT), { cut: CUT }],
    ['cut in a tag', 'incomplete', `<!doctype html><body>${TEXT}<p>more <a href="https://clie`],
    ['cut in a script', 'incomplete', `<!doctype html><body>${TEXT}<script>var x = "`],
    ['cut in a comment', 'incomplete', `<!doctype html><body>${TEXT}<!-- more`],
    ['a less-than sign at the end', 'absent', `${TEXT}<p>a < b`],
    ['tags never closed', 'absent', `<html><body>${TEXT}<div><p>end`, { headers: { 'content-length': ['9'] } }],
    ['ended by the connection alone', 'incomplete', `<html><body>${TEXT}<p>end`],
    ['a part', 'incomplete', page(TEXT), { status: 206 }],
    ['accepted only', 'unexpected-status', page(TEXT), { status: 202 }],
    ['no content', 'empty-page', '', { status: 204, type: null }],
    ['from a proxy', 'absent', page(TEXT), { status: 203 }],
  ]);

  table('404 and 410', [
    ['404', 'not-found', page('Not found'), { status: 404 }],
    ['404 without a body', 'not-found', '', { status: 404 }],
    ['410', 'page-gone', page('Gone'), { status: 410 }],
    ['404 at the end of a redirect', 'not-found', page(''), { status: 404, finalUrl: 'https://blog.example/x' }],
    ['404 of a challenge', 'bot-challenge', page(''), { status: 404, headers: { 'cf-mitigated': ['challenge'] } }],
  ]);

  table('other statuses prove nothing', [
    ['401', 'unauthorized', page(''), { status: 401 }],
    ['403', 'forbidden', page('<h1>403 Forbidden</h1>'), { status: 403 }],
    ['403 of a challenge', 'bot-challenge', page('', '<title>Just a moment...</title>'), { status: 403 }],
    ['403 with a captcha', 'captcha', page('<p>Please solve the captcha</p>'), { status: 403 }],
    ['429', 'rate-limited', page('slow down'), { status: 429 }],
    ['429 that asks for patience', 'rate-limited', page('<p>Just a moment, too many requests</p>'), { status: 429 }],
    ['429 with a captcha', 'captcha', page('<p>Please solve the captcha to go on</p>'), { status: 429 }],
    [
      '429 that redirects to a captcha',
      'captcha',
      page(''),
      { status: 429, finalUrl: 'https://www.blog.example/sorry/index?continue=x' },
    ],
    ['429 of a challenge script alone', 'bot-challenge', page('<script>window.KPSDK={}</script>', ''), { status: 429 }],
    ['451', 'access-denied', page(''), { status: 451 }],
    ['405', 'client-error', page(''), { status: 405 }],
    ['500', 'server-error', page('oops'), { status: 500 }],
    ['503 of a challenge', 'bot-challenge', page('<p>Checking your browser before accessing</p>'), { status: 503 }],
    ['521', 'server-error', page(''), { status: 521 }],
    ['999', 'unexpected-status', page(''), { status: 999 }],
    ['304', 'unexpected-status', '', { status: 304 }],
  ]);

  table('redirects to other places', [
    ['another domain', 'redirected-away', page(TEXT), { finalUrl: 'https://other.example/post' }],
    ['the client’s own page', 'redirected-away', page(TEXT + LINK), { finalUrl: 'https://client.test/' }],
    ['the section of the page', 'soft-404', page(TEXT), moved('/boats/2020/oars', '/boats/')],
    ['its own folder', 'absent', page(TEXT, '<title>Boats</title>'), moved('/boats/index.html', '/boats/')],
    ['the page without its second part', 'absent', page(TEXT), moved('/boats/oars/page/2', '/boats/oars')],
    ['a longer name', 'absent', page(TEXT, '<title>Oars</title>'), moved('/boats/oars-and-more', '/boats/oars')],
    ['the home page of a language', 'soft-404', page(TEXT), moved('/boats/oars', '/en-us/home')],
    ['a subdomain of the same domain', 'absent', page(TEXT), { finalUrl: 'https://news.blog.example/post' }],
    [
      'a page not found on another domain',
      'soft-404',
      page(TEXT, '<title>Page not found</title>'),
      { finalUrl: 'https://other.example/' },
    ],
  ]);

  table('bodies that are no page', [
    ['PDF', 'not-html', '%PDF-1.7 x', { type: 'application/pdf' }],
    ['PDF that says it is HTML', 'not-html', '%PDF-1.7 x'],
    ['JSON that says it is HTML', 'not-html', '{"link":"https://client.test/shoes"}'],
    ['JSON with markup', 'not-html', '{"html":"<p>client.test</p>"}'],
    ['a feed with markup', 'not-html', '<?xml version="1.0"?><feed><entry><p>client.test</p></entry></feed>'],
    ['a picture', 'not-html', '\ufffdPNG\r\n\u001a\n<p>'],
    ['packed bytes', 'not-html', '\u001f\ufffd\u0008\u0000<p>'],
    ['a script', 'not-html', LINK, { type: 'text/javascript' }],
    ['feed', 'not-html', '<?xml version="1.0"?><rss></rss>', { type: 'application/rss+xml' }],
    ['text', 'not-html', 'client.test', { type: 'text/plain' }],
    ['noise', 'undecodable', '\u0000\u0001\u0002\ufffd\ufffd<p>'.repeat(20)],
  ]);

  it('passes a failure on', () => {
    const failure: FetchFailure = {
      kind: 'failure',
      reason: 'timeout',
      evidence: 'no answer in 10 s',
      requestedUrl: SOURCE,
      finalUrl: SOURCE,
      chain: [],
      status: null,
    };
    expect(pageVerdict(failure, null, { target: null, sites: SITES })).toEqual({
      reason: 'timeout',
      state: 'unknown',
      evidence: 'no answer in 10 s',
      occurrences: [],
      headline: null,
      foundTargets: [],
    });
  });

  it('keeps every link and puts the first followed one to the expected page in front', () => {
    const verdict = judge(
      page(`${TEXT}
        <a href="https://client.test/">home</a>
        <a rel="nofollow" href="${TARGET}">no</a>
        <a href="${TARGET}">yes</a>
        <a href="https://client.test/">home again</a>`),
    );
    expect(verdict.occurrences.map(({ anchor, isExpected, isFollowed }) => [anchor, isExpected, isFollowed])).toEqual([
      ['home', false, true],
      ['no', true, false],
      ['yes', true, true],
      ['home again', false, true],
    ]);
    expect(verdict.headline).toBe(2);
    expect(verdict.foundTargets.map(({ key }) => key)).toEqual(['client.test/', 'client.test/shoes']);
  });

  it('finds every page of the client where the target is unknown', () => {
    const verdict = judge(
      page(`${TEXT}<a href="https://client.test/a">a</a><a href="https://client.test/b">b</a>`),
      {},
      null,
    );
    expect(verdict.foundTargets.map(({ key }) => key)).toEqual(['client.test/a', 'client.test/b']);
  });

  it('says how many links of a page it did not read', () => {
    const many = Array.from({ length: 5_003 }, (_, at) => `<a href="https://client.test/${at}">x</a>`).join(' ');
    expect(judge(page(TEXT + many))).toMatchObject({
      reason: 'present-other-target',
      evidence: `5000 links to the site, none to ${TARGET}; 3 more were not read`,
    });
  });

  it('does not prove absence by a page that was too complex to be read', () => {
    expect(judge(page(TEXT + '<div>'.repeat(3_000))).reason).toBe('too-large');
  });
});
