import { baseLanguage } from '../anchors/guess-language.ts';
import { because, quoted } from './detect-manipulation.ts';
import type { JudgingProfile } from './judging-profile.ts';
import type { LinkFacts } from './link-facts.ts';

/** Detectors for how a link stands in its page and whether it counts there. */

const FEW_EXTERNAL_LINKS = 10;
const LONG_TEXT_LETTERS = 2_000;

export function detectEditorialPlacement(facts: LinkFacts): string | null {
  return facts.placement === 'content' ? `The link stands in the text of the page${because(facts)}.` : null;
}

export function detectResourceList(facts: LinkFacts): string | null {
  return facts.placement === 'resource-list' ? `The link stands in a list of resources${because(facts)}.` : null;
}

export function detectCounted(facts: LinkFacts): string | null {
  if (facts.followed !== true || facts.indexable !== true || facts.canonicalElsewhere === true) return null;
  return 'The link is followed and its page may be indexed.';
}

export function detectFewExternalLinks(facts: LinkFacts): string | null {
  const links = facts.externalLinks;
  if (links === null || links < 1 || links > FEW_EXTERNAL_LINKS) return null;
  return `The page links to other sites ${links === 1 ? 'once' : `${links} times`}.`;
}

export function detectLongText(facts: LinkFacts): string | null {
  const letters = facts.textLength;
  return letters !== null && letters >= LONG_TEXT_LETTERS ? `The page holds ${letters} letters of text.` : null;
}

export function detectSecurePage(facts: LinkFacts): string | null {
  return facts.scheme === 'https' ? 'The page is served over HTTPS.' : null;
}

export function detectSeenLive(facts: LinkFacts): string | null {
  return facts.state === 'live' ? 'Our last check saw the link.' : null;
}

export function detectGone(facts: LinkFacts): string | null {
  return facts.state === 'gone' ? 'The last check read the page and the link is gone.' : null;
}

export function detectOwnLanguage(facts: LinkFacts, profile: JudgingProfile): string | null {
  if (facts.pageLanguage === null || !profile.baseLanguages.has(baseLanguage(facts.pageLanguage))) return null;
  return `The page is in “${baseLanguage(facts.pageLanguage)}”, a language of the project.`;
}

export function detectBrandAnchor(facts: LinkFacts): string | null {
  if (facts.anchorClass === 'brand') return `The anchor ${quoted(facts.anchor)} names the brand.`;
  return facts.anchorClass === 'naked-url' ? `The anchor ${quoted(facts.anchor)} is the bare address.` : null;
}

export function detectQualifiedRel(facts: LinkFacts): string | null {
  return facts.followed === false ? 'The link carries nofollow, ugc or sponsored.' : null;
}

export function detectClosedPage(facts: LinkFacts): string | null {
  if (facts.indexable === false) return 'The page asks not to be indexed.';
  return facts.canonicalElsewhere === true ? 'The page names another page as its canonical address.' : null;
}
