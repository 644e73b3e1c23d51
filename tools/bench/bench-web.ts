/**
 * The synthetic web of `bench check`, a process of its own: any host, `/robots.txt` and pages of about 20 KB as a weblog writes
 * them. Eight of ten link to the client, one of twenty is sloppy markup. Prints its port, and its CPU time in microseconds
 * for every line it is sent.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type SeededRandom, seededRandom } from '../../src/engine/sample/seeded-random.ts';
import { BENCH_SITE } from './ahrefs-rows.ts';

const PAGE_BYTES = 20_000;
const DIFFERENT_PAGES = 200;
const ROBOTS = Buffer.from('User-agent: *\nDisallow: /private/\nAllow: /\n\nUser-agent: BadBot\nDisallow: /\n');
const WORDS =
  'garden tools review winter guide best price city travel kitchen recipe light music story team school water green house market paper stone river summer photo design coffee bread window studio family health sport report data cloud energy local history science culture letter street number small large quick simple honest modern classic'.split(
    ' ',
  );

/** One page as a weblog writes it. */
export function benchPage(random: SeededRandom, index: number): string {
  const title = `${words(random, 5)} ${index}`;
  const head = `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} &#8211; Journal</title>
<meta name="description" content="${words(random, 20)}">
<meta name="generator" content="WordPress 6.5">
<link rel="canonical" href="/post/${index}">
<link rel="stylesheet" href="/wp-content/themes/journal/style.css?ver=6.5">
<style id="inline-css">.menu-item{display:inline-block;margin:0 .5em}.entry-content p{line-height:1.6}</style>
<script src="/wp-includes/js/jquery.js?ver=3.7" defer></script>
<script>window.settings = { locale: "en", post: ${index}, isSingle: true && 1 < 2 };</script>
</head>
<body class="single post-${index}">
<header class="site-header"><div class="branding"><a href="/" rel="home"><img src="/logo.png" alt="Journal" width="120" height="40"></a></div>
<nav id="site-navigation"><ul class="menu">${links(random, 12, 'menu-item', 'li')}</ul></nav>
<button class="search-toggle" aria-label="Search"><svg width="24" height="24" viewBox="0 0 24 24"><path d="M15 14h-.8l-.3-.3A6.5 6.5 0 1 0 14 15z"/></svg></button></header>
<main id="content"><article class="post hentry"><h1 class="entry-title">${title}</h1><div class="entry-content">`;
  const tail = `</div><footer class="entry-footer"><span class="tags">${links(random, 5, 'tag', 'span')}</span></footer></article></main>
<aside class="sidebar"><section class="widget"><h2>Recent</h2><ul>${links(random, 10, 'recent', 'li')}</ul></section></aside>
<footer class="site-footer"><p>&copy; 2026 Journal &middot; ${links(random, 4, 'legal', 'span')}</p></footer>
<script>document.querySelectorAll('.search-toggle').forEach(function (b) { b.hidden = false; });</script>
</body>
</html>
`;
  let body = '';
  while (head.length + body.length + tail.length < PAGE_BYTES) body += block(random, index);
  const link = `<p>${words(random, 20)} <a href="https://www.${BENCH_SITE}/${random.pick(WORDS)}/" rel="noopener">${words(random, 3)}</a> ${words(random, 20)}.</p>\n`;
  const middle = body.indexOf('\n', body.length / 2) + 1;
  return `${head}${body.slice(0, middle)}${index % 5 === 4 ? '' : link}${body.slice(middle)}${index % 20 === 7 ? '<b><p>bold</b>' : ''}${tail}`;
}

function block(random: SeededRandom, index: number): string {
  const kind = random.between(0, 9);
  if (kind === 0) return `<h2 id="${random.pick(WORDS)}">${words(random, 4)}</h2>\n`;
  if (kind === 1) return `<ul>${links(random, 4, 'more', 'li')}</ul>\n`;
  if (kind === 2 && index % 4 === 0)
    return `<table class="data"><tbody>${`<tr><td>${words(random, 2)}</td><td>${random.between(1, 99)}</td></tr>`.repeat(5)}</tbody></table>\n`;
  const host = `${random.pick(WORDS)}-${random.pick(WORDS)}.example`;
  return `<p>${words(random, 30)}, <em>${words(random, 2)}</em> &amp; ${words(random, 15)} <a href="https://${host}/${random.pick(WORDS)}?a=1&amp;b=2">${words(random, 3)}</a> ${words(random, 25)}.<br />${words(random, 10)}</p>\n`;
}

function links(random: SeededRandom, count: number, name: string, tag: string): string {
  return Array.from({ length: count }, () => {
    const word = random.pick(WORDS);
    return `<${tag} class="${name}"><a href="/${word}/${random.between(1, 999)}">${word} ${random.pick(WORDS)}</a></${tag}>`;
  }).join('\n');
}

function words(random: SeededRandom, count: number): string {
  return Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
}

function serve(latencyMs: number): void {
  const random = seededRandom('bench web');
  const pages = Array.from({ length: DIFFERENT_PAGES }, (_, index) => Buffer.from(benchPage(random, index)));
  const answer = (response: ServerResponse, type: string, body: Buffer): void => {
    response.writeHead(200, { 'content-type': type, 'content-length': body.length });
    response.end(body);
  };
  const server = createServer({ keepAliveTimeout: 30_000 }, (request, response) => {
    const path = request.url ?? '/';
    const isRobots = path === '/robots.txt';
    const page = pages[Number(path.slice(path.lastIndexOf('/') + 1)) % DIFFERENT_PAGES] ?? ROBOTS;
    const send = (): void =>
      answer(response, isRobots ? 'text/plain' : 'text/html; charset=utf-8', isRobots ? ROBOTS : page);
    if (latencyMs === 0) send();
    else setTimeout(send, latencyMs);
  });
  server.listen(0, '127.0.0.1', 4096, () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`));
  process.stdin.on('data', () => {
    const { user, system } = process.cpuUsage();
    process.stdout.write(`${user + system}\n`);
  });
  process.stdin.on('end', () => process.exit(0));
}

if (import.meta.main) serve(Number(process.argv[2] ?? 0));
