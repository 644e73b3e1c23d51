import type { ProseBank, SampleAnchorKind } from './sample-data.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Puts words of the bank into `{slots}`, choosing "a" or "an" for the word that came. */
export function fillSlots(sentence: string, bank: ProseBank, random: SeededRandom): string {
  return sentence.replace(/(\b[Aa]n? )?\{(\w+)\}/g, (_match, article: string | undefined, slot: string) => {
    const word = random.pick(bank.words[slot] ?? []);
    if (article === undefined) return word;
    return `${article.charAt(0)}${/^[aeio]/i.test(word) ? 'n' : ''} ${word}`;
  });
}

/** Sentences of a topic in a seeded order, none twice. */
export function sentencesOf(topic: string, count: number, bank: ProseBank, random: SeededRandom): string[] {
  const sentences = random.shuffled(bank.topics[topic] ?? []).slice(0, count);
  return sentences.map((sentence) => capitalise(fillSlots(sentence, bank, random)));
}

/** Paragraphs of up to five sentences each. */
export function paragraphsOf(
  topics: readonly string[],
  count: number,
  bank: ProseBank,
  random: SeededRandom,
): string[] {
  const perTopic = Math.ceil((count * 5) / topics.length);
  const sentences = random.shuffled(topics.flatMap((topic) => sentencesOf(topic, perTopic, bank, random)));
  const size = Math.max(2, Math.ceil(sentences.length / count));
  const paragraphs: string[] = [];
  for (let start = 0; start < sentences.length; start += size) {
    paragraphs.push(sentences.slice(start, start + size).join(' '));
  }
  return paragraphs;
}

/** What stands before and after a link of this kind. */
export function linkSentence(kind: SampleAnchorKind, bank: ProseBank, random: SeededRandom): readonly [string, string] {
  return random.pick(bank.linkSentences[kind]);
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
