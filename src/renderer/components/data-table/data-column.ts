import type { ReactNode } from 'react';

/** One column of a table. */
export interface DataColumn<Row> {
  /** Stable name, kept in saved views and column layouts; also the sort key unless `sortKey` says otherwise. */
  readonly id: string;
  readonly title: string;
  /** Pixels. */
  readonly width: number;
  readonly minWidth?: number;
  /** Takes a share of the room that is left, as long as nobody has set its width. */
  readonly grow?: number;
  /** Numbers stand at the end. */
  readonly align?: 'end';
  /** The engine's name for ordering by this column; null where it cannot. */
  readonly sortKey?: string | null;
  /** The first click sorts from high to low. */
  readonly descFirst?: boolean;
  /** Not shown until chosen. */
  readonly isHidden?: boolean;
  /** Explains the column, on its head. */
  readonly help?: string;
  readonly cell: (row: Row) => ReactNode;
  /** The cell as plain text, for copying. */
  readonly text: (row: Row) => string;
}
