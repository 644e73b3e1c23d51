import { foldText, isUnspacedScript, wordsOf } from './fold-text.ts';

/** A word or phrase ready for matching: its words, and the folded text for scripts that write without blanks. */
export interface Phrase {
  readonly text: string;
  readonly words: readonly string[];
  readonly isUnspaced: boolean;
}

/** Makes a phrase of a word list entry; null when it holds no word at all. */
export function phraseOf(text: string): Phrase | null {
  const folded = foldText(text);
  const words = wordsOf(folded);
  return words.length === 0 ? null : { text: folded, words, isUnspaced: isUnspacedScript(folded) };
}

/** Makes phrases of a word list, longest first so that the most telling one is found; entries without words are dropped. */
export function phrasesOf(texts: readonly string[]): Phrase[] {
  return texts
    .map(phraseOf)
    .filter((phrase) => phrase !== null)
    .sort((a, b) => b.words.length - a.words.length || b.text.length - a.text.length);
}

/**
 * Where a phrase starts among the words, or -1. Whole words only, so that "sex" is not found in "Essex"; a plural "s" on
 * either side is the same word.
 */
export function indexOfPhrase(words: readonly string[], phrase: Phrase): number {
  const last = words.length - phrase.words.length;
  for (let start = 0; start <= last; start += 1) {
    if (phrase.words.every((word, offset) => isSameWord(word, words[start + offset] ?? ''))) return start;
  }
  return -1;
}

/** The first phrase the text holds, or null. `folded` and `words` are two views of the same text. */
export function findPhrase(folded: string, words: readonly string[], phrases: readonly Phrase[]): Phrase | null {
  for (const phrase of phrases) {
    if (phrase.isUnspaced ? folded.includes(phrase.text) : indexOfPhrase(words, phrase) !== -1) return phrase;
  }
  return null;
}

/** The words without those of every occurrence of the phrases. */
export function withoutPhrases(words: readonly string[], phrases: readonly Phrase[]): string[] {
  let rest = [...words];
  for (const phrase of phrases) {
    for (let at = indexOfPhrase(rest, phrase); at !== -1; at = indexOfPhrase(rest, phrase)) {
      rest = [...rest.slice(0, at), ...rest.slice(at + phrase.words.length)];
    }
  }
  return rest;
}

function isSameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && long.length === short.length + 1 && long.endsWith('s') && long.startsWith(short);
}
