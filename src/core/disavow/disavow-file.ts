import type { UrlIdentity } from '../url/url-identity.ts';

/** How the bytes of a file became text. `windows-1252` is what remains when the bytes are neither UTF-8 nor UTF-16. */
export type FileEncoding =
  | 'utf-8'
  | 'utf-8-bom'
  | 'utf-16le'
  | 'utf-16be'
  | 'utf-16le-unmarked'
  | 'utf-16be-unmarked'
  | 'windows-1252';

/** The characters that ended a line; '' only on a last line without one. */
export type LineEnd = '\n' | '\r\n' | '\r' | '';

/** A disavow file as read: every character of every line is kept, so that an unchanged file prints byte for byte. */
export interface DisavowFile {
  readonly encoding: FileEncoding;
  readonly lines: readonly DisavowLine[];
  /** Size of the bytes that were read. */
  readonly sizeBytes: number;
  /** The last byte of a UTF-16 file that broke off within a character, else null. */
  readonly strayByte: number | null;
}

interface RawLine {
  /** The line as read, without its end. */
  readonly raw: string;
  readonly end: LineEnd;
}

interface EntryParts {
  /** The host or URL as written, without directive, blanks and trailing text. */
  readonly written: string;
  /** Index of `written` in the raw line. */
  readonly start: number;
  /** What stands behind the entry, trimmed: '' or a comment the format does not define. */
  readonly trailing: string;
  /** What keeps the line from being a documented entry though its meaning is plain. */
  readonly faults: readonly EntryFault[];
}

/** Something in an entry line that Google's format does not allow and that can be repaired without guessing. */
export interface EntryFault {
  readonly kind: EntryFaultKind;
  /** Index in the raw line. */
  readonly index: number;
}

/** The faults of entries: the first two are E6, the others E5. */
export type EntryFaultKind =
  | 'directive'
  | 'blank-after-colon'
  | 'invisible'
  | 'scheme'
  | 'user'
  | 'port'
  | 'path'
  | 'query'
  | 'leading-dot'
  | 'trailing-dot';

/** An entry for a host and everything below it. `host` is lower-case ASCII (punycode), cleared of the faults. */
export interface DomainLine extends RawLine, EntryParts {
  readonly kind: 'domain';
  readonly host: string;
}

/** An entry for one page. */
export interface UrlLine extends RawLine, EntryParts {
  readonly kind: 'url';
  readonly identity: UrlIdentity;
}

/** A line whose first character that is no blank is `#`. */
export interface CommentLine extends RawLine {
  readonly kind: 'comment';
}

/** A line with nothing but blanks, or nothing at all. */
export interface BlankLine extends RawLine {
  readonly kind: 'blank';
}

/** A line that is no entry, comment or blank. */
export interface InvalidLine extends RawLine {
  readonly kind: 'invalid';
  readonly reason: InvalidReason;
  /** Index of the offending part in the raw line. */
  readonly index: number;
  /** What the line should probably say (may hold several lines), or null where that would be a guess in the dark. */
  readonly suggestion: string | null;
  /** True where the suggestion has only one reading and may be taken without asking. */
  readonly isSuggestionPlain: boolean;
}

/** Why a line is no entry, comment or blank; worded by `explainInvalidLine`. */
export type InvalidReason =
  | 'nothing-behind-directive'
  | 'empty-label'
  | 'bare-word'
  | 'not-a-host'
  | 'blank-in-host'
  | 'not-a-url'
  | 'wildcard'
  | 'regular-expression'
  | 'ip-range'
  | 'csv-row'
  | 'several-entries'
  | 'decorated-entry'
  | 'masked-address'
  | 'entry-in-text'
  | 'other-list'
  | 'bare-host'
  | 'no-scheme'
  | 'other-scheme'
  | 'other-comment-mark'
  | 'nul-characters'
  | 'url-too-long'
  | 'plain-text';

/** The lines that disavow something. */
export type EntryLine = DomainLine | UrlLine;
/** Every line a file can have. */
export type DisavowLine = EntryLine | CommentLine | BlankLine | InvalidLine;

/** Google's limit for one file. */
export const MAXIMUM_BYTES = 2_000_000;
/** Google's limit for one file, blank lines and comments included. */
export const MAXIMUM_LINES = 100_000;
/** Google's limit for one URL, in characters. */
export const MAXIMUM_URL_LENGTH = 2_048;

/** True for the lines that disavow something. */
export function isEntryLine(line: DisavowLine): line is EntryLine {
  return line.kind === 'domain' || line.kind === 'url';
}

/** True when Google's documented grammar takes the entry as it stands. */
export function isWellFormed(line: EntryLine): boolean {
  return line.faults.length === 0;
}
