import type { ExportPreviewAnswer } from '../../../contract/imports.ts';
import { COLUMN_ROLES, type ColumnRole, isColumnRole } from '../../../core/formats/column-role.ts';
import { findFormat } from '../../../core/formats/export-formats.ts';
import { isTextEncoding, TEXT_ENCODINGS } from '../../../core/formats/text-encoding.ts';
import { REJECT_REASONS, type RejectReason } from '../../../core/model/export-record.ts';
import { formatBytes, formatCount, formatNumber } from '../../format.ts';

const ROLE_TITLES: Readonly<Partial<Record<ColumnRole, string>>> = {
  source: 'Source page',
  target: 'Target',
  anchor: 'Anchor',
  altText: 'Alt text',
  rel: 'Rel',
  nofollow: 'Nofollow',
  ugc: 'UGC',
  sponsored: 'Sponsored',
  dofollow: 'Followed',
  linkType: 'Link type',
  title: 'Page title',
  language: 'Language',
  contextLeft: 'Text before',
  contextRight: 'Text behind',
  httpStatus: 'HTTP status',
  firstSeen: 'First seen',
  lastSeen: 'Last seen',
  lost: 'Lost',
  lostReason: 'Lost reason',
  externalLinks: 'External links',
  linksInGroup: 'Links in group',
  domain: 'Linking domain',
  links: 'Number of links',
};

const REASONS = Object.keys(REJECT_REASONS).filter((word): word is RejectReason => Object.hasOwn(REJECT_REASONS, word));

/** A role as a column heading; an unknown word stays as it is. */
export function roleWords(role: string): string {
  if (!isColumnRole(role)) return role;
  const text = ROLE_TITLES[role] ?? COLUMN_ROLES[role];
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The title of a format, or its id where this version does not know it. */
export function formatTitle(id: string): string {
  return findFormat(id)?.title ?? id;
}

export function rejectWords(reason: RejectReason): string {
  return REJECT_REASONS[reason] ?? reason;
}

/** How sure the detection is, in words; `confidence` from 0 to 1. */
export function confidenceWords(confidence: number): string {
  if (confidence >= 0.95) return 'recognised';
  if (confidence >= 0.8) return 'very likely';
  if (confidence >= 0.5) return 'likely';
  return 'a guess';
}

/** How the columns of an import came to be known. */
export function detectedWords({
  format,
  confidence,
}: {
  readonly format: string;
  readonly confidence: number;
}): string {
  return format.startsWith('generic-') && confidence === 1 ? 'by hand' : confidenceWords(confidence);
}

/** `877 kB, UTF-16 LE, tab separated`. */
export function fileWords({ sizeBytes, encoding, delimiter }: ExportPreviewAnswer): string {
  const separators: Readonly<Record<string, string>> = {
    ',': 'comma separated',
    ';': 'semicolon separated',
    '\t': 'tab separated',
    '|': 'bar separated',
    '^': 'caret separated',
    '~': 'tilde separated',
    '  ': 'columns lined up with blanks',
  };
  const name = isTextEncoding(encoding) ? TEXT_ENCODINGS[encoding] : encoding.toUpperCase();
  return [formatBytes(sizeBytes), name, separators[delimiter] ?? ''].filter((part) => part !== '').join(', ');
}

/** What the rows that were looked at would become: `Of the first 1,000 rows 980 are links, 20 would be rejected:`. */
export function countWords({ sampled, kind }: ExportPreviewAnswer): string {
  const noun = kind === 'domains' ? 'domain' : 'link';
  const rejected = sampled.rows - sampled.accepted;
  const rows = sampled.rows === 1 ? 'The first row' : `Of the first ${formatCount(sampled.rows, 'row')}`;
  if (rejected === 0) {
    return sampled.rows === 1
      ? `${rows} can be imported.`
      : `All of the first ${formatCount(sampled.rows, 'row')} are ${noun}s that can be imported.`;
  }
  return `${rows}, ${formatNumber(sampled.accepted)} can be imported and ${formatNumber(rejected)} would be rejected:`;
}

/** `15 × the row links to a site that is not the client’s`, the most frequent first. */
export function rejectionWords(rejected: Readonly<Partial<Record<RejectReason, number>>>): readonly string[] {
  return REASONS.map((reason) => ({ reason, count: rejected[reason] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ reason, count }) => `${formatNumber(count)} × ${rejectWords(reason)}`);
}
