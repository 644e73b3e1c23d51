import type { Vendor } from '../model/vendor.ts';
import type { ColumnRole } from './column-role.ts';

/** Names of the columns that play a role, as the vendor writes them; the first that is there and filled is used. */
export type RoleNames = Readonly<Partial<Record<ColumnRole, string | readonly string[]>>>;

/**
 * One kind of file that Anchorage knows: how to tell it by its column names and what its columns mean. Adding a format is
 * one entry in the table of its vendor and one fixture.
 */
export interface ExportFormat {
  /** Stable name in kebab-case, stored in project files. */
  readonly id: string;
  readonly vendor: Vendor;
  /** For people: "Ahrefs backlinks, 2026". */
  readonly title: string;
  /** What a row is. A `refused` format is recognised so that the reason can be given. */
  readonly kind: 'links' | 'domains' | 'refused';
  /** Column names in the vendor's order and spelling. Empty for formats known by their values alone. */
  readonly header: readonly string[];
  /** The same header in other languages, windows or versions of the vendor's interface. */
  readonly translations?: readonly (readonly string[])[];
  /** Names without which a file is not this format, however many others match. */
  readonly required: readonly string[];
  /**
   * Sets of names of which any one tells the format, whatever the other columns are but targets and anchors; the header then only lists
   * known names.
   */
  readonly signs?: readonly (readonly string[])[];
  /** Names that are often missing and whose absence says nothing. */
  readonly optional?: readonly string[];
  /**
   * Where the names are few or common, only the whole header tells the format: with nothing beside it, or at most with columns
   * nobody has a name for, which are somebody's notes.
   */
  readonly wholeHeader?: 'alone' | 'or-notes';
  /** True where the file's other columns say nothing against the format: the user chose them, or they bear names of sites. */
  readonly openHeader?: boolean;
  /** How well the header itself is known, 0 to 1; left out where it was read off real files or several independent readers. */
  readonly certainty?: number;
  readonly roles: RoleNames;
  /** Columns kept as vendor metrics under these names. */
  readonly metrics?: readonly string[];
  /** How yes and no are written: words, or a cell that is filled or empty. */
  readonly flags?: 'words' | 'filled';
  /** Words of the `resource` column that are hyperlinks; rows with others are no links. */
  readonly hyperlinks?: readonly string[];
  /** The column an unquoted comma spills out of, so that longer rows can be put together again. */
  readonly spills?: ColumnRole;
  /** For refused formats: what the file is and what to do instead. */
  readonly refusal?: string;
}
