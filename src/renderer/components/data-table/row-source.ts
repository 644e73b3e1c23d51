/** Where a table's rows come from: any number of them, of which only those near the viewport are at hand. */
export interface RowSource<Row> {
  /** Rows of the answer that is shown; null before the first one. */
  readonly total: number | null;
  /** Names what is shown: the filter and the order. Changes when other rows are shown. */
  readonly question: string;
  /** True while the answer to a newer question is awaited and the rows shown are those of the one before. */
  readonly isBehind: boolean;
  /** Why there is nothing new to show; null when all is well. */
  readonly error: unknown;
  /** The row at an index, or undefined until it is there. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Says which rows are about to be seen. */
  readonly show: (first: number, end: number) => void;
  /** Rows for copying and range selection, whether at hand or not. */
  readonly fetchRows: (first: number, end: number) => Promise<readonly Row[]>;
  readonly retry: () => void;
}

/** A source of rows that are all at hand. */
export function rowsAtHand<Row>(rows: readonly Row[], question = 'rows'): RowSource<Row> {
  return {
    total: rows.length,
    question,
    isBehind: false,
    error: null,
    rowAt: (index) => rows[index],
    show: () => undefined,
    fetchRows: (first, end) => Promise.resolve(rows.slice(first, end)),
    retry: () => undefined,
  };
}
