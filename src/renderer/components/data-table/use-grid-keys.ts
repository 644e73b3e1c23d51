import type { KeyboardEvent } from 'react';
import type { DataColumn } from './data-column.ts';
import type { DataTableProps } from './data-table-props.ts';
import { MAX_SELECTED_ROWS, NO_SELECTION, selectRows, toggleRow } from './row-selection.ts';
import { printTabSeparated } from './tab-separated.ts';

/** Rows that are copied at most; a clipboard is no export. */
const MAX_COPIED_ROWS = 20_000;

export interface GridKeysInput<Row> extends DataTableProps<Row> {
  readonly total: number;
  /** Rows that Page Up and Page Down move by. */
  readonly pageSize: number;
  readonly showRow: (index: number) => void;
  readonly shownColumns: readonly DataColumn<Row>[];
}

export interface ClickKind {
  readonly toggles: boolean;
  readonly extends: boolean;
}

/** What keys and clicks do in a grid. */
export function useGridKeys<Row>(input: GridKeysInput<Row>) {
  const { source, grid, total, pageSize, rowId, showRow, onOpen, onLeave } = input;
  const fail = (error: unknown) => input.onError?.(error);

  function activate(index: number) {
    const bounded = Math.max(0, Math.min(total - 1, index));
    grid.setActive(bounded);
    showRow(bounded);
    return bounded;
  }

  function move(index: number, isRange: boolean) {
    if (total === 0) return;
    const from = grid.rangeStart ?? grid.active ?? 0;
    const to = activate(index);
    if (isRange) void selectRange(from, to).catch(fail);
  }

  async function selectRange(from: number, to: number) {
    if (rowId === undefined) return;
    const first = Math.min(from, to);
    const end = Math.max(from, to) + 1;
    if (end - first > MAX_SELECTED_ROWS)
      throw new Error(`At most ${MAX_SELECTED_ROWS} rows can be selected one by one.`);
    const atHand = Array.from({ length: end - first }, (_, offset) => source.rowAt(first + offset));
    const rows = atHand.includes(undefined) ? await source.fetchRows(first, end) : atHand;
    const pairs = rows.flatMap((row, offset) => (row === undefined ? [] : [[rowId(row), first + offset] as const]));
    grid.setSelection(selectRows(pairs), from);
  }

  function toggle(index: number) {
    const row = source.rowAt(index);
    if (row !== undefined && rowId !== undefined)
      grid.setSelection(toggleRow(grid.selection, rowId(row), index), index);
  }

  async function copy() {
    const rows = await rowsToCopy(input);
    if (rows.length === 0) return;
    const head = input.shownColumns.map((column) => column.title);
    const cells = rows.map((row) => input.shownColumns.map((column) => column.text(row)));
    await navigator.clipboard.writeText(printTabSeparated([head, ...cells]));
    input.onCopied?.(rows.length);
  }

  function escape() {
    if (grid.selection.kind !== 'none') grid.setSelection(NO_SELECTION, null);
    else onLeave?.();
  }

  function press(event: KeyboardEvent) {
    if (event.target !== event.currentTarget || event.altKey) return;
    const at = grid.active ?? -1;
    const isRange = event.shiftKey && rowId !== undefined;
    const run = keyAction(event, {
      down: () => move(at + 1, isRange),
      up: () => move(Math.max(0, at - 1), isRange),
      pageDown: () => move(Math.max(0, at) + pageSize, isRange),
      pageUp: () => move(at - pageSize, isRange),
      home: () => move(0, isRange),
      end: () => move(total - 1, isRange),
      toggle: () => toggle(at),
      open: () => onOpen?.(activate(at)),
      escape,
      all: () => (rowId === undefined ? undefined : grid.setSelection({ kind: 'all' }, null)),
      copy: () => void copy().catch(fail),
    });
    if (run === null) return;
    event.preventDefault();
    run();
  }

  function click(index: number, kind: ClickKind) {
    if (kind.extends && rowId !== undefined) return move(index, true);
    activate(index);
    if (kind.toggles) toggle(index);
    else if (grid.selection.kind !== 'none') grid.setSelection(NO_SELECTION, index);
    else grid.setSelection(NO_SELECTION, index);
    return undefined;
  }

  return { press, click } as const;
}

type GridMove = 'down' | 'up' | 'pageDown' | 'pageUp' | 'home' | 'end' | 'toggle' | 'open' | 'escape' | 'all' | 'copy';

const PLAIN_KEYS: Readonly<Record<string, GridMove>> = {
  ArrowDown: 'down',
  ArrowUp: 'up',
  PageDown: 'pageDown',
  PageUp: 'pageUp',
  Home: 'home',
  End: 'end',
  ' ': 'toggle',
  Enter: 'open',
  Escape: 'escape',
};
const MOD_KEYS: Readonly<Record<string, GridMove>> = { a: 'all', c: 'copy', Home: 'home', End: 'end' };

function keyAction(event: KeyboardEvent, moves: Readonly<Record<GridMove, () => void>>): (() => void) | null {
  const name = event.ctrlKey || event.metaKey ? MOD_KEYS[event.key] : PLAIN_KEYS[event.key];
  if (name === 'copy' && window.getSelection()?.isCollapsed === false) return null;
  return name === undefined ? null : moves[name];
}

async function rowsToCopy<Row>({ source, grid, rowId, total }: GridKeysInput<Row>): Promise<readonly Row[]> {
  const { selection } = grid;
  if (selection.kind === 'all') return source.fetchRows(0, Math.min(total, MAX_COPIED_ROWS));
  if (selection.kind === 'none' || rowId === undefined) {
    const row = grid.active === null ? undefined : source.rowAt(grid.active);
    return row === undefined ? [] : [row];
  }
  const indexes = [...selection.rows.values()].sort((a, b) => a - b);
  const first = indexes[0] ?? 0;
  const end = Math.min((indexes.at(-1) ?? first) + 1, first + MAX_COPIED_ROWS);
  const rows = await source.fetchRows(first, end);
  return rows.filter((row) => selection.rows.has(rowId(row)));
}
