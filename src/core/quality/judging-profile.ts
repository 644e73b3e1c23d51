import { baseLanguage } from '../anchors/guess-language.ts';
import { ownWordsOf } from '../anchors/own-words.ts';
import type { ProfileFacts } from './link-facts.ts';

/** The profile with what detectors ask of it prepared once. */
export interface JudgingProfile extends ProfileFacts {
  /** Words of the client's own business. */
  readonly exemptWords: ReadonlySet<string>;
  readonly baseLanguages: ReadonlySet<string>;
  /** Country top-level domains of the project's countries. */
  readonly countryDomains: ReadonlySet<string>;
}

/** Prepares a profile for judging many links. */
export function judgingProfile(facts: ProfileFacts): JudgingProfile {
  const countries = facts.countries.map((country) => country.toLowerCase());
  return {
    ...facts,
    exemptWords: ownWordsOf(facts).exempt,
    baseLanguages: new Set(facts.languages.map(baseLanguage)),
    countryDomains: new Set(countries.map((country) => (country === 'gb' ? 'uk' : country))),
  };
}
