import type { ExportFormat } from './export-format.ts';
import { AHREFS_BACKLINK_FORMATS } from './vendors/ahrefs-backlinks.ts';
import { AHREFS_LIST_FORMATS } from './vendors/ahrefs-lists.ts';
import { OTHER_TOOL_FORMATS } from './vendors/other-tools.ts';
import {
  DISAVOW_FILE,
  DOMAIN_LIST,
  GENERIC_DOMAINS,
  GENERIC_LINKS,
  NAMED_LIST_FORMATS,
  RANK_LIST,
  UNKNOWN_FILE,
  URL_LIST,
} from './vendors/plain-lists.ts';
import { SCREAMING_FROG_FORMATS } from './vendors/screaming-frog.ts';
import { SEARCH_CONSOLE_FORMATS } from './vendors/search-console.ts';
import { SEMRUSH_FORMATS } from './vendors/semrush.ts';
import { SMALLER_TOOL_FORMATS } from './vendors/smaller-tools.ts';

/** Formats told by their column names. Of equally near headers the earlier entry wins. */
export const NAMED_FORMATS: readonly ExportFormat[] = [
  ...SCREAMING_FROG_FORMATS,
  ...SEARCH_CONSOLE_FORMATS,
  ...AHREFS_BACKLINK_FORMATS,
  ...AHREFS_LIST_FORMATS,
  ...SEMRUSH_FORMATS,
  ...OTHER_TOOL_FORMATS,
  ...SMALLER_TOOL_FORMATS,
  ...NAMED_LIST_FORMATS,
];

/** Every format a file can be found or declared to be. */
export const EXPORT_FORMATS: readonly ExportFormat[] = [
  ...NAMED_FORMATS,
  URL_LIST,
  DOMAIN_LIST,
  GENERIC_LINKS,
  GENERIC_DOMAINS,
  DISAVOW_FILE,
  RANK_LIST,
  UNKNOWN_FILE,
];

/** The format with this id, or null. */
export function findFormat(id: string): ExportFormat | null {
  return EXPORT_FORMATS.find((format) => format.id === id) ?? null;
}
