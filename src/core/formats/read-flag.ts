const YES = new Set([
  'true',
  'yes',
  'y',
  '1',
  'x',
  'on',
  't',
  '✓',
  '✔',
  '☑',
  'ja',
  'wahr',
  'oui',
  'vrai',
  'sí',
  'si',
  'verdadero',
  'sì',
  'vero',
  'sim',
  'да',
  'tak',
  'ano',
  'igen',
  'evet',
  'はい',
  '是',
  'כן',
]);
const NO = new Set([
  'false',
  'no',
  'n',
  '0',
  'f',
  '-',
  '–',
  'off',
  '✗',
  '✘',
  '☐',
  'nein',
  'falsch',
  'non',
  'faux',
  'falso',
  'não',
  'nao',
  'nee',
  'нет',
  'nie',
  'ne',
  'nem',
  'hayır',
  'いいえ',
  '否',
  'לא',
]);

/** A yes or no in any of the spellings that exports use; null for an empty cell or another word. */
export function readFlag(text: string): boolean | null {
  if (text === 'false' || text === 'FALSE') return false;
  const word = text.trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

/** A flag that is set by any word and unset by an empty cell (Majestic). */
export function readFilledFlag(text: string): boolean {
  return text.trim() !== '' && readFlag(text) !== false;
}

/**
 * Whether a cell says the link is followed: a yes or no, or a word such as `Dofollow`, `NOFOLLOW`, `Text Nofollow`; null when
 * it says neither.
 */
export function readFollow(text: string): boolean | null {
  const flag = readFlag(text);
  if (flag !== null) return flag;
  const word = text.toLowerCase();
  if (/no[\s-]?follow/.test(word)) return false;
  return word.includes('follow') ? true : null;
}
