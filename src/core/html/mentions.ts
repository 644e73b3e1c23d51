import { stripWww } from '../url/host-name.ts';
import { textAround } from './text-around.ts';

/** A host or brand named in the page's text. */
export interface Mention {
  readonly kind: 'host' | 'brand';
  readonly word: string;
  readonly context: string;
}

/** The first place in the text that names each host or brand word; words inside longer words do not count. */
export function findMentions(text: string, hosts: readonly string[], brandWords: readonly string[]): Mention[] {
  const lower = text.toLowerCase();
  const wanted = [
    ...hosts.map((host) => ({ kind: 'host' as const, word: stripWww(host.toLowerCase()) })),
    ...brandWords.map((word) => ({ kind: 'brand' as const, word: word.trim().toLowerCase() })),
  ];
  const mentions: Mention[] = [];
  for (const { kind, word } of wanted) {
    const at = word === '' ? -1 : indexOfWord(lower, word, kind);
    if (at === -1) continue;
    const context = textAround(text, at, at + word.length);
    mentions.push({ kind, word, context });
  }
  return mentions;
}

function indexOfWord(text: string, word: string, kind: Mention['kind']): number {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = text.slice(Math.max(0, at - 1), at);
    const after = text.slice(at + word.length, at + word.length + 2);
    const startsWord = !/[\p{L}\p{N}]/u.test(before) && !(kind === 'host' && before === '-');
    const endsWord = !/^[\p{L}\p{N}]/u.test(after) && !(kind === 'host' && /^(?:-|\.[\p{L}\p{N}])/u.test(after));
    if (startsWord && endsWord) return at;
  }
  return -1;
}
