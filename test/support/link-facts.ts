import {
  bareDomainFacts,
  bareLinkFacts,
  type DomainFacts,
  type LinkFacts,
  type ProfileFacts,
} from '../../src/core/quality/link-facts.ts';
import { publicSuffixOf } from '../../src/core/url/host-name.ts';

/** An invented flooring shop; no real client. */
export const shop: ProfileFacts = {
  siteHosts: ['acme-floors.example'],
  brandWords: ['Acme Floors'],
  moneyWords: ['oak flooring'],
  languages: ['en'],
  countries: ['us', 'gb'],
  referringDomains: 100,
  weeklyNewDomains: 2,
};

/** A domain of which only what a test names is known. */
export function domainFacts(facts: Partial<DomainFacts> = {}): DomainFacts {
  const name = facts.name ?? 'ref.com';
  return { ...bareDomainFacts(name, publicSuffixOf(name)), ...facts };
}

/** A link of which only what a test names is known. */
export function linkFacts(facts: Partial<LinkFacts> = {}): LinkFacts {
  const domain = facts.domain ?? domainFacts();
  return { ...bareLinkFacts(domain, domain.name, '/'), ...facts };
}
