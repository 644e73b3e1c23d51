import { assertNever } from '../assert-never.ts';
import type { AnchorClass } from '../model/anchor-class.ts';
import type { JudgingProfile } from './judging-profile.ts';
import type { DomainFacts, LinkFacts } from './link-facts.ts';

/** Detectors for links placed to sell: what the anchor says, how often, and where it stands. */

const REPEATED_MONEY_DOMAINS = 5;
const REPEATED_OTHER_DOMAINS = 10;
const REPEATED_OTHER_SHARE = 0.05;
const SITEWIDE_PAGES = 20;
const TOGETHER_DOMAINS = 20;
const TOGETHER_TIMES_USUAL = 10;
const SELLER_LETTERS = 1_000;
const SELLER =
  /\b(?:black ?hat seo|seo (?:backlinks?|ranking services?)|(?:buy|cheap|pbn|seo|dofollow) (?:back ?)links?|(?:telegram|whats ?app|skype) ?[:：] ?[@+\w]|t\.me\/\w|wa\.me\/\d)/i;

/** True for anchors that name an offer rather than a place. */
export function isCommercial(anchorClass: AnchorClass): boolean {
  return (
    anchorClass === 'money-exact' ||
    anchorClass === 'money-partial' ||
    anchorClass === 'compound' ||
    anchorClass === 'poison'
  );
}

export function detectMoneyAnchor(facts: LinkFacts): string | null {
  return facts.anchorClass === 'money-exact' ? `The anchor ${quoted(facts.anchor)} is one of the money phrases.` : null;
}

export function detectPartialMoneyAnchor(facts: LinkFacts): string | null {
  return facts.anchorClass === 'money-partial' ? `The anchor ${quoted(facts.anchor)} holds a money phrase.` : null;
}

export function detectPoisonAnchor(facts: LinkFacts): string | null {
  if (facts.anchorClass !== 'poison') return null;
  return `The anchor ${quoted(facts.anchor)} belongs to the adult, pharma, gambling or loan trade.`;
}

/** An offer of links or rankings, or a seller's contact; not for clients whose own business it is. */
export function detectSellerAnchor(facts: LinkFacts, profile: JudgingProfile): string | null {
  if (facts.anchor === null || facts.anchor.length > SELLER_LETTERS) return null;
  const hit = SELLER.exec(facts.anchor)?.[0];
  if (hit === undefined || profile.exemptWords.has('seo') || profile.exemptWords.has('backlinks')) return null;
  return `The anchor ${quoted(facts.anchor)} advertises a seller (“${hit}”).`;
}

export function detectRepeatedAnchor(facts: LinkFacts, profile: JudgingProfile): string | null {
  const domains = facts.anchorDomains;
  if (domains === null || !isRepeated(facts.anchorClass, domains, profile.referringDomains)) return null;
  return `The anchor ${quoted(facts.anchor)} is used by ${domains} referring domains.`;
}

export function detectEmptyAnchor(facts: LinkFacts): string | null {
  if (facts.linkType !== 'text') return null;
  if (facts.anchorClass === 'empty') return 'The text link has no anchor text.';
  return facts.anchorClass === 'symbols' ? `The anchor ${quoted(facts.anchor)} holds no words.` : null;
}

export function detectSitewideLink(facts: LinkFacts): string | null {
  if (facts.sameLinkPages === null || facts.sameLinkPages < SITEWIDE_PAGES || !isPlacedWording(facts.anchorClass)) {
    return null;
  }
  return `${facts.sameLinkPages} pages of ${facts.domain.name} carry this link with the anchor ${quoted(facts.anchor)}.`;
}

export function detectFrameLink(facts: LinkFacts): string | null {
  const { placement } = facts;
  const isFrame =
    placement === 'footer' || placement === 'sidebar' || placement === 'header' || placement === 'navigation';
  return isFrame && isCommercial(facts.anchorClass)
    ? `A commercial anchor in the ${placement} of the page${because(facts)}.`
    : null;
}

export function detectAuthorBox(facts: LinkFacts): string | null {
  return facts.placement === 'author-box' && isCommercial(facts.anchorClass)
    ? `A commercial anchor in an author box${because(facts)}.`
    : null;
}

export function detectDirectory(facts: LinkFacts): string | null {
  return facts.placement === 'directory' ? `The link is a directory entry${because(facts)}.` : null;
}

export function detectPressRelease(facts: LinkFacts): string | null {
  return facts.placement === 'press-release' && facts.followed === true
    ? `A followed link in a press release${because(facts)}.`
    : null;
}

export function detectUnmarkedAd(facts: LinkFacts): string | null {
  return facts.placement === 'advertisement' && facts.followed === true
    ? `A followed link without rel sponsored in an advertisement${because(facts)}.`
    : null;
}

export function detectFirstSeenTogether(facts: DomainFacts, profile: JudgingProfile): string | null {
  const together = facts.firstSeenTogether;
  const usual = profile.weeklyNewDomains;
  if (together === null || usual === null || together < TOGETHER_DOMAINS) return null;
  if (together < TOGETHER_TIMES_USUAL * Math.max(1, usual)) return null;
  return `First seen in one week with ${together - 1} other domains; ${Math.round(usual)} new domains a week are usual.`;
}

/** The cue the placement was read from, in brackets, where the check noted one. */
export function because(facts: LinkFacts): string {
  return facts.placementEvidence === null || facts.placementEvidence === '' ? '' : ` (${facts.placementEvidence})`;
}

/** An anchor in quotation marks, cut to a readable length. */
export function quoted(anchor: string | null): string {
  const text = anchor ?? '';
  return `“${text.length > 80 ? `${text.slice(0, 79)}…` : text}”`;
}

/** Brand names, addresses and words like "here" repeat by nature; a wording somebody chose does not. */
function isRepeated(anchorClass: AnchorClass, domains: number, allDomains: number | null): boolean {
  switch (anchorClass) {
    case 'money-exact':
    case 'money-partial':
    case 'poison':
      return domains >= REPEATED_MONEY_DOMAINS;
    case 'compound':
    case 'other':
    case 'other-language':
      return domains >= REPEATED_OTHER_DOMAINS && allDomains !== null && domains >= allDomains * REPEATED_OTHER_SHARE;
    case 'brand':
    case 'naked-url':
    case 'generic':
    case 'image':
    case 'empty':
    case 'symbols':
    case 'title':
    case 'person':
    case 'unknown':
      return false;
    default:
      return assertNever(anchorClass);
  }
}

function isPlacedWording(anchorClass: AnchorClass): boolean {
  return isCommercial(anchorClass) || anchorClass === 'other' || anchorClass === 'other-language';
}
