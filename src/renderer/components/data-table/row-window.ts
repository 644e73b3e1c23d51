/**
 * Which rows of a long list stand in the viewport, and where. Rows have one height, so this is arithmetic. A browser cannot
 * lay out more than 33,554,428 px, so longer lists get a shorter scroll track on which each pixel stands for several.
 */
export const MAX_CONTENT_PX = 30_000_000;

export interface RowGeometry {
  readonly rowCount: number;
  /** Pixels. */
  readonly rowHeight: number;
  /** Height of the part of the list that can be seen, in pixels. */
  readonly viewportHeight: number;
}

export interface RowWindow {
  /** Index of the first row to draw. */
  readonly first: number;
  /** One behind the last row to draw. */
  readonly end: number;
}

/** Height of the scrolled content: the height of all rows, or the most a browser can lay out. */
export function contentHeight({ rowCount, rowHeight }: RowGeometry): number {
  return Math.min(rowCount * rowHeight, MAX_CONTENT_PX);
}

/** Largest offset into the list, in pixels of rows. */
export function maxOffset({ rowCount, rowHeight, viewportHeight }: RowGeometry): number {
  return Math.max(0, rowCount * rowHeight - viewportHeight);
}

/** Pixels of rows that one pixel of the scroll track stands for; 1 for lists that fit. */
export function scrollScale(geometry: RowGeometry): number {
  const track = contentHeight(geometry) - geometry.viewportHeight;
  return track <= 0 ? 1 : Math.max(1, maxOffset(geometry) / track);
}

/** The rows to draw at an offset, with `overscan` rows before and behind. */
export function rowWindow(geometry: RowGeometry, offset: number, overscan: number): RowWindow {
  const { rowCount, rowHeight, viewportHeight } = geometry;
  const first = Math.floor(offset / rowHeight) - overscan;
  const end = Math.ceil((offset + viewportHeight) / rowHeight) + overscan;
  return { first: Math.max(0, Math.min(first, rowCount)), end: Math.max(0, Math.min(end, rowCount)) };
}

/** The offset nearest to `offset` at which the whole row is in the viewport. */
export function offsetShowing(geometry: RowGeometry, offset: number, index: number): number {
  const { rowHeight, viewportHeight } = geometry;
  const top = index * rowHeight;
  const lowest = top + rowHeight - viewportHeight;
  const wanted = offset > top ? top : offset < lowest ? lowest : offset;
  return Math.min(maxOffset(geometry), Math.max(0, wanted));
}
