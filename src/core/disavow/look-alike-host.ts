/** What makes a Unicode host name suspicious to the eye. */
export interface LookAlike {
  /** The scripts that meet in one label, such as `['Latin', 'Cyrillic']`; empty when none do. */
  readonly mixedScripts: readonly string[];
  /** The ASCII name the host can be taken for, or null. */
  readonly imitates: string | null;
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Devanagari', /\p{Script=Devanagari}/u],
  ['Thai', /\p{Script=Thai}/u],
  ['Georgian', /\p{Script=Georgian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Han', /\p{Script=Han}/u],
  ['Hiragana', /\p{Script=Hiragana}/u],
  ['Katakana', /\p{Script=Katakana}/u],
  ['Bopomofo', /\p{Script=Bopomofo}/u],
];

/** Scripts that honest names write together (UTS 39, "highly restrictive"). */
const WRITTEN_TOGETHER: readonly ReadonlySet<string>[] = [
  new Set(['Latin', 'Han', 'Hiragana', 'Katakana']),
  new Set(['Latin', 'Han', 'Hangul']),
  new Set(['Latin', 'Han', 'Bopomofo']),
];

/** Letters that most fonts draw like an ASCII letter. Accented letters are absent: they are honest spelling. */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map([
  ...pairs('авԁеһіјкӏмопԛрѕтсухѵԝ', 'abdehijklmonqpstcyxvw'),
  ...pairs('αικνορτυχ', 'aikvoptux'),
  ...pairs('ĸıɑɡʟɩꞁƽ', 'kiaglils'),
]);

/**
 * Tells what an internationalised host hides: scripts mixed within a label, or a name made of letters that look like
 * ASCII ones. Null for a plain name in one script.
 *
 * @example findLookAlike('lifehacĸer.com')?.imitates === 'lifehacker.com'
 */
export function findLookAlike(host: string): LookAlike | null {
  const mixedScripts =
    host
      .split('.')
      .map(scriptsMixedIn)
      .find((scripts) => scripts.length > 0) ?? [];
  const skeleton = Array.from(host, (letter) => LOOKS_LIKE.get(letter) ?? letter).join('');
  const imitates = skeleton !== host && /^[a-z\d.-]+$/i.test(skeleton) ? skeleton : null;
  return mixedScripts.length === 0 && imitates === null ? null : { mixedScripts, imitates };
}

function scriptsMixedIn(label: string): string[] {
  const scripts = SCRIPTS.filter(([, pattern]) => pattern.test(label)).map(([name]) => name);
  if (scripts.length < 2) return [];
  return WRITTEN_TOGETHER.some((together) => scripts.every((script) => together.has(script))) ? [] : scripts;
}

function pairs(letters: string, ascii: string): [string, string][] {
  return Array.from(letters, (letter, index) => [letter, ascii.charAt(index)]);
}
