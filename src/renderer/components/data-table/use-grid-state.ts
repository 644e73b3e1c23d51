import { useCallback, useMemo, useState } from 'react';
import { NO_SELECTION, type RowSelection } from './row-selection.ts';
import type { RowSource } from './row-source.ts';

/** What a person has their eye on in a table: the active row and the selection. Both start over with other rows. */
export interface GridState<Row> {
  /** Index of the active row; null before the first touch. */
  readonly active: number | null;
  /** The active row as it was last seen; it stays while it is scrolled out of what is at hand. */
  readonly activeRow: Row | undefined;
  readonly selection: RowSelection;
  /** Where a range selection began. */
  readonly rangeStart: number | null;
  readonly setActive: (index: number | null) => void;
  readonly setSelection: (selection: RowSelection, rangeStart?: number | null) => void;
}

interface Held<Row> {
  readonly question: string;
  readonly active: number | null;
  readonly seen: { readonly index: number; readonly row: Row } | null;
  readonly selection: RowSelection;
  readonly rangeStart: number | null;
}

export function useGridState<Row>(source: RowSource<Row>): GridState<Row> {
  const { question } = source;
  const [held, setHeld] = useState<Held<Row>>(() => startOver(question));
  const isCurrent = held.question === question;
  if (!isCurrent) setHeld(startOver(question));
  const { active, selection, rangeStart, seen } = isCurrent ? held : startOver<Row>(question);

  const row = active === null ? undefined : source.rowAt(active);
  if (active !== null && row !== undefined && (seen?.row !== row || seen.index !== active)) {
    setHeld((before) => ({ ...before, seen: { index: active, row } }));
  }
  const activeRow = row ?? (seen?.index === active ? seen.row : undefined);

  const setActive = useCallback((index: number | null) => setHeld((before) => ({ ...before, active: index })), []);
  const setSelection = useCallback((next: RowSelection, start?: number | null) => {
    setHeld((before) => ({ ...before, selection: next, rangeStart: start === undefined ? before.rangeStart : start }));
  }, []);

  return useMemo(
    () => ({ active, activeRow, selection, rangeStart, setActive, setSelection }),
    [active, activeRow, selection, rangeStart, setActive, setSelection],
  );
}

function startOver<Row>(question: string): Held<Row> {
  return { question, active: null, seen: null, selection: NO_SELECTION, rangeStart: null };
}
