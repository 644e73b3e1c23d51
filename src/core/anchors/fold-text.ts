/**
 * One way to compare words of people: compatibility forms, letter case and accents do not tell words apart. Marks of
 * scripts that need them (Thai, Devanagari, kana) stay; only the combining accents of the European scripts go.
 *
 * @example foldText('Préstamos  RÁPIDOS') === 'prestamos rapidos'
 */
export function foldText(text: string): string {
  const plain = isPlainAscii(text) ? text.toLowerCase() : foldUnicode(text);
  return plain.replace(/\s+/g, ' ').trim();
}

/** The words of a folded text: runs of letters, digits and marks, inner apostrophes dropped. */
export function wordsOf(folded: string): string[] {
  return folded.replace(/['’]/g, '').match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** True when the text holds letters of a script that writes without blanks between words, so that phrases match inside. */
export function isUnspacedScript(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u.test(text);
}

function foldUnicode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Variation_Selector}/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[ıłđø]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .normalize('NFC');
}

/** Letters with a stroke, and the dotless i, which Unicode does not take apart. */
const UNDECOMPOSED: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', đ: 'd', ø: 'o' };

function isPlainAscii(text: string): boolean {
  return /^[\x20-\x7e]*$/.test(text);
}
