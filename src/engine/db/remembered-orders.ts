import { versionOf } from './database-version.ts';
import type { ReadableDatabase } from './project-database.ts';

/**
 * Whole orders of ids for as long as nobody writes. A page far down an order, or of an order without an index, makes SQLite
 * step over or sort most of the table each time; once that has been paid as often as the whole order would cost, it is read
 * and kept (four bytes a row), and every further scroll position is a look-up. Kept for each connection and forgotten with it.
 */
interface Orders {
  readonly version: string;
  readonly byQuery: Map<string, Order>;
}

interface Order {
  /** Rows SQLite stepped over for this order so far. */
  visited: number;
  ids: Uint32Array | null;
}

/** One order of one filter. */
export interface OrderedIds {
  /** The same for the same filter and order, and for no other. */
  readonly key: string;
  readonly total: number;
  /** Rows that one page makes SQLite step over; what costs less for a row than the whole order does counts in part. */
  readonly visits: number;
  /** Reads a page of ids; a limit of -1 reads all. */
  readonly read: (limit: number, offset: number) => number[];
}

const KEPT_ORDERS = 4;
/** Smaller orders take no longer than one page. */
const WORTH_KEEPING = 1000;
const ordersOf = new WeakMap<ReadableDatabase, Orders>();

/** The ids of one page of an order. */
export function pageOfOrder(
  db: ReadableDatabase,
  { key, total, visits, read }: OrderedIds,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): number[] {
  if (limit < 0 || total < WORTH_KEEPING) return read(limit, offset);
  const order = orderOf(db, key);
  if (order.ids === null && order.visited < total) {
    order.visited += visits;
    return read(limit, offset);
  }
  order.ids ??= Uint32Array.from(read(-1, 0));
  return Array.from(order.ids.subarray(offset, offset + limit));
}

function orderOf(db: ReadableDatabase, key: string): Order {
  const version = versionOf(db);
  const known = ordersOf.get(db);
  const { byQuery } = known?.version === version ? known : { byQuery: new Map<string, Order>() };
  if (known?.version !== version) ordersOf.set(db, { version, byQuery });
  const order = byQuery.get(key) ?? { visited: 0, ids: null };
  byQuery.delete(key);
  byQuery.set(key, order);
  const [oldest] = byQuery.keys();
  if (byQuery.size > KEPT_ORDERS && oldest !== undefined) byQuery.delete(oldest);
  return order;
}
