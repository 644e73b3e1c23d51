import { isAbsoluteUrl, isAddress, isBareHost, isWrittenDate } from './column-profile.ts';
import { readFlag } from './read-flag.ts';
import { readNumber } from './read-number.ts';

/** What the cells of one column are like, learnt from rows that are whole, to tell where a cell of a shifted row belongs. */
export interface ColumnKind {
  readonly name: 'address' | 'host' | 'date' | 'flag' | 'number' | 'words' | 'shape' | 'text';
  /** True where empty cells are usual. */
  readonly mayBeEmpty: boolean;
  /** True for a cell such as the column has; strict, because a cell that is taken for one must be one. */
  fits(cell: string): boolean;
  /** True for a cell that cannot belong here, be it as new as it may: a word among dates, an address among words, nothing where all are filled. */
  contradicts(cell: string): boolean;
}

/** Nearly all: real columns hold the odd broken cell. */
const NEARLY_ALL = 0.95;
/** Fewer filled cells tell nothing. */
const FEWEST_CELLS = 5;
/** What occurs once may be part of a broken row. */
const OFTEN = 2;
const OFTEN_SHARE = 0.02;
const EMPTY_SHARE = 0.01;
const MOST_WORDS = 20;
/** Cells of a few words repeat at least so often on average. */
const REPEATED = 5;
const MOST_SHAPES = 4;
const SHAPED_CHARS = 32;

/**
 * The kinds of a table's columns.
 *
 * @param rows rows that have a cell for each column.
 * @param freeTexts columns in which any text may stand, however few are seen.
 */
export function learnColumnKinds(
  rows: readonly (readonly string[])[],
  width: number,
  freeTexts: ReadonlySet<number> = new Set(),
): ColumnKind[] {
  return Array.from({ length: width }, (_, position) => {
    const cells = rows.map((row) => row[position] ?? '');
    const filled = cells.filter((cell) => cell.trim() !== '');
    const texts = filled.map((cell) => cell.trim());
    return kindOf(freeTexts.has(position) ? textRule(texts) : ruleOf(texts), filled, cells.length - filled.length);
  });
}

function kindOf({ name, test }: Rule, cells: readonly string[], empty: number): ColumnKind {
  const mayBeEmpty = empty >= Math.max(OFTEN, (cells.length + empty) * EMPTY_SHARE);
  const texts = cells.map((cell) => cell.trim());
  const isAlike = likenessTest(name, texts);
  const often = Math.max(OFTEN, cells.length * OFTEN_SHARE);
  const usual = new Set([...countOf(cells)].flatMap(([cell, count]) => (count >= often ? [cell] : [])));
  const mayStartBlank = cells.some(startsBlank);
  const isPlain = name === 'address' || name === 'host' || name === 'date';
  const holdsAddresses = texts.some(isAbsoluteUrl);
  return {
    name,
    mayBeEmpty,
    fits(cell) {
      if (usual.has(cell)) return true;
      const text = cell.trim();
      if (text === '') return mayBeEmpty;
      return (mayStartBlank || !startsBlank(cell)) && test(text) && isAlike(text);
    },
    contradicts(cell) {
      const text = cell.trim();
      if (text === '') return empty === 0;
      if (usual.has(cell)) return false;
      return isPlain ? !test(text) : !holdsAddresses && isAbsoluteUrl(text);
    },
  };
}

/** What a cell must have in common with those seen beside being of their kind: the pattern of a date, the spelling of a flag. */
function likenessTest(name: ColumnKind['name'], cells: readonly string[]): (cell: string) => boolean {
  const anything = (): boolean => true;
  if (name === 'date') return shapeTest(cells, MOST_SHAPES) ?? anything;
  if (name !== 'flag') return anything;
  const words = new Set(cells.map(wordOf));
  return (cell) => words.has(wordOf(cell));
}

interface Rule {
  readonly name: ColumnKind['name'];
  readonly test: (cell: string) => boolean;
}

const RULES: readonly Rule[] = [
  { name: 'address', test: isWholeUrl },
  { name: 'host', test: isBareHost },
  { name: 'address', test: (cell) => !/\s/.test(cell) && isAddress(cell) },
  { name: 'date', test: isWrittenDate },
  { name: 'flag', test: (cell) => readFlag(cell) !== null },
  { name: 'number', test: (cell) => readNumber(cell, 'point') !== null || readNumber(cell, 'comma') !== null },
];

/** The narrowest rule that nearly all cells of a column keep. */
function ruleOf(cells: readonly string[]): Rule {
  if (cells.length < FEWEST_CELLS) return { name: 'words', test: () => false };
  const known = RULES.find(({ test }) => cells.filter(test).length >= cells.length * NEARLY_ALL);
  return known ?? wordsRule(cells) ?? shapeRule(cells) ?? textRule(cells);
}

/** A few words that come up again and again. */
function wordsRule(cells: readonly string[]): Rule | null {
  const counts = [...countOf(cells.map(wordOf))].filter(([, count]) => count >= OFTEN);
  const covered = counts.reduce((sum, [, count]) => sum + count, 0);
  if (counts.length > Math.min(MOST_WORDS, cells.length / REPEATED) || covered < cells.length * NEARLY_ALL) return null;
  const words = new Set(counts.map(([word]) => word));
  return { name: 'words', test: (cell) => words.has(wordOf(cell)) };
}

/** Codes, times and prices: short cells with digits in a few patterns. */
function shapeRule(cells: readonly string[]): Rule | null {
  const isOfShape = shapeTest(cells, 1);
  return isOfShape === null ? null : { name: 'shape', test: isOfShape };
}

/**
 * Tests for the few patterns that nearly all cells have, null where there are many. The numbers of digits count where all cells keep to
 * as few of them as are given: a counter would have another one soon.
 */
function shapeTest(cells: readonly string[], mostExact: number): ((cell: string) => boolean) | null {
  const exact = new Set(cells.map(exactShape));
  if (exact.size <= mostExact && !exact.has(null)) return (cell) => exact.has(exactShape(cell));
  const shapes = countOf(cells.flatMap((cell) => looseShape(cell) ?? []));
  const most = [...shapes].sort((one, other) => other[1] - one[1]).slice(0, MOST_SHAPES);
  if (most.reduce((sum, [, count]) => sum + count, 0) < cells.length * NEARLY_ALL) return null;
  const known = new Set(most.map(([shape]) => shape));
  return (cell) => known.has(looseShape(cell) ?? '');
}

/** The pattern of a short cell with digits, as in `a-0000` for `BH-9827`; null for texts. */
function exactShape(cell: string): string | null {
  if (cell.length > SHAPED_CHARS || !/\d/.test(cell)) return null;
  return cell.replace(/\d/g, '0').replace(/\p{L}+/gu, 'a');
}

/** The same whatever the number of digits: `a-0`. */
function looseShape(cell: string): string | null {
  return exactShape(cell)?.replace(/0+/g, '0') ?? null;
}

/** What stands in columns of texts only where it has been seen there more than once in a while: an address, a date, a yes or no, a cell without letters. */
const OTHER_THAN_TEXT: readonly ((cell: string) => boolean)[] = [
  isAbsoluteUrl,
  isWrittenDate,
  (cell) => readFlag(cell) !== null,
  (cell) => !/\p{L}/u.test(cell),
];

function textRule(cells: readonly string[]): Rule {
  const fewest = Math.max(OFTEN, cells.length * OFTEN_SHARE);
  const unseen = OTHER_THAN_TEXT.filter((test) => cells.filter(test).length < fewest);
  return { name: 'text', test: (cell) => !unseen.some((test) => test(cell)) };
}

/** One address, without blanks, and not two that a delimiter still keeps apart. */
function isWholeUrl(cell: string): boolean {
  return /^https?:\/\/[^\s"/?#.]+\.[^\s"]+$/i.test(cell) && !/[,;|^~]https?:\/\//i.test(cell);
}

function startsBlank(cell: string): boolean {
  return cell.startsWith(' ');
}

function wordOf(cell: string): string {
  return cell.toLowerCase();
}

function countOf(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return counts;
}
