import { foldText } from '../anchors/fold-text.ts';

/**
 * What the name of a domain looks like. A name alone says almost nothing, so each reading is narrow, and all signals made
 * of them share one family.
 */

/** The part of a registrable domain its owner chose: `shop` of `shop.co.uk`. Null for addresses and bare suffixes. */
export function chosenLabel(name: string, suffix: string): string | null {
  if (/^[\d.]+$/.test(name) || name.startsWith('[') || !name.endsWith(`.${suffix}`)) return null;
  const label = name.slice(0, -suffix.length - 1);
  return label === '' ? null : label;
}

/** Three hyphens or more, or a very long name with two; punycode is left out, its hyphens are not chosen. */
export function isLongHyphenated(label: string): boolean {
  if (label.startsWith('xn--')) return false;
  const hyphens = label.split('-').length - 1;
  return hyphens >= 3 || (hyphens === 2 && label.length >= 30);
}

/** At least four digits that make up two fifths of the name; a lone year is left out. */
export function isDigitHeavy(label: string): boolean {
  if (label.startsWith('xn--')) return false;
  const digits = label.replace(/\D/g, '');
  if (digits.length < 4 || /^(?:19|20)\d\d$/.test(digits)) return false;
  return digits.length * 5 >= label.length * 2;
}

/**
 * Letters no language strings together: seven consonants in a row once usual clusters (sch, ch, th, ng, …) count as one,
 * or letters and digits that take turns five times. Short names are left out: people drop vowels from nicknames.
 */
export function isMachineMade(label: string): boolean {
  if (label.startsWith('xn--') || label.length < 10) return false;
  const turns = label.match(/[a-z](?=\d)|\d(?=[a-z])/g)?.length ?? 0;
  const sounds = label.replace(/tsch|sch|ch|ck|th|sh|ph|gh|ng|tz|pf|st|cz|sz|rz|zh|wh|ll|ss|tt/g, 't');
  return turns >= 5 || /[bcdfghjklmnpqrstvwxz]{7}/.test(sounds);
}

/** Trade words that no honest longer word holds, so they may be found inside a name written together. */
const TRADE_IN_NAME =
  /casino|kasino|cassino|kasyno|viagra|kamagra|sbobet|gacor|slot(?:88|777|online)|onlineslot|judionline|poker(?:online|88|qq)|payday|porno|hentai|sexcam|escortservice|togel(?=\d|online|hk|sgp)|(?:^|-)(?:porn|xxx|togel|cialis|poker|slots?|judi|bahis)(?:-|$)/;

/** The trade word a domain's name holds, or null. */
export function tradeInName(label: string): string | null {
  return TRADE_IN_NAME.exec(foldText(label))?.[0].replace(/^-|-$/g, '') ?? null;
}
