import { registrableDomain, stripWww } from '../url/host-name.ts';
import { type Phrase, phrasesOf } from './phrase-matcher.ts';

/** What the project says of itself, as far as anchors are concerned. */
export interface AnchorProfile {
  readonly siteHosts: readonly string[];
  readonly brandWords: readonly string[];
  readonly moneyWords: readonly string[];
  /** Language tags; empty when the project names none, and then no anchor is foreign. */
  readonly languages: readonly string[];
}

/** The project's words ready for matching. */
export interface OwnWords {
  readonly hosts: readonly string[];
  readonly brand: readonly Phrase[];
  /** Brand phrases without blanks, for "acmewidgets". */
  readonly squashedBrand: ReadonlySet<string>;
  readonly money: readonly Phrase[];
  readonly languages: readonly string[];
  /** Words of the client's own business, which no term list may hold against its links. */
  readonly exempt: ReadonlySet<string>;
}

/** Prepares brand words, site names and money words; a site name made of money words only is no brand. */
export function ownWordsOf(profile: AnchorProfile): OwnWords {
  const hosts = profile.siteHosts.map((host) => stripWww(host.toLowerCase()));
  const money = phrasesOf(profile.moneyWords);
  const moneyWords = new Set(money.flatMap((phrase) => phrase.words));
  const labels = hosts
    .map((host) => registrableDomain(host).split('.', 1)[0] ?? '')
    .filter((label) => label.length > 2);
  const named = phrasesOf([...profile.brandWords, ...labels]);
  const brand = named.filter((phrase) => !phrase.words.every((word) => moneyWords.has(word)));
  const all = [...named, ...money];
  return {
    hosts,
    brand,
    squashedBrand: new Set(brand.map((phrase) => phrase.words.join(''))),
    money,
    languages: profile.languages,
    exempt: new Set(all.flatMap((phrase) => phrase.words.concat(phrase.text))),
  };
}
