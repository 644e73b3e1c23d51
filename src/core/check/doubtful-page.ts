import type { Mention } from '../html/mentions.ts';
import type { PageReading } from '../html/page-reading.ts';
import type { ExpectedLink } from './find-link.ts';
import { guessNotice } from './notice-page.ts';
import { isBare, type PageGround, SAFE_GROUND } from './page-ground.ts';
import { asksPassword, type PageSign } from './page-sign.ts';
import { findPaywall } from './paywall.ts';

/** A page that names the brand needs less ground: notices of others seldom do. */
const BRAND_POINTS = 2;

/**
 * What keeps a page without any trace of the link from proving that it is gone: it may not be the page at all, or its comments are
 * elsewhere; null for nothing.
 *
 * @param isSubject true where walls and notices are what the page is about
 */
export function findDoubt(
  reading: PageReading,
  ground: PageGround,
  expected: ExpectedLink,
  isSubject: boolean,
): PageSign | null {
  const paywall = findPaywall(reading);
  if (paywall !== null && !(isSubject && paywall.isSaid === true)) return paywall;
  if (ground.points < SAFE_GROUND)
    return scriptPage(reading) ?? loginForm(reading) ?? guessNotice(reading) ?? thinPage(reading, ground);
  const mayBeComment = (expected.placement ?? 'comment') === 'comment';
  const system = mayBeComment ? (reading.signs.marks?.commentSystem ?? null) : null;
  return system === null ? null : { reason: 'javascript-comments', evidence: system };
}

/** True where the site's name in the text can only be the author's: notices name no other sites, but perhaps a word that is a brand. */
export function isSureMention({ kind }: Mention, ground: PageGround): boolean {
  return kind === 'host' || ground.points + BRAND_POINTS >= SAFE_GROUND;
}

/** A frame and a heading around a place that scripts may fill. */
function scriptPage(reading: PageReading): PageSign | null {
  const { scriptSources, inlineScript, headings } = reading.signs;
  const hasScripts = scriptSources.length > 0 || inlineScript.trim() !== '';
  const isShell = hasScripts && isBare(reading) && (headings.length > 0 || reading.facts.internalLinks > 0);
  return isShell ? { reason: 'javascript-page', evidence: 'scripts, and nothing below the heading' } : null;
}

/** A form for a login in the body of a page that shows too little besides. */
function loginForm(reading: PageReading): PageSign | null {
  return asksPassword(reading)
    ? { reason: 'login-page', evidence: 'a password field, and too little else to be sure that it is the page' }
    : null;
}

function thinPage({ facts }: PageReading, { evidence }: PageGround): PageSign {
  const links = facts.internalLinks + facts.externalLinks;
  const against = evidence.filter(({ points }) => points < 0).map(({ text }) => text);
  return {
    reason: 'thin-page',
    evidence: [`${facts.textLength} characters of text and ${links} links`, ...against].join('; '),
  };
}
