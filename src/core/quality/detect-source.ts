import { findPoison } from '../anchors/find-poison.ts';
import { baseLanguage } from '../anchors/guess-language.ts';
import { isIpHost } from '../url/host-name.ts';
import { because, isCommercial, quoted } from './detect-manipulation.ts';
import { chosenLabel, isDigitHeavy, isLongHyphenated, isMachineMade, tradeInName } from './host-shape.ts';
import type { JudgingProfile } from './judging-profile.ts';
import type { DomainFacts, LinkFacts } from './link-facts.ts';
import { NON_COUNTRY_TLDS, SPAM_RECORD_TLDS } from './top-level-domains.ts';

/** Detectors for the place a link stands in: its community, page, domain, language and neighbours. */

const MANY_EXTERNAL_LINKS = 100;
const THIN_TEXT_LETTERS = 600;
const THIN_PAGE_EXTERNAL_LINKS = 20;
const SAME_PAGE_DOMAINS = 5;
const TELLING_PATH_LETTERS = 16;
const TELLING_TITLE_LETTERS = 20;
const FARM_HOSTS = 10;
const FARM_SHARE = 0.1;

const SELLING =
  /\b(?:write[ _-]for[ _-]us(?! \w)|sponsored[ _-]posts?|guest[ _-]post(?:ing)?[ _-](?:services?|sites|prices?|packages?)|buy[ _-](?:back|guest[ _-]post|do[ _-]?follow[ _-])?links?|paid[ _-]links?|link[ _-]building[ _-](?:services?|packages?)|backlinks?[ _-](?:for[ _-]sale|services?|packages?))\b/i;

export function detectCommunityLink(facts: LinkFacts): string | null {
  const { placement } = facts;
  const isCommunity =
    placement === 'comment' || placement === 'forum' || placement === 'signature' || placement === 'profile';
  if (!isCommunity || !isCommercial(facts.anchorClass)) return null;
  return `The commercial anchor ${quoted(facts.anchor)} stands in a ${COMMUNITY_WORDS[placement]}${because(facts)}.`;
}

const COMMUNITY_WORDS = {
  comment: 'comment',
  forum: 'forum post',
  signature: 'forum signature',
  profile: 'user profile',
} as const;

export function detectHiddenLink(facts: LinkFacts): string | null {
  return facts.placement === 'hidden' ? `Readers cannot see the link${because(facts)}.` : null;
}

export function detectManyExternalLinks(facts: LinkFacts): string | null {
  const links = facts.externalLinks;
  return links !== null && links >= MANY_EXTERNAL_LINKS ? `The page links to other sites ${links} times.` : null;
}

export function detectThinPage(facts: LinkFacts): string | null {
  const { textLength, externalLinks } = facts;
  if (textLength === null || externalLinks === null) return null;
  if (textLength >= THIN_TEXT_LETTERS || externalLinks < THIN_PAGE_EXTERNAL_LINKS) return null;
  return `${textLength} letters of text around ${externalLinks} links to other sites.`;
}

export function detectPoisonTitle(facts: LinkFacts, profile: JudgingProfile): string | null {
  if (facts.pageTitle === null) return null;
  const hit = findPoison(facts.pageTitle, profile.exemptWords);
  return hit === null ? null : `The page title ${quoted(facts.pageTitle)} names “${hit.term}” (${hit.trade}).`;
}

export function detectLinkSelling(facts: LinkFacts): string | null {
  const inTitle = facts.pageTitle === null ? null : SELLING.exec(facts.pageTitle);
  const hit = inTitle ?? SELLING.exec(facts.path);
  return hit === null ? null : `The page ${inTitle === null ? 'address' : 'title'} says “${hit[0]}”.`;
}

export function detectForeignPage(facts: LinkFacts, profile: JudgingProfile): string | null {
  if (facts.pageLanguage === null || profile.baseLanguages.size === 0) return null;
  const language = baseLanguage(facts.pageLanguage);
  if (language === '' || profile.baseLanguages.has(language)) return null;
  return `The page is in “${language}”; the project’s languages are ${profile.languages.join(', ')}.`;
}

export function detectForeignAnchor(facts: LinkFacts): string | null {
  return facts.anchorClass === 'other-language'
    ? `The anchor ${quoted(facts.anchor)} is in none of the project’s languages.`
    : null;
}

export function detectForeignCountry(facts: DomainFacts, profile: JudgingProfile): string | null {
  const tld = topLevelOf(facts.name);
  if (profile.countryDomains.size === 0 || !/^[a-z]{2}$/.test(tld)) return null;
  if (profile.countryDomains.has(tld) || NON_COUNTRY_TLDS.has(tld)) return null;
  return `The country domain .${tld} is none of the project’s countries.`;
}

export function detectSamePath(facts: LinkFacts): string | null {
  const domains = facts.samePathDomains;
  if (domains === null || domains < SAME_PAGE_DOMAINS || !isTellingPath(facts.path)) return null;
  return `The path ${facts.path} links to the site from ${domains} domains.`;
}

export function detectSameTitle(facts: LinkFacts): string | null {
  const domains = facts.sameTitleDomains;
  if (domains === null || domains < SAME_PAGE_DOMAINS || (facts.pageTitle?.length ?? 0) < TELLING_TITLE_LETTERS) {
    return null;
  }
  return `Pages titled ${quoted(facts.pageTitle)} link to the site from ${domains} domains.`;
}

export function detectManyHosts(facts: DomainFacts): string | null {
  return facts.hosts !== null && facts.hosts >= FARM_HOSTS
    ? `${facts.hosts} hosts of ${facts.name} link to the site.`
    : null;
}

export function detectSubdomainFarm(facts: DomainFacts, profile: JudgingProfile): string | null {
  const { siblings } = facts;
  if (siblings === null || profile.referringDomains === null) return null;
  if (siblings < FARM_HOSTS || siblings < profile.referringDomains * FARM_SHARE) return null;
  return `${siblings} of ${profile.referringDomains} referring domains are names below ${facts.suffix}.`;
}

export function detectSpamTld(facts: DomainFacts): string | null {
  const tld = topLevelOf(facts.name);
  return SPAM_RECORD_TLDS.has(tld) ? `Many short-lived sites use .${tld}.` : null;
}

export function detectLongHyphenatedName(facts: DomainFacts): string | null {
  const label = chosenLabel(facts.name, facts.suffix);
  return label !== null && isLongHyphenated(label) ? `The name “${label}” is long and hyphenated.` : null;
}

export function detectDigitHeavyName(facts: DomainFacts): string | null {
  const label = chosenLabel(facts.name, facts.suffix);
  return label !== null && isDigitHeavy(label) ? `The name “${label}” consists largely of digits.` : null;
}

export function detectMachineMadeName(facts: DomainFacts): string | null {
  const label = chosenLabel(facts.name, facts.suffix);
  return label !== null && isMachineMade(label)
    ? `The name “${label}” strings letters together that no language does.`
    : null;
}

export function detectTradeName(facts: DomainFacts, profile: JudgingProfile): string | null {
  const label = chosenLabel(facts.name, facts.suffix);
  const word = label === null ? null : tradeInName(label);
  return word === null || profile.exemptWords.has(word) ? null : `The domain name holds “${word}”.`;
}

export function detectAddressHost(facts: DomainFacts): string | null {
  return isIpHost(facts.name) ? `The source host is the bare address ${facts.name}.` : null;
}

/** Platforms give many pages the same short path; an article's own words are another matter. */
function isTellingPath(path: string): boolean {
  return path.length >= TELLING_PATH_LETTERS && /[a-z\d]+[-_][a-z\d]+[-_][a-z\d]+/i.test(path);
}

function topLevelOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
