/**
 * Pages that stand between a robot and the page: captchas, JavaScript challenges and firewall refusals. Headers and
 * script addresses are proof wherever they appear; words only count on a short page, since articles quote them too.
 */
import type { PageReading } from '../html/page-reading.ts';
import type { CheckReason } from '../model/check-reason.ts';
import type { FetchedPage } from './fetch-outcome.ts';
import { FIRM_GROUND, type PageGround } from './page-ground.ts';
import {
  announcementsOf,
  findSign,
  headerOf,
  type PageSign,
  type SignPattern,
  sourcesOf,
  withoutQuotes,
} from './page-sign.ts';
import { CHOICE_WORDS, CONSENT_WORDS, FIREWALL_WORDS, REFUSAL_WORDS, WALL_WORDS } from './wall-words.ts';

/** A page with more text than this is no wall, whatever scripts it loads: contact forms carry captchas as well. */
const MAX_WALL_TEXT = 1_500;
/** In longer texts, and where the page is known to be the right one, only title and headings say what it is. */
const MAX_NOTICE_TEXT = 1_000;
/** A banner at the foot of a page asks for consent as well; a wall has little else. */
const MAX_CONSENT_TEXT = 600;
/** A page with its usual menu is no wall for a word in its text. */
const MAX_WALL_LINKS = 25;
/** On a page with less text than this a guarding script is all there is. */
const MAX_GUARDED_TEXT = 300;

/** The status of a host that is asked too often. */
const BUSY = 429;

const CHALLENGE_SOURCES: readonly SignPattern[] = [
  { reason: 'bot-challenge', pattern: /\/cdn-cgi\/challenge-platform\/\S*\/orchestrate\/\S*/i },
  { reason: 'captcha', pattern: /\S*\.captcha-delivery\.com\S*/i },
  { reason: 'captcha', pattern: /captcha\.px-cdn\.net\S*|\/px\/captcha\S*/i },
  {
    reason: 'bot-challenge',
    pattern: /\/\.well-known\/(?:ddos-guard|sgcaptcha|vercel\/security)\S*|\/_sec\/cp_challenge\S*/i,
  },
  { reason: 'bot-challenge', pattern: /\/\.within\.website\/x\/cmd\/anubis\S*|\/TSPD\/\S*/i },
];

/** Scripts that honest pages load too, to guard a form or the whole site: they count on a page with nothing else. */
const GUARD_SCRIPTS: readonly SignPattern[] = [
  { reason: 'bot-challenge', pattern: /_Incapsula_Resource\S*/i },
  { reason: 'bot-challenge', pattern: /\S*\.awswaf\.com\S*/i },
  { reason: 'bot-challenge', pattern: /\S*\/149e9513-01fa-4fb0-aad4-566afd725d1b\/\S*/i },
  { reason: 'captcha', pattern: /challenges\.cloudflare\.com\/turnstile\S*/i },
  {
    reason: 'captcha',
    pattern: /\S*(?:hcaptcha\.com|recaptcha\/|arkoselabs\.com|funcaptcha\.com|geetest\.com|smartcaptcha\.)\S*/i,
  },
];

const CHALLENGE_SCRIPTS: readonly SignPattern[] = [
  { reason: 'bot-challenge', pattern: /_cf_chl_opt|cf_chl_prog|__cf_chl_/ },
  { reason: 'bot-challenge', pattern: /sucuri_cloudproxy_js|slowAES\.decrypt|__test=|toNumbers\(/ },
  { reason: 'captcha', pattern: /window\._pxCaptcha|['"]host['"]:\s*['"][a-z]+\.captcha-delivery/ },
  { reason: 'bot-challenge', pattern: /gokuProps|bobcmn|sec-if-cpt|sec_cpt|\/_sec\/verify/ },
];

/** The same of inline scripts. */
const INLINE_GUARDS: readonly SignPattern[] = [
  { reason: 'captcha', pattern: /_pxAppId/ },
  { reason: 'bot-challenge', pattern: /AwsWafIntegration|KPSDK|reese84/ },
];

/** Hosts that exist to stop visitors. */
const WALL_HOSTS: readonly { readonly host: RegExp; readonly reason: CheckReason }[] = [
  { host: /(?:^|\.)(?:perfdrive\.com|queue-it\.net|ddos-guard\.net)$/, reason: 'bot-challenge' },
  { host: /(?:^|\.)captcha-delivery\.com$|^captcha\./, reason: 'captcha' },
  { host: /^(?:consent|guce|cmp|myprivacy|privacy-?(?:gate|wall)|cookie-?wall)\./, reason: 'consent-wall' },
];

const WALL_PATH =
  /\/(?:(?:cookie-?)?consent|(?:cookie|privacy)-?(?:wall|gate)|age-?(?:gate|check|verification)|captcha|recaptcha|_captcha|challenge|bot-?check|are-you-human|human-verification|sorry\/index|blocked|access-denied|\.well-known\/sgcaptcha|cdn-cgi\/challenge-platform|_sec)(?:[/.]|$)/i;

/** The wall that answered in place of the page, or null. `reading` is null where the body is no HTML. */
export function findBotWall(
  page: FetchedPage,
  reading: PageReading | null,
  ground: PageGround | null,
): PageSign | null {
  const outside = wallByHeader(page) ?? wallByAddress(page) ?? wallByRefresh(reading);
  if (outside !== null || reading === null || reading.facts.textLength > MAX_WALL_TEXT) return outside;
  const { facts, signs } = reading;
  const sources = sourcesOf(reading);
  const byScript =
    findSign('script', sources, CHALLENGE_SOURCES) ?? findSign('script', signs.inlineScript, CHALLENGE_SCRIPTS);
  if (byScript !== null || isMissing(page.status)) return byScript;
  const guard = findSign('script', sources, GUARD_SCRIPTS) ?? findSign('script', signs.inlineScript, INLINE_GUARDS);
  const words = findWallWords(page, reading, (ground?.points ?? 0) >= FIRM_GROUND);
  const byWords = page.status === BUSY ? captchaOf(words) : words;
  if (byWords !== null) return guard?.reason === 'captcha' ? guard : byWords;
  return facts.textLength < MAX_GUARDED_TEXT && !signs.hasPasswordField ? guard : null;
}

function findWallWords(page: FetchedPage, reading: PageReading, isFirm: boolean): PageSign | null {
  const { facts, signs } = reading;
  if (facts.internalLinks + facts.externalLinks > MAX_WALL_LINKS) return null;
  const text =
    facts.textLength > MAX_NOTICE_TEXT || isFirm ? '' : `${withoutQuotes(signs.excerpt)}\n${signs.noscriptText}`;
  const words = `${announcementsOf(reading)}\n${text}`;
  const firewall = findSign('the page says', words, FIREWALL_WORDS);
  if (firewall !== null) return firewall;
  if (page.status >= 400) return findSign('the page says', words, WALL_WORDS);
  const asksFirst = facts.textLength > MAX_CONSENT_TEXT ? announcementsOf(reading) : words;
  return (
    findSign('the page says', words, [...WALL_WORDS, ...REFUSAL_WORDS, ...CHOICE_WORDS]) ??
    findSign('the page says', asksFirst, CONSENT_WORDS) ??
    (facts.textLength > MAX_CONSENT_TEXT ? null : findAgeGate(signs.excerpt))
  );
}

/** A question that holds an age. */
const ASKS_AGE = /[^.!?]{0,80}\b(?:16|18|19|20|21)\b[^.!?]{0,60}[?？]/;
/** Yes and no beside each other, in the order of any language. */
const YES_AND_NO =
  /(?<![\p{L}\p{N}])(?:yes|ja|jawohl|oui|s[ií]|sim|tak|ano|áno|igen|evet|kyllä|jah|jā|taip|da|да|так|ναι|enter|entrar|entrer)(?![\p{L}\p{N}]).{0,40}(?<![\p{L}\p{N}])(?:no|nein|nee|nej|nei|non|não|nie|ne|nem|hayır|ei|nē|нет|ні|не|όχι|exit|leave|salir|sair|quitter)(?![\p{L}\p{N}])/iu;

/** A question for an age with two answers, whatever the language. */
function findAgeGate(text: string): PageSign | null {
  const question = YES_AND_NO.test(text) ? ASKS_AGE.exec(text)?.[0] : undefined;
  return question === undefined
    ? null
    : { reason: 'consent-wall', evidence: `the page asks: "${question.trim()}"`, isSaid: true };
}

/** Some walls answer 404; only their scripts and headers tell them from an error page. */
function isMissing(status: number): boolean {
  return status === 404 || status === 410;
}

/** Behind 429 a plea for patience is no wall, but a captcha is: waiting does not take it away. */
function captchaOf(sign: PageSign | null): PageSign | null {
  return sign?.reason === 'captcha' ? sign : null;
}

/** Where a redirect leads to a page that exists to stop robots. */
function wallByAddress(page: FetchedPage): PageSign | null {
  const to = page.chain.length === 0 ? null : URL.parse(page.finalUrl);
  const path = to?.pathname ?? '';
  const byHost = WALL_HOSTS.find(({ host }) => host.test(to?.hostname ?? ''));
  if (byHost !== undefined) return { reason: byHost.reason, evidence: `redirects to ${to?.hostname ?? ''}` };
  const match = WALL_PATH.exec(path)?.[0];
  if (match === undefined) return null;
  const sign: PageSign = { reason: reasonOfPath(match), evidence: `redirects to ${path}` };
  return page.status === BUSY ? captchaOf(sign) : sign;
}

function reasonOfPath(path: string): CheckReason {
  if (/captcha|sorry/i.test(path)) return 'captcha';
  if (/consent|cookie|privacy|age-?/i.test(path)) return 'consent-wall';
  return /blocked|denied/i.test(path) ? 'access-denied' : 'bot-challenge';
}

/** A page that sends its readers to a challenge. */
function wallByRefresh(reading: PageReading | null): PageSign | null {
  const url = reading?.facts.refresh?.url ?? '';
  const isWall = /\/\.well-known\/sgcaptcha|[?&]bm-verify=|\/cdn-cgi\/|__cf_chl_/.test(url);
  return isWall ? { reason: 'bot-challenge', evidence: `asks to be left for ${url.slice(0, 120)}` } : null;
}

interface WallHeader {
  readonly name: string;
  readonly value: RegExp;
  readonly reason: CheckReason;
  /** The status it means a wall with; any where absent. */
  readonly status?: number;
}

/** Headers by which guards say themselves what they did. */
const WALL_HEADERS: readonly WallHeader[] = [
  { name: 'cf-mitigated', value: /challenge/i, reason: 'bot-challenge' },
  { name: 'x-amzn-waf-action', value: /captcha/i, reason: 'captcha' },
  { name: 'x-amzn-waf-action', value: /./, reason: 'bot-challenge' },
  { name: 'x-vercel-mitigated', value: /challenge/i, reason: 'bot-challenge' },
  { name: 'x-vercel-mitigated', value: /deny/i, reason: 'access-denied' },
  { name: 'sg-captcha', value: /challenge/i, reason: 'captcha' },
  { name: 'x-sucuri-block', value: /./, reason: 'access-denied' },
  { name: 'x-datadome', value: /./, reason: 'captcha', status: 403 },
];

function wallByHeader(page: FetchedPage): PageSign | null {
  const found = WALL_HEADERS.find(
    ({ name, value, status }) => value.test(headerOf(page, name)) && (status === undefined || status === page.status),
  );
  return found === undefined
    ? null
    : { reason: found.reason, evidence: `header ${found.name}: ${headerOf(page, found.name)}` };
}
