import { AppError } from '../contract/app-error.ts';
import type { RowFormat } from './print-rows.ts';

/** The options every command that lists rows takes. */
export interface RowOptions {
  readonly limit?: number;
  readonly format?: RowFormat;
  readonly output?: string;
  readonly json?: boolean;
}

const TERMINAL_ROWS = 100;
/** No limit, in SQLite's words. */
export const ALL_ROWS = -1;

/** How to print, by the options and the ending of the output, and how many rows. Throws `wrong-use` for a limit that is none. */
export function rowOptions(options: RowOptions): { readonly format: RowFormat; readonly limit: number } {
  const format = formatOf(options);
  const { limit } = options;
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit >= 1)) {
    throw new AppError('wrong-use', '--limit takes a whole number from 1, such as --limit 50.', { limit });
  }
  return { format, limit: limit ?? (format === 'table' ? TERMINAL_ROWS : ALL_ROWS) };
}

function formatOf({ format, json, output }: RowOptions): RowFormat {
  if (json === true) return 'json';
  if (format !== undefined) return format;
  const ending = /\.(json|csv|xlsx)$/i.exec(output ?? '')?.[1]?.toLowerCase();
  return (ending as RowFormat | undefined) ?? 'table';
}
