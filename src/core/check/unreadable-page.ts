import type { PageReading } from '../html/page-reading.ts';
import type { PageSign } from './page-sign.ts';

/** Below this many characters a page says nothing. */
const MIN_TEXT = 25;
/** A page built in the browser holds at most this much text before its scripts run. */
const MAX_SHELL_TEXT = 400;
/** A page with no more than this is a stub, if something hints at it. */
const MAX_STUB_TEXT = 200;
const MAX_STUB_LINKS = 2;
/** Beside the script of an application, what is less than a sentence or two is its waiting note. */
const MAX_BARE_TEXT = 80;
const NEEDS_JAVASCRIPT =
  /\b(?:(?:enable|activate|turn on|requires?|need(?:s|ed)?|without|run)\b.{0,40}\bjava ?script|java ?script\b.{0,40}\b(?:is (?:required|disabled)|enabled|aktivieren|activé|habilitado)|aktivieren sie java ?script|activez java ?script|activar java ?script)/i;
const FOR_COMMENTS = /^.{0,80}\bcomments?\b/i;
const APP_SCRIPT =
  /(?:^|\/)(?:main|app|bundle|runtime|chunk|index|vendors?|polyfills)[.~-][\w.~-]*\.m?js|\/_next\/static\/|\/_nuxt\/|\/static\/js\/|\/assets\/index[-.][\w-]+\.js/im;

/** A script that leads away, on a page that has little else to say. */
const SCRIPT_REDIRECT = /\blocation(?:\.href)?\s*=\s*[^=]|\blocation\.(?:replace|assign)\s*\(/;
const LOADING =
  /^\W*(?:loading|please wait|redirecting|you are being redirected|wird geladen|chargement|cargando|weiterleitung)\b/i;
/** Text of menu and footer that a page may show around the empty place its scripts fill. */
const MAX_FRAME_TEXT = 1_500;

/** What shows that a page's text is not in its raw HTML: written by scripts or held in frames; null for none. */
export function findUnreadable(reading: PageReading): PageSign | null {
  return findScriptPage(reading) ?? findFramePage(reading);
}

function findScriptPage(reading: PageReading): PageSign | null {
  const { facts, signs } = reading;
  const hasScripts = signs.scriptSources.length > 0 || signs.inlineScript.trim() !== '';
  if (!hasScripts || facts.textLength > MAX_FRAME_TEXT) return null;
  const evidence = scriptEvidence(reading);
  return evidence === null ? null : { reason: 'javascript-page', evidence };
}

function scriptEvidence(reading: PageReading): string | null {
  const { facts, signs } = reading;
  if (signs.emptyMountPoint !== null) return `scripts fill the empty element ${signs.emptyMountPoint}`;
  if (facts.textLength > MAX_SHELL_TEXT) return null;
  const wish = wishForScripts(`${signs.noscriptText}\n${signs.excerpt}`);
  if (wish !== null) return `the page says: "${wish}"`;
  const links = facts.internalLinks + facts.externalLinks;
  if (facts.textLength > MAX_STUB_TEXT || links > MAX_STUB_LINKS) return null;
  const stub = [
    facts.textLength > MAX_BARE_TEXT ? null : APP_SCRIPT.exec(signs.scriptSources.join('\n')),
    SCRIPT_REDIRECT.exec(signs.inlineScript),
    LOADING.exec(signs.excerpt),
  ].find((match) => match !== null);
  if (stub !== undefined && stub !== null) return `${facts.textLength} characters of text beside "${stub[0].trim()}"`;
  return facts.textLength < MIN_TEXT && links === 0 ? `scripts and ${facts.textLength} characters of text` : null;
}

/** The words by which a page asks for JavaScript; null where it has none, or wants it for its comments only. */
function wishForScripts(text: string): string | null {
  const wish = NEEDS_JAVASCRIPT.exec(text);
  return wish === null || FOR_COMMENTS.test(text.slice(wish.index)) ? null : wish[0];
}

function findFramePage(reading: PageReading): PageSign | null {
  const { facts, signs } = reading;
  if (signs.hasFrameset && facts.textLength <= MAX_SHELL_TEXT) {
    return { reason: 'empty-page', evidence: 'a frameset: the text stands in other documents' };
  }
  const links = facts.internalLinks + facts.externalLinks;
  return signs.frameSources.length > 0 && facts.textLength < MIN_TEXT * 4 && links === 0
    ? { reason: 'empty-page', evidence: 'nothing but a frame: the text stands in another document' }
    : null;
}

/** A page that says next to nothing; null for any other. */
export function findEmptyPage(reading: PageReading): PageSign | null {
  const { facts } = reading;
  if (facts.textLength >= MIN_TEXT || facts.internalLinks + facts.externalLinks > 0) return null;
  return { reason: 'empty-page', evidence: `${facts.textLength} characters of text` };
}
