/** What a host of the fictional web answers: pure, from its data to status, headers and body. */
import { framePage } from './page-frame.ts';
import { escapeHtml } from './page-links.ts';
import { paragraphsOf } from './prose.ts';
import type { ProseBank, SampleBehaviour, SampleHost, SamplePage } from './sample-data.ts';
import { renderSamplePage } from './sample-page.ts';
import { SAMPLE_SLOW_ANSWER_MS } from './sample-project.ts';
import { seededRandom } from './seeded-random.ts';

export interface SampleAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly delayMs?: number;
}

/** Where moved pages stand today, and the stop in the middle of a chain. */
export const MOVED_PREFIX = '/archive';
export const HOP_PREFIX = '/go';

/** The answer of a source page at the address the exports know. */
export function answerPage(host: SampleHost, page: SamplePage, bank: ProseBank): SampleAnswer {
  const special = SPECIAL_ANSWERS[page.behaviour ?? 'live'];
  return special === undefined ? htmlAnswer(200, renderSamplePage(host, page, bank)) : special(host, page, bank);
}

/** The answer at the second and later stops of a redirect. */
export function answerHop(page: SamplePage): SampleAnswer {
  return page.behaviour === 'redirect-loop'
    ? redirectAnswer(302, page.path)
    : redirectAnswer(301, MOVED_PREFIX + page.path);
}

/** The page after its move, with the link. */
export function answerMoved(host: SampleHost, page: SamplePage, bank: ProseBank): SampleAnswer {
  return htmlAnswer(200, renderSamplePage(host, page, bank));
}

/** A front page or an about page: words and the host's own pages, never the client's link. */
export function answerOwnPage(host: SampleHost, title: string, bank: ProseBank): SampleAnswer {
  const texts = paragraphsOf([host.topic], 2, bank, seededRandom(host.host + title));
  const items = host.pages
    .slice(0, 12)
    .map((page) => `<li><a href="${escapeHtml(page.path)}">${escapeHtml(page.title)}</a></li>`);
  const body = `<main><h1>${escapeHtml(title)}</h1>${texts.map((text) => `<p>${escapeHtml(text)}</p>`).join('')}<ul>${items.join('')}</ul></main>`;
  return htmlAnswer(200, framePage(host, { path: '/', title, links: [] }, { body }));
}

export function notFoundAnswer(host: SampleHost): SampleAnswer {
  return plainPage(host, 404, 'Not found', 'There is nothing at this address.');
}

/** robots.txt of a host: closed where its pages are said to be, broken where they are, otherwise open or missing. */
export function answerRobots(host: SampleHost): SampleAnswer {
  const behaviours = new Set(host.pages.map((page) => page.behaviour ?? 'live'));
  if (behaviours.has('robots-error')) return { status: 503, headers: TEXT_HEADERS, body: 'Service unavailable\n' };
  if (behaviours.has('robots-blocked')) {
    return textAnswer('User-agent: Googlebot\nDisallow:\n\nUser-agent: *\nDisallow: /\n');
  }
  if (host.template === 'forum') return textAnswer('User-agent: *\nDisallow: /ucp.php\nDisallow: /memberlist.php\n');
  return host.host.length % 3 === 0
    ? { status: 404, headers: TEXT_HEADERS, body: 'Not found\n' }
    : textAnswer('User-agent: *\nDisallow: /wp-admin/\n');
}

function textAnswer(body: string): SampleAnswer {
  return { status: 200, headers: TEXT_HEADERS, body };
}

export function htmlAnswer(status: number, body: string): SampleAnswer {
  return { status, headers: HTML_HEADERS, body };
}

export function redirectAnswer(status: number, location: string): SampleAnswer {
  return { status, headers: { ...TEXT_HEADERS, location }, body: 'Moved\n' };
}

const HTML_HEADERS = { 'content-type': 'text/html; charset=utf-8' };
const TEXT_HEADERS = { 'content-type': 'text/plain; charset=utf-8' };

type Answerer = (host: SampleHost, page: SamplePage, bank: ProseBank) => SampleAnswer;

/** Behaviours that are more than the page as it is rendered. */
const SPECIAL_ANSWERS: Partial<Record<SampleBehaviour, Answerer>> = {
  redirected: (_host, page) => redirectAnswer(301, MOVED_PREFIX + page.path),
  'redirect-chain': (_host, page) => redirectAnswer(302, HOP_PREFIX + page.path),
  'redirect-loop': (_host, page) => redirectAnswer(302, HOP_PREFIX + page.path),
  'redirected-home': () => redirectAnswer(301, '/'),
  'noindex-header': (host, page, bank) => withHeaders(answerMoved(host, page, bank), { 'x-robots-tag': 'noindex' }),
  slow: (host, page, bank) => ({ ...answerMoved(host, page, bank), delayMs: SAMPLE_SLOW_ANSWER_MS }),
  'not-found': notFoundAnswer,
  gone: (host) => plainPage(host, 410, 'Gone', 'This page was taken down by its author and will not come back.'),
  unauthorized: (host) =>
    withHeaders(plainPage(host, 401, 'Members only', 'Please sign in to read this page.'), {
      'www-authenticate': 'Basic realm="Members"',
    }),
  forbidden: () => htmlAnswer(403, FORBIDDEN_PAGE),
  'rate-limited': (host) =>
    withHeaders(plainPage(host, 429, 'Too many requests', 'Please slow down.'), { 'retry-after': '3600' }),
  'server-error': () =>
    htmlAnswer(500, '<!doctype html><title>Error</title><h1>Error establishing a database connection</h1>'),
  'bot-challenge': () =>
    withHeaders(htmlAnswer(403, CHALLENGE_PAGE), { 'cf-mitigated': 'challenge', server: 'cloudflare' }),
  captcha: () => htmlAnswer(200, CAPTCHA_PAGE),
  parked: (host) => htmlAnswer(200, parkedPage(host.host)),
  'soft-404': (host) =>
    plainPage(
      host,
      200,
      'Page not found',
      'Sorry, the page you are looking for does not exist. It may have been moved or deleted. Error 404.',
    ),
  javascript: (_host, page) => htmlAnswer(200, scriptPage(page.title)),
  'not-html': () => ({ status: 200, headers: { 'content-type': 'application/pdf' }, body: PDF_FILE }),
};

function withHeaders(answer: SampleAnswer, headers: Readonly<Record<string, string>>): SampleAnswer {
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

const FORBIDDEN_PAGE =
  '<!doctype html><title>403 Forbidden</title><h1>Forbidden</h1><p>You do not have permission to access this resource.</p>';

const PDF_FILE = '%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj\ntrailer << /Root 1 0 R >>\n%%EOF\n';

const CHALLENGE_PAGE = `<!doctype html><html lang="en"><head><title>Just a moment...</title><meta name="robots" content="noindex,nofollow"></head>
<body><h1>Checking your browser before you continue</h1><noscript>Enable JavaScript and cookies to continue</noscript>
<form id="challenge-form" action="/cdn-cgi/challenge-platform/h/b" method="post"></form><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/jsch/v1"></script></body></html>`;

const CAPTCHA_PAGE = `<!doctype html><html lang="en"><head><title>Are you a human?</title></head>
<body><h1>Please confirm that you are not a robot</h1><p>We have seen unusual traffic from your network.</p>
<form method="post"><div class="g-recaptcha" data-sitekey="sample"></div><button>Continue</button></form></body></html>`;

function parkedPage(host: string): string {
  return `<!doctype html><html lang="en"><head><title>${host} is for sale</title></head>
<body><h1>${host}</h1><p>This domain is for sale. Buy this domain now.</p><p>The domain is parked free of charge.</p>
<ul class="related-searches"><li>Kitchens</li><li>Loans</li><li>Insurance</li></ul></body></html>`;
}

function scriptPage(title: string): string {
  return `<!doctype html><html lang="en"><head><title>${escapeHtml(title)}</title></head>
<body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script src="/static/js/main.8f2c1a.js"></script></body></html>`;
}

function plainPage(host: SampleHost, status: number, title: string, text: string): SampleAnswer {
  const body = `<main><h1>${title}</h1><p>${text}</p></main>`;
  return htmlAnswer(status, framePage(host, { path: '/', title, links: [] }, { body }));
}
