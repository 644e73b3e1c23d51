/** A word and a separator in front of an entry: `domain:`, or what somebody wrote for it. */
export interface Directive {
  /** `domain` covers a host; `any` may stand before either kind of entry (`disavow:`, `site:`); `url` before a page. */
  readonly meaning: 'domain' | 'url' | 'any';
  /** True for exactly `domain:`. */
  readonly isExact: boolean;
  /** Length of word and separator, blanks in front of the separator included, blanks behind it not. */
  readonly length: number;
}

const DOMAIN_WORDS = new Set(['domain', 'domains', 'dom', 'domaine', 'dominio', 'domein', 'domena', 'домен']);
const URL_WORDS = new Set(['url', 'urls', 'link', 'links', 'page']);
const OTHER_WORDS = new Set(['disavow', 'site', 'website', 'host', 'hostname', 'root', 'rootdomain', 'subdomain']);

/** Two slips turn `domain` into something a person still reads as `domain`. */
const MOST_SLIPS = 2;

/**
 * Finds the directive at the start of a trimmed line, also a misspelt one (`Domain :`, `domain=`, `doamin:`,
 * `domain example.com`); null when there is none.
 */
export function parseDirective(text: string): Directive | null {
  if (text.startsWith('domain:')) return { meaning: 'domain', isExact: true, length: 7 };
  const found =
    /^(\p{L}{3,12})[ \t]{0,20}[:=：;]+/u.exec(text) ??
    /^(domains?|disavow)(?=[ \t]+[^\s.]+\.\S+\s*(?:#|$))/i.exec(text);
  if (found === null) return null;
  const meaning = meaningOf((found[1] ?? '').toLowerCase());
  return meaning === null ? null : { meaning, isExact: false, length: found[0].length };
}

function meaningOf(word: string): Directive['meaning'] | null {
  if (URL_WORDS.has(word)) return 'url';
  if (OTHER_WORDS.has(word)) return 'any';
  if (DOMAIN_WORDS.has(word)) return 'domain';
  return word.length >= 5 && countSlips(word, 'domain') <= MOST_SLIPS ? 'domain' : null;
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
