import { closeSync, openSync, writeSync } from 'node:fs';
import { type SeededRandom, seededRandom } from '../../src/engine/sample/seeded-random.ts';

/**
 * Writes a synthetic Ahrefs backlinks export of 2021 with its 32 columns, the same on every machine: about 372 bytes a row, a few
 * domains with most of the links, anchors that repeat, two rows in a hundred that say again what an earlier one said.
 */

const HEADER =
  '#,Referring page title,Referring page URL,Language,Platform,Referring page HTTP code,Domain rating,UR,Domain traffic,Referring domains,Linked domains,External links,Page traffic,Keywords,Target URL,Left context,Anchor,Right context,Type,Content,Nofollow,UGC,Sponsored,Rendered,Raw,Lost status,Drop reason,Discovered status,First seen,Last seen,Lost,Links in group';

/** The client the rows link to. */
export const BENCH_SITE = 'acme.example';

const DOMAINS = 200_000;
const ANCHORS = 20_000;
const TARGETS = 1500;
const WORDS =
  'garden tools review winter guide best price city travel kitchen recipe light music story team school water green house market paper stone river summer photo design coffee bread window studio family health sport report data cloud energy local history science culture letter street number small large quick simple honest modern classic'.split(
    ' ',
  );
const SUFFIXES = ['com', 'com', 'com', 'net', 'org', 'de', 'co.uk', 'fr', 'io', 'info', 'xyz', 'nl'];
const LANGUAGES = ['en', 'en', 'en', 'de', 'fr', 'nl', 'es'];
const PLATFORMS = ['', '', '', 'wordpress', 'wordpress', 'blogs', 'message-boards', 'ecommerce'];

/** Writes `rows` data rows below the header. */
export function writeAhrefsExport(path: string, rows: number): void {
  const random = seededRandom('bench ahrefs');
  const file = openSync(path, 'w');
  let lines = [HEADER];
  const kept: string[] = [];
  for (let row = 1; row <= rows; row += 1) {
    const again = kept.length === 0 || !random.chance(0.02) ? undefined : random.pick(kept);
    const said = again ?? linkCells(random, row);
    if (row % 50 === 0) kept[(row / 50 - 1) % 1000] = said;
    lines.push(`${row},${said}`);
    if (lines.length < 5000 && row < rows) continue;
    writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  }
  closeSync(file);
}

function linkCells(random: SeededRandom, row: number): string {
  // The third power puts half of the links on an eighth of the domains.
  const domain = Math.floor(random.next() ** 3 * DOMAINS);
  const title = `${capital(words(random, 6))} | ${capital(word(domain))}`;
  const isLost = random.chance(0.08);
  const firstSeen = dayTime(random, 2600);
  const isInText = random.chance(0.6);
  const isNofollow = random.chance(0.25);
  const traffic = Math.floor(random.next() ** 6 * 100_000);
  return [
    random.chance(0.1) ? `"${title}, part ${random.between(1, 9)}"` : title,
    `${random.chance(0.85) ? 'https' : 'http'}://${hostOf(domain)}/${word(row)}/${words(random, 4).replaceAll(' ', '-')}-${row}${random.chance(0.5) ? '/' : ''}`,
    random.pick(LANGUAGES),
    random.pick(PLATFORMS),
    isLost && random.chance(0.5) ? 404 : 200,
    domain % 93,
    random.between(0, 40),
    traffic,
    random.between(0, 9),
    random.between(1, 120),
    random.between(3, 240),
    Math.floor(traffic / 50),
    Math.floor(traffic / 100),
    targetUrl(Math.floor(random.next() ** 4 * TARGETS)),
    isInText ? words(random, 8) : '',
    anchorText(Math.floor(random.next() ** 3 * ANCHORS)),
    isInText ? words(random, 8) : '',
    random.chance(0.12) ? 'image' : 'text',
    isInText,
    isNofollow,
    isNofollow && random.chance(0.1),
    random.chance(0.02),
    random.chance(0.3),
    true,
    isLost ? 'removedfromhtml' : '',
    '',
    'pagefound',
    firstSeen,
    dayTime(random, 300),
    isLost ? dayTime(random, 200) : '',
    1,
  ].join(',');
}

function hostOf(domain: number): string {
  const prefix = domain % 3 === 0 ? 'www.' : domain % 11 === 0 ? 'blog.' : '';
  return `${prefix}${word(domain)}${word(domain * 7 + 3)}${domain}.${SUFFIXES[domain % SUFFIXES.length]}`;
}

function targetUrl(target: number): string {
  return target === 0
    ? `https://www.${BENCH_SITE}/`
    : `https://www.${BENCH_SITE}/${word(target)}/${word(target * 3)}-${target}/`;
}

function anchorText(anchor: number): string {
  return anchor === 0 ? 'Acme' : `${word(anchor)} ${word(anchor * 5 + 1)}${anchor % 4 === 0 ? ` ${anchor}` : ''}`;
}

/** A day before 2026-11-01 with a time, as Ahrefs writes it. */
function dayTime(random: SeededRandom, withinDays: number): string {
  const time = Date.UTC(2026, 10, 1) - Math.floor(random.next() * withinDays * 86_400) * 1000;
  return new Date(time).toISOString().slice(0, 19).replace('T', ' ');
}

function word(index: number): string {
  return WORDS[index % WORDS.length] ?? '';
}

function words(random: SeededRandom, count: number): string {
  return Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
