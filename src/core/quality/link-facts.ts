import type { LinkType } from '../anchors/classify-anchor.ts';
import type { AnchorClass } from '../model/anchor-class.ts';
import type { CheckReason } from '../model/check-reason.ts';
import type { LinkState } from '../model/link-state.ts';
import type { Placement } from '../model/placement.ts';
import type { Vendor } from '../model/vendor.ts';

/** Vendor metrics under the vendor's own names: `{ 'Domain rating': 37, 'Is spam': 'true' }`. */
export type Metrics = Readonly<Record<string, number | string>>;

/** A place in one imported list of ranks. */
export interface ListRank {
  readonly list: string;
  readonly rank: number;
}

/**
 * What is known offline of one referring domain. Null means not known, never zero: an unknown fact fires no signal. One
 * object per domain, shared by its links, so that what follows from the domain is computed once.
 */
export interface DomainFacts {
  /** Registrable domain in ASCII, as `registrableDomain` gives it. */
  readonly name: string;
  /** Its public suffix, private part included. */
  readonly suffix: string;
  /** Hosts of this domain that link. */
  readonly hosts: number | null;
  /** Linking domains registered below the same private suffix (`blogspot.com`), itself included; null below public ones. */
  readonly siblings: number | null;
  readonly ranks: readonly ListRank[];
  /** Names of the imported spam lists that hold it. */
  readonly spamLists: readonly string[];
  readonly goodLists: readonly string[];
  readonly metrics: Metrics;
  /** Linking domains first seen within the same seven days, itself included. */
  readonly firstSeenTogether: number | null;
}

/** What is known offline of one backlink. Null means not known, never zero or false. */
export interface LinkFacts {
  readonly domain: DomainFacts;
  readonly scheme: 'http' | 'https' | null;
  readonly host: string;
  /** Path and query of the source page; the empty text where the row names a host only. */
  readonly path: string;

  readonly anchor: string | null;
  readonly anchorClass: AnchorClass;
  readonly linkType: LinkType;
  /** False when nofollow, ugc or sponsored qualifies the link. */
  readonly followed: boolean | null;
  readonly placement: Placement;
  readonly placementEvidence: string | null;
  readonly state: LinkState;
  readonly reason: CheckReason | null;

  readonly pageTitle: string | null;
  readonly pageLanguage: string | null;
  /** Letters of visible text. */
  readonly textLength: number | null;
  readonly internalLinks: number | null;
  /** Links to other sites on the page, from our check or else from an export. */
  readonly externalLinks: number | null;
  /** False when meta robots or X-Robots-Tag keeps the page out of the index. */
  readonly indexable: boolean | null;
  readonly canonicalElsewhere: boolean | null;

  readonly metrics: Metrics;
  /** ISO dates (YYYY-MM-DD or longer). */
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly sources: readonly Vendor[];

  /** Pages of this domain that hold a link with the same target and anchor. */
  readonly sameLinkPages: number | null;
  /** Referring domains that use this very anchor. */
  readonly anchorDomains: number | null;
  /** Referring domains whose linking page has this very path. */
  readonly samePathDomains: number | null;
  /** Referring domains whose linking page has this very title. */
  readonly sameTitleDomains: number | null;
}

/** What is known of the project and its whole profile. */
export interface ProfileFacts {
  readonly siteHosts: readonly string[];
  readonly brandWords: readonly string[];
  readonly moneyWords: readonly string[];
  readonly languages: readonly string[];
  /** Two-letter country codes. */
  readonly countries: readonly string[];
  readonly referringDomains: number | null;
  /** Median of new referring domains a week. */
  readonly weeklyNewDomains: number | null;
}

/** A domain of which only the name is known; spread it and add what is. */
export function bareDomainFacts(name: string, suffix: string): DomainFacts {
  return {
    name,
    suffix,
    hosts: null,
    siblings: null,
    ranks: [],
    spamLists: [],
    goodLists: [],
    metrics: {},
    firstSeenTogether: null,
  };
}

/** A link of which only the place is known; spread it and add what is. */
export function bareLinkFacts(domain: DomainFacts, host: string, path: string): LinkFacts {
  return {
    domain,
    scheme: null,
    host,
    path,
    anchor: null,
    anchorClass: 'unknown',
    linkType: null,
    followed: null,
    placement: 'unknown',
    placementEvidence: null,
    state: 'unchecked',
    reason: null,
    pageTitle: null,
    pageLanguage: null,
    textLength: null,
    internalLinks: null,
    externalLinks: null,
    indexable: null,
    canonicalElsewhere: null,
    metrics: {},
    firstSeen: null,
    lastSeen: null,
    sources: [],
    sameLinkPages: null,
    anchorDomains: null,
    samePathDomains: null,
    sameTitleDomains: null,
  };
}
