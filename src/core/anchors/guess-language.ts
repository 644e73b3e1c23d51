import { foldText, wordsOf } from './fold-text.ts';
import { STOP_WORDS } from './stop-words.ts';

/** Scripts told apart, each with the languages we know to be written in it; Latin is the rest. */
const SCRIPTS = [
  {
    name: 'Cyrillic',
    letters: /\p{Script=Cyrillic}/gu,
    languages: ['ru', 'uk', 'bg', 'sr', 'be', 'mk', 'kk', 'mn', 'ky'],
  },
  { name: 'Japanese', letters: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, languages: ['ja'] },
  { name: 'Chinese', letters: /\p{Script=Han}/gu, languages: ['zh', 'ja', 'ko'] },
  { name: 'Korean', letters: /\p{Script=Hangul}/gu, languages: ['ko'] },
  { name: 'Arabic', letters: /\p{Script=Arabic}/gu, languages: ['ar', 'fa', 'ur', 'ps', 'ckb'] },
  { name: 'Hebrew', letters: /\p{Script=Hebrew}/gu, languages: ['he', 'iw', 'yi'] },
  { name: 'Greek', letters: /\p{Script=Greek}/gu, languages: ['el'] },
  { name: 'Thai', letters: /\p{Script=Thai}/gu, languages: ['th'] },
  { name: 'Devanagari', letters: /\p{Script=Devanagari}/gu, languages: ['hi', 'mr', 'ne', 'sa'] },
  { name: 'Armenian', letters: /\p{Script=Armenian}/gu, languages: ['hy'] },
  { name: 'Georgian', letters: /\p{Script=Georgian}/gu, languages: ['ka'] },
] as const;

/** Scripts of which one language has most of the web's texts; the order above tells Japanese from Chinese. */
const OWN_SCRIPTS: ReadonlySet<string> = new Set(['Japanese', 'Chinese', 'Korean']);

/** Stop words of each language, folded; a word several languages share belongs to all of them. */
const LANGUAGES_OF_WORD: ReadonlyMap<string, readonly string[]> = indexStopWords();

/**
 * Why a text is in none of the given languages, as words for people, or null when it may be in one of them or cannot be
 * told. Another script decides at once; within the Latin script it takes two stop words of another language and none of
 * the given ones, so that names and brand words never count.
 *
 * @example foreignLanguageOf('лучшие новости дня', ['en']) === 'written in Cyrillic'
 */
export function foreignLanguageOf(text: string, languages: readonly string[]): string | null {
  const own = new Set(languages.map(baseLanguage));
  if (own.size === 0) return null;
  return foreignScriptOf(text, own) ?? foreignStopWords(text, own);
}

/** Latin stands in filler texts; it is no language of anchors, where its words are parts of names. */
const LATIN: ReadonlySet<string> = new Set(
  'et in ad ut non est sunt cum ex sed quis qui quod nisi enim sit amet dolor ipsum lorem elit magna aliqua'.split(' '),
);

/** Different stop words from which on a text is taken to be in their language. */
const MIN_STOP_WORDS = 3;

/**
 * The language a text is written in, by its stop words or a script that only one language uses; null where it cannot be told or is
 * none we know words of.
 *
 * @example languageOfText('We left the quay before the sun was up') === 'en'
 */
export function languageOfText(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = SCRIPTS.find(
    ({ name, letters: one }) => OWN_SCRIPTS.has(name) && (text.match(one)?.length ?? 0) * 4 > letters,
  );
  if (script !== undefined) return script.languages[0];
  const hits = new Map<string, number>();
  for (const word of new Set(wordsOf(foldText(text)))) {
    for (const language of LANGUAGES_OF_WORD.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
    if (LATIN.has(word)) hits.set('la', (hits.get('la') ?? 0) + 1);
  }
  const best = [...hits].sort((a, b) => b[1] - a[1])[0];
  return best === undefined || best[1] < MIN_STOP_WORDS ? null : best[0];
}

/** True for a folded word that is among the most frequent of some language. */
export function isStopWord(word: string): boolean {
  return LANGUAGES_OF_WORD.has(word);
}

/** The language part of a language tag, lower-case: `baseLanguage('pt-BR') === 'pt'`. */
export function baseLanguage(tag: string): string {
  const base = tag.trim().toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return base === 'no' || base === 'nn' ? 'nb' : base;
}

function foreignScriptOf(text: string, own: ReadonlySet<string>): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  for (const script of SCRIPTS) {
    const count = text.match(script.letters)?.length ?? 0;
    if (count * 2 <= letters) continue;
    return script.languages.some((language) => own.has(language)) ? null : `written in ${script.name}`;
  }
  return null;
}

function foreignStopWords(text: string, own: ReadonlySet<string>): string | null {
  const hits = new Map<string, Set<string>>();
  for (const word of wordsOf(foldText(text))) {
    const languages = LANGUAGES_OF_WORD.get(word) ?? [];
    if (languages.some((language) => own.has(language))) return null;
    for (const language of languages) hits.set(language, (hits.get(language) ?? new Set()).add(word));
  }
  const best = [...hits].sort((a, b) => b[1].size - a[1].size)[0];
  return best === undefined || best[1].size < 2 ? null : `holds the “${best[0]}” words ${[...best[1]].join(', ')}`;
}

function indexStopWords(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const [language, words] of Object.entries(STOP_WORDS)) {
    for (const word of wordsOf(foldText(words))) index.set(word, [...(index.get(word) ?? []), language]);
  }
  return index;
}
