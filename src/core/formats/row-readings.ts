import type { ColumnKind } from './column-kinds.ts';
import type { Quote } from './quoted-reader.ts';
import { type BareCell, isFilled, readBareCell } from './read-bare-cell.ts';

/** A line to be read against the columns of its table. */
export interface ShiftedLine {
  readonly raw: string;
  readonly delimiter: string;
  readonly quote: Quote;
  readonly kinds: readonly ColumnKind[];
  /** Empty cells at the end may be left out. */
  readonly mayEndEarly: boolean;
  /** Faults a reading may assume at most. */
  readonly mostFaults: number;
}

/** What the likeliest readings of a line say of each column: its cell, or null where they disagree. */
export type AgreedCells = readonly (string | null)[];

/** Lines beyond these bounds would take too long to try. */
const MAX_CHARS = 10_000;
const MAX_PIECES = 300;
const MAX_TRIED_PIECES = 20_000;

/**
 * Reads a line in every way in which its cells fit their columns, where each separator may be one or stand inside a cell, one separator
 * may be missing, and quotes may be amiss; the readings with the fewest such faults count. Null where there is none.
 *
 * The readings are the ways through a graph from the first piece and column to the last, so that their number does not matter: a step
 * belongs to a likeliest reading where the fewest faults before it, in it and behind it make up the fewest of all.
 */
export function agreedReading(line: ShiftedLine): AgreedCells | null {
  const pieces = line.raw.length > MAX_CHARS ? [] : line.raw.split(line.delimiter, MAX_PIECES + 1);
  if (pieces.length === 0 || pieces.length > MAX_PIECES) return null;
  const walked = walk(line, pieces);
  if (walked === null) return null;
  const { steps, faultsTo } = walked;
  const faultsFrom = faultsToEnd(line, pieces, steps);
  const fewest = faultsFrom.get(keyOf(START));
  if (fewest === undefined) return null;
  const found: (string | null | undefined)[] = line.kinds.map(() => undefined);
  for (const { from, to, faults, cells } of steps) {
    const behind = faultsFrom.get(keyOf(to));
    if (behind === undefined || (faultsTo.get(keyOf(from)) ?? 0) + faults + behind !== fewest) continue;
    const leftOut = to.piece === pieces.length ? line.kinds.slice(to.column).map(() => '') : [];
    for (const [index, cell] of [...cells, ...leftOut].entries()) {
      const known = found[from.column + index];
      found[from.column + index] = known === undefined || known === cell ? cell : null;
    }
  }
  return found.map((cell) => cell ?? null);
}

/** Before a piece and a column; whether a missing separator was assumed so far. */
interface Place {
  readonly column: number;
  readonly piece: number;
  readonly isSplit: boolean;
}

/** One column that takes some pieces, or two with a missing separator between them. */
interface Step {
  readonly from: Place;
  readonly to: Place;
  readonly faults: number;
  /** Null for a cell of which it cannot be told where it ends. */
  readonly cells: readonly (string | null)[];
}

const START: Place = { column: 0, piece: 0, isSplit: false };

function keyOf({ column, piece, isSplit }: Place): number {
  return (column * (MAX_PIECES + 1) + piece) * 2 + (isSplit ? 1 : 0);
}

/** The fewest faults from each place to an end of the line; places that lead to none are not listed. */
function faultsToEnd(
  { kinds, mayEndEarly }: ShiftedLine,
  pieces: readonly string[],
  steps: readonly Step[],
): Map<number, number> {
  const faults = new Map<number, number>();
  const firstEnd = mayEndEarly ? kinds.findLastIndex((kind) => !kind.mayBeEmpty) + 1 : kinds.length;
  for (const step of steps.toReversed()) {
    const isEnd = step.to.piece === pieces.length && step.to.column >= firstEnd;
    if (isEnd) faults.set(keyOf(step.to), 0);
    const behind = faults.get(keyOf(step.to));
    if (behind === undefined) continue;
    const key = keyOf(step.from);
    faults.set(key, Math.min(step.faults + behind, faults.get(key) ?? Number.POSITIVE_INFINITY));
  }
  return faults;
}

/** Every step from a place that can be reached, column by column, and the fewest faults on the way to each place; null where there is too much to try. */
function walk(line: ShiftedLine, pieces: readonly string[]): { steps: Step[]; faultsTo: Map<number, number> } | null {
  const steps: Step[] = [];
  const faultsTo = new Map([[keyOf(START), 0]]);
  const reached: Map<number, Place>[] = line.kinds.map(() => new Map());
  reached[0]?.set(keyOf(START), START);
  const lastQuoted = pieces.findLastIndex((piece) => piece.includes(line.quote));
  const isHopeless = ({ column, piece, isSplit }: Place, faultsLeft: number): boolean => {
    const surplus = pieces.length - piece - (line.kinds.length - column);
    if (surplus > faultsLeft && piece > lastQuoted) return true;
    return !line.mayEndEarly && surplus < (isSplit || faultsLeft === 0 ? 0 : -1);
  };
  const tried: Trial = {
    line,
    pieces,
    firstSplit: lastQuoted === -1 ? firstSplitPiece(line, pieces) : 0,
    left: MAX_TRIED_PIECES,
  };
  for (const places of reached) {
    for (const from of places.values()) {
      const before = faultsTo.get(keyOf(from)) ?? 0;
      for (const step of stepsFrom(tried, from, line.mostFaults - before)) {
        const faults = before + step.faults;
        if (isHopeless(step.to, line.mostFaults - faults)) continue;
        steps.push(step);
        const key = keyOf(step.to);
        faultsTo.set(key, Math.min(faults, faultsTo.get(key) ?? Number.POSITIVE_INFINITY));
        reached[step.to.column]?.set(key, step.to);
      }
    }
  }
  return tried.left > 0 ? { steps, faultsTo } : null;
}

/** A line while it is tried. */
interface Trial {
  readonly line: ShiftedLine;
  readonly pieces: readonly string[];
  /** The first piece that a separator may be missing in. */
  readonly firstSplit: number;
  /** How many pieces may still be put together. */
  left: number;
}

function tryCell(trial: Trial, pieces: readonly string[]): BareCell {
  trial.left -= pieces.length;
  return readBareCell(pieces, trial.line);
}

/** Without quotes and other faults, all pieces behind a missing separator are those of the next column; with others, none is told. */
function firstSplitPiece({ kinds, mostFaults }: ShiftedLine, pieces: readonly string[]): number {
  if (mostFaults > 1 || pieces.length > kinds.length) return pieces.length;
  return pieces.findLastIndex((piece, index) => kinds[index + 1]?.fits(piece) !== true);
}

function* stepsFrom(trial: Trial, from: Place, faultsLeft: number): Generator<Step> {
  const { line, pieces, firstSplit } = trial;
  const kind = line.kinds[from.column];
  const next = line.kinds[from.column + 1];
  if (kind === undefined) return;
  const maySplit = next !== undefined && !from.isSplit && faultsLeft > 0 && from.piece >= firstSplit;
  let hasQuote = false;
  for (let end = from.piece + 1; end <= pieces.length && trial.left > 0; end += 1) {
    const last = pieces[end - 1] ?? '';
    hasQuote ||= last.includes(line.quote);
    const taken = pieces.slice(from.piece, end);
    const { cell, faults } = tryCell(trial, taken);
    if (faults <= faultsLeft && kind.fits(cell)) {
      const mayBeNote = next === undefined && taken.filter(isFilled).slice(1).some(startsAnew);
      const cells = [faults > 0 && mayBeNote ? null : cell];
      yield { from, to: { ...from, column: from.column + 1, piece: end }, faults, cells };
    }
    if (maySplit) yield* splitSteps(trial, from, end);
    if (!hasQuote && end - from.piece > faultsLeft) return;
  }
}

/** What follows the last column may be a note of somebody's, unless a blank shows that a text goes on. */
function startsAnew(piece: string): boolean {
  return !piece.startsWith(' ');
}

/** The missing separator is in the last of the pieces up to `end`; quotes may join the pieces behind it. */
function* splitSteps(trial: Trial, from: Place, end: number): Generator<Step> {
  const { line, pieces } = trial;
  const [kind, next] = line.kinds.slice(from.column, from.column + 2);
  if (kind === undefined || next === undefined) return;
  const last = pieces[end - 1] ?? '';
  const before = pieces.slice(from.piece, end - 1);
  for (const at of splitPlaces(last, line.quote)) {
    const left = tryCell(trial, [...before, last.slice(0, at)]);
    if (left.faults > 0 || !kind.fits(left.cell)) continue;
    const rest = last.slice(at);
    const stop = rest.trimStart().startsWith(line.quote) ? pieces.length : end;
    for (let piece = end; piece <= stop && trial.left > 0; piece += 1) {
      const right = tryCell(trial, [rest, ...pieces.slice(end, piece)]);
      if (right.faults > 0 || !next.fits(right.cell)) continue;
      const isAnywhere = kind.name === 'number' && next.name === 'number' && left.cell !== '' && right.cell !== '';
      const cells = isAnywhere ? [null, null] : [left.cell, right.cell];
      yield { from, to: { column: from.column + 2, piece, isSplit: true }, faults: 1, cells };
    }
  }
}

/** Next to quotes where there are some, else anywhere. */
function splitPlaces(piece: string, quote: Quote): number[] {
  const places = Array.from({ length: piece.length + 1 }, (_, at) => at);
  return piece.includes(quote) ? places.filter((at) => piece[at] === quote || piece[at - 1] === quote) : places;
}
