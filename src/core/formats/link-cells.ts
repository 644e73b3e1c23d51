import type { LinkRecord } from '../model/export-record.ts';
import { parseRel, QUALIFYING_RELS } from '../model/rel.ts';
import { type CellReaders, NOTHING } from './cell-readers.ts';
import type { Detection } from './detection.ts';
import { readFollow } from './read-flag.ts';

/** Rel as told by the attribute, by one flag per value, or by a word; null where no column tells. */
export function relReader(cells: CellReaders): (fields: readonly string[]) => readonly string[] | null {
  const roles = ['rel', 'nofollow', 'ugc', 'sponsored', 'dofollow'] as const;
  if (!roles.some((role) => cells.has(role))) return NOTHING;
  const attribute = cells.text('rel');
  const follow = cells.text('dofollow');
  const flags = QUALIFYING_RELS.map((value) => ({ value, flag: cells.flag(value), word: cells.text(value) }));
  const hasAttribute = cells.has('rel');
  return (fields) => {
    const found = new Set<string>();
    let told = hasAttribute;
    for (const token of parseRel(attribute(fields) ?? '')) {
      if (QUALIFYING_RELS.some((value) => value === token)) found.add(token);
    }
    for (const { value, flag, word } of flags) {
      const set = flag(fields) ?? readRelWord(word(fields), value);
      if (set !== null) told = true;
      if (set === true) found.add(value);
    }
    const followed = readFollow(follow(fields) ?? '');
    if (followed !== null) told = true;
    if (followed === false && found.size === 0) found.add('nofollow');
    return told ? QUALIFYING_RELS.filter((value) => found.has(value)) : null;
  };
}

/** A column named for a rel value that holds words: `nofollow` or `dofollow`, `ugc` or nothing. */
function readRelWord(text: string | null, value: string): boolean | null {
  if (text === null) return null;
  return text.toLowerCase().includes(value) ? true : readFollow(text) === true ? false : null;
}

const LINK_TYPE_WORDS: readonly (readonly [RegExp, NonNullable<LinkRecord['linkType']>])[] = [
  [/image|img|bild/, 'image'],
  [/frame/, 'frame'],
  [/form/, 'form'],
  [/redirect|\b30[12378]\b|canonical/, 'redirect'],
  [/mention/, 'mention'],
  [/text|anchor|href/, 'text'],
];

/** What carries the link, as told by one flag per kind or by a word. */
export function linkTypeReader(cells: CellReaders): (fields: readonly string[]) => LinkRecord['linkType'] {
  const word = cells.text('linkType');
  const flags = (['redirect', 'mention', 'image', 'frame', 'form', 'text'] as const)
    .filter((type) => cells.has(`${type}Flag`))
    .map((type) => ({ type, flag: cells.flag(`${type}Flag`) }));
  return (fields) => {
    for (const { type, flag } of flags) {
      if (flag(fields) === true) return type;
    }
    const text = word(fields)?.toLowerCase();
    if (text === undefined) return null;
    if (text === 'text' || text === 'image') return text;
    return LINK_TYPE_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
  };
}

/** The vendor's word for the loss; where it only ticks a box, the name of the box. */
export function lostReasonReader(
  detection: Detection,
  cells: CellReaders,
): (fields: readonly string[]) => string | null {
  const reason = cells.text('lostReason');
  const flag = cells.flag('lostFlag');
  const position = detection.columns.lostFlag?.[0];
  const flagName = position === undefined ? '' : (detection.header[position] ?? '').trim().toLowerCase();
  return (fields) => reason(fields) ?? (flag(fields) === true ? flagName : null);
}
