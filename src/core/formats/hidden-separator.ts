import type { ColumnKind } from './column-kinds.ts';

const BEFORE_A_CUT: ReadonlySet<ColumnKind['name']> = new Set(['flag', 'words', 'date']);
const BEHIND_A_CUT: ReadonlySet<ColumnKind['name']> = new Set([...BEFORE_A_CUT, 'shape', 'address']);

/**
 * True where a short row that fits as it is would fit as well with a separator put into one of its cells, between two that no text is
 * mistaken for: `best rosesfalse` before a column of flags, when all cells behind it fit one column on.
 */
export function mayHideSeparator(fields: readonly string[], kinds: readonly ColumnKind[]): boolean {
  if (!kinds.slice(fields.length + 1).every(({ mayBeEmpty }) => mayBeEmpty)) return false;
  for (let column = fields.length - 1; column >= 0; column -= 1) {
    if (isTwoCells(fields[column] ?? '', kinds[column], kinds[column + 1])) return true;
    if (kinds[column + 1]?.fits(fields[column] ?? '') !== true) return false;
  }
  return false;
}

function isTwoCells(cell: string, kind: ColumnKind | undefined, next: ColumnKind | undefined): boolean {
  if (kind === undefined || next === undefined || !isTelling(kind, next)) return false;
  for (let at = 1; at < cell.length; at += 1) {
    const [left, right] = [cell.slice(0, at), cell.slice(at)];
    if (left.trim() !== '' && right.trim() !== '' && next.fits(right) && kind.fits(left)) return true;
  }
  return false;
}

/** Texts, addresses and numbers can be cut anywhere; a flag, a word, a date or the beginning of an address is not there by chance. */
function isTelling(kind: ColumnKind, next: ColumnKind): boolean {
  return BEFORE_A_CUT.has(kind.name) || BEHIND_A_CUT.has(next.name);
}
