import { assertNever } from '../assert-never.ts';
import { type DisavowFile, MAXIMUM_BYTES, MAXIMUM_LINES } from './disavow-file.ts';
import { decodeUtf8, encodeWindows1252 } from './file-encoding.ts';
import type { CoverageNumbers, LintContext } from './lint-context.ts';
import { type Finding, finding } from './lint-finding.ts';
import { isAscii } from './print-disavow-file.ts';

/** From here on the line count is worth a warning. */
const MANY_LINES = 99_000;

/** Share of the referring domains from which W10 speaks when the caller names none. */
const DEFAULT_MAXIMUM_SHARE = 0.2;

/** The rules on the file as a whole: E1, E2, W10, I1, I2. */
export function lintWholeFile(file: DisavowFile, context: LintContext): Finding[] {
  return [
    ...lintEncoding(file),
    ...lintSize(file),
    ...lintLineEnds(file),
    ...lintShare(context),
    ...lintUpload(context),
  ];
}

function lintEncoding(file: DisavowFile): Finding[] {
  switch (file.encoding) {
    case 'utf-8':
      return [];
    case 'utf-8-bom':
      return [finding(1, 0, 'I1', 'The file begins with a byte order mark. Harmless; fixing the file removes it.')];
    case 'utf-16le':
    case 'utf-16be':
    case 'utf-16le-unmarked':
    case 'utf-16be-unmarked': {
      const cut = file.strayByte === null ? '' : ' It also breaks off within a character.';
      return [
        finding(1, 0, 'E1', `The file is UTF-16; Google takes UTF-8 or ASCII.${cut} Fixing the file converts it.`),
      ];
    }
    case 'windows-1252': {
      const [line, index] = firstForeignCharacter(file);
      const message =
        'The file is not UTF-8 from here on; it was read as Windows-1252. Check accented letters, then fix the file to convert it.';
      return [finding(line, index, 'E1', message)];
    }
    default:
      return assertNever(file.encoding);
  }
}

/** Where the first byte sequence stands that is not UTF-8: 1-based line, 0-based index. */
function firstForeignCharacter(file: DisavowFile): [number, number] {
  const index = file.lines.findIndex(({ raw }) => {
    if (isAscii(raw)) return false;
    const bytes = encodeWindows1252(raw);
    return bytes !== null && decodeUtf8(bytes) === null;
  });
  const raw = file.lines[index]?.raw ?? '';
  return [
    Math.max(index, 0) + 1,
    Math.max(
      Array.from(raw).findIndex((character) => !isAscii(character)),
      0,
    ),
  ];
}

function lintSize(file: DisavowFile): Finding[] {
  const found: Finding[] = [];
  const bytes = file.sizeBytes;
  const count = file.lines.length;
  if (bytes > MAXIMUM_BYTES) {
    const message = `The file has ${bytes} bytes; Google takes ${MAXIMUM_BYTES}. Replace pages by their domains and remove duplicates.`;
    found.push(finding(1, 0, 'E2', message));
  }
  if (count > MAXIMUM_LINES) {
    const message = `The file has ${count} lines, blank ones and comments included; Google takes ${MAXIMUM_LINES}. What stands from here on is too much.`;
    found.push(finding(MAXIMUM_LINES + 1, 0, 'E2', message));
  } else if (count >= MANY_LINES) {
    const message = `The file has ${count} lines and is close to Google's limit of ${MAXIMUM_LINES}.`;
    found.push({ ...finding(1, 0, 'E2', message), level: 'warning' });
  }
  return found;
}

function lintLineEnds(file: DisavowFile): Finding[] {
  const found: Finding[] = [];
  const usual = file.lines[0]?.end ?? '';
  const odd = file.lines.findIndex(({ end }) => end !== usual && end !== '');
  if (odd !== -1 && usual !== '') {
    const message = `Line ends are mixed: ${END_NAMES[usual]} in line 1, ${END_NAMES[file.lines[odd]?.end ?? '']} here. Harmless; fixing the file makes them LF.`;
    found.push(finding(odd + 1, file.lines[odd]?.raw.length ?? 0, 'I1', message));
  }
  const last = file.lines.at(-1);
  if (last?.end === '') {
    found.push(
      finding(
        file.lines.length,
        last.raw.length,
        'I1',
        'The last line has no newline. Harmless; fixing the file adds it.',
      ),
    );
  }
  return found;
}

const END_NAMES = { '\n': 'LF', '\r\n': 'CRLF', '\r': 'CR', '': 'none' } as const;

function lintShare({ coverage, maximumShare = DEFAULT_MAXIMUM_SHARE }: LintContext): Finding[] {
  if (coverage === undefined) return [];
  const found: Finding[] = [];
  const { domains, coveredDomains, goodDomains, coveredGoodDomains } = coverage satisfies CoverageNumbers;
  const advice =
    'A disavow file is for the few that caused, or will likely cause, a manual action: check the widest entries.';
  if (coveredDomains > domains * maximumShare) {
    const message = `The file covers ${coveredDomains} of ${domains} referring domains (${percent(coveredDomains, domains)}). ${advice}`;
    found.push(finding(1, 0, 'W10', message));
  }
  if (coveredGoodDomains > goodDomains * maximumShare) {
    const message = `The file covers ${coveredGoodDomains} of ${goodDomains} referring domains rated good (${percent(coveredGoodDomains, goodDomains)}). ${advice}`;
    found.push(finding(1, 0, 'W10', message));
  }
  return found;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? 'all' : `${Math.round((part / whole) * 100)}%`;
}

function lintUpload({ upload }: LintContext): Finding[] {
  if (upload === undefined) return [];
  const missing = [upload.property === null ? 'property' : '', upload.uploadedOn === null ? 'upload date' : ''];
  const what = missing.filter((name) => name !== '').join(' and ');
  if (what === '') return [];
  return [
    finding(
      1,
      0,
      'I2',
      `No ${what} is recorded for this file. Note it when you upload: each upload replaces the whole old list.`,
    ),
  ];
}
