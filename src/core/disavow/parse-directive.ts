import { withoutInvisible } from './blank-characters.ts';

/** A word and a separator in front of an entry: `domain:`, or what somebody wrote for it. */
export interface Directive {
  /** `domain` covers a host; `any` may stand before either kind of entry (`disavow:`, `site:`); `url` before a page. */
  readonly meaning: 'domain' | 'url' | 'any';
  /** True for exactly `domain:`. */
  readonly isExact: boolean;
  /** Length of word and separator, blanks in front of the separator included, blanks behind it not. */
  readonly length: number;
}

/** Words as `foldWord` leaves them. */
const DOMAIN_WORDS = foldWords(
  'domain domains domainname dom domaine dominio domein domena domeniu domane домен 域名 ドメイン 도메인',
);
const URL_WORDS = foldWords('url urls link links page');
const OTHER_WORDS = foldWords('disavow site website host hostname root rootdomain subdomain');

/** Two slips turn `domain` into something a person still reads as `domain`; one where the word begins with another letter. */
const MOST_SLIPS = 2;

const INVISIBLE = '\\u00ad\\u200b-\\u200f\\u2060\\ufeff';
/** A word, perhaps of two parts, and a separator that is meant as a colon. */
const WORD_AND_COLON = new RegExp(
  `^([\\p{L}\\p{M}${INVISIBLE}][\\p{L}\\p{M}${INVISIBLE} _-]{1,20})[\\s${INVISIBLE}]{0,20}[:=;\\uff1a\\uff1d\\uff1b\\ufe55\\u2236]+`,
  'u',
);
const SEPARATOR = /[:=;\uff1a\uff1d\uff1b]/;
/** A word without a colon, where nothing but an address follows. */
const WORD_ALONE = /^(domains?|disavow|urls?|links?)(?:\s{0,9}[-–—>,|→]{1,3})?(?=\s{1,9}[^\s.]+\.\S+\s*(?:#|$))/i;

/**
 * Finds the directive at the start of a trimmed line, also a misspelt or doubled one (`Domain :`, `domain=`, `doamin:`,
 * `domain::`, `disavow: domain:`, `domain example.com`); null when there is none.
 */
export function parseDirective(text: string): Directive | null {
  const first = parseOneDirective(text);
  if (first === null) return null;
  const behind = text.slice(first.length, first.length + 50);
  const blanks = behind.length - behind.trimStart().length;
  const second = SEPARATOR.test(behind) ? parseOneDirective(behind.slice(blanks)) : null;
  if (second === null) return first;
  return { meaning: second.meaning, isExact: false, length: first.length + blanks + second.length };
}

function parseOneDirective(text: string): Directive | null {
  if (/^domain:(?![:=;])/.test(text)) return { meaning: 'domain', isExact: true, length: 7 };
  for (const shape of [WORD_AND_COLON, WORD_ALONE]) {
    const [all = '', word = ''] = shape.exec(text) ?? [];
    const meaning = meaningOf(foldWord(word));
    if (meaning !== null) return { meaning, isExact: false, length: all.length };
  }
  return null;
}

function foldWords(words: string): ReadonlySet<string> {
  return new Set(words.split(' ').map(foldWord));
}

/** Letters alone, without accents, in lower case; full-width letters as plain ones. */
function foldWord(word: string): string {
  return withoutInvisible(word)
    .normalize('NFKD')
    .replace(/[\p{M}\s_-]/gu, '')
    .toLowerCase();
}

function meaningOf(word: string): Directive['meaning'] | null {
  if (URL_WORDS.has(word)) return 'url';
  if (OTHER_WORDS.has(word)) return 'any';
  if (DOMAIN_WORDS.has(word)) return 'domain';
  const slips = word.startsWith('d') ? MOST_SLIPS : MOST_SLIPS - 1;
  return word.length >= 5 && word.length <= 8 && countSlips(word, 'domain') <= slips ? 'domain' : null;
}

/** Optimal string alignment distance: letters added, left out, changed, or two neighbours swapped. */
function countSlips(from: string, to: string): number {
  let twoAbove: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwap = row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const steps = [
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (isSame ? 0 : 1),
      ];
      if (isSwap) steps.push((twoAbove[column - 2] ?? 0) + 1);
      current.push(Math.min(...steps));
    }
    twoAbove = above;
    above = current;
  }
  return above[to.length] ?? 0;
}
