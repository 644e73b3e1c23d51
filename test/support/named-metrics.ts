import type { PreparedRecord } from '../../src/core/model/prepared-record.ts';

type Named<Whole> = Whole extends { readonly record: infer Told }
  ? Omit<Whole, 'record'> & { readonly record: Omit<Told, 'metrics'> & { readonly metrics: Record<string, unknown> } }
  : Whole;

/** A record whose metrics stand under their names. */
export type NamedRecord = Named<PreparedRecord>;

/** A record with its metrics under their names, those that are not told left out. */
export function withNamedMetrics(record: PreparedRecord, names: readonly string[]): NamedRecord {
  if (record.kind === 'rejected') return record;
  const told = record.record.metrics.flatMap((value, index) => (value === null ? [] : [[names[index], value]]));
  const metrics = Object.fromEntries(told) as Record<string, unknown>;
  if (record.kind === 'domain') return { ...record, record: { ...record.record, metrics } };
  return { ...record, record: { ...record.record, metrics } };
}
