import { assertNever } from '../assert-never.ts';
import { isTrackingParameter } from '../url/url-identity.ts';
import { skipBlanks, trimBlanks, trimmedEnd } from './blank-characters.ts';
import { commentText, MAXIMUM_COMMENT_LENGTH, wrapComment } from './comment-text.ts';
import { unicodeHost } from './decode-punycode.ts';
import type { CommentLine, DisavowLine, EntryFaultKind, EntryLine, InvalidLine, UrlLine } from './disavow-file.ts';
import type { HostFacts } from './entry-risk.ts';
import { explainInvalidLine, ruleOfInvalidLine } from './invalid-line-message.ts';
import { type Finding, finding, quote, type Remedy } from './lint-finding.ts';
import { findLookAlike } from './look-alike-host.ts';
import { hasAsciiHost, isAscii, printEntry } from './print-disavow-file.ts';

/** The rules on how one line is written: E3 to E6, W6, W7, W9. `number` is 1-based. */
export function lintForm(line: DisavowLine, number: number, hosts: HostFacts): Finding[] {
  switch (line.kind) {
    case 'blank':
      return [];
    case 'comment':
      return lintComment(line, number);
    case 'invalid':
      return [lintInvalid(line, number, hosts)];
    case 'domain':
    case 'url':
      return lintEntry(line, number, hosts);
    default:
      return assertNever(line);
  }
}

const FAULT_MESSAGES: Record<EntryFaultKind, string> = {
  directive: 'The directive is misspelt; Google knows only "domain:" in lower case, and nothing in front of a URL.',
  'blank-after-colon': 'A blank stands behind "domain:"; the host must follow directly.',
  scheme: 'A scheme stands behind "domain:"; only a bare host may.',
  user: 'A user name stands in front of the host; only a bare host may follow "domain:".',
  port: 'A port stands behind the host; "domain:" takes a bare host and covers every port.',
  path: 'A path stands behind the host; "domain:" takes a bare host and covers the whole site.',
  query: 'A query stands behind the host; "domain:" takes a bare host and covers the whole site.',
  'leading-dot': 'A dot stands in front of the host; "domain:" covers subdomains by itself.',
  'trailing-dot': 'A dot stands behind the host; only a bare host may follow "domain:".',
};

function lintInvalid(line: InvalidLine, number: number, hosts: HostFacts): Finding {
  const { suggestion } = line;
  const isRisky = suggestion?.split('\n').some((entry) => hosts.isRisky(entry.replace(/^domain:/, ''))) ?? true;
  const remedy = suggestion === null ? null : { fix: suggestion, isFixSafe: line.isSuggestionPlain && !isRisky };
  return finding(number, line.index, ruleOfInvalidLine(line), explainInvalidLine(line), remedy);
}

function lintComment(line: CommentLine, number: number): Finding[] {
  const text = trimBlanks(line.raw);
  const start = line.raw.indexOf('#');
  const isLong = text.length > MAXIMUM_COMMENT_LENGTH;
  const fix = isLong ? wrapComment(commentText(line.raw)).join('\n') || '#' : text;
  const found: Finding[] = [];
  if (start > 0) {
    found.push(
      finding(number, 0, 'W7', 'Blanks stand in front of #. A comment begins its line.', { fix, isFixSafe: true }),
    );
  }
  if (isLong) {
    const message = `The comment has ${text.length} characters; keep it to ${MAXIMUM_COMMENT_LENGTH} or use several lines.`;
    found.push(finding(number, start + MAXIMUM_COMMENT_LENGTH, 'W9', message, { fix, isFixSafe: true }));
  }
  return found;
}

function lintEntry(line: EntryLine, number: number, hosts: HostFacts): Finding[] {
  if (isTidy(line)) return [...lintHostName(line, number, null), ...lintAddress(line, number, null)];
  const isFixSafe = line.faults.length === 0 || line.kind === 'url' || !hosts.isRisky(line.host);
  const remedy = { fix: tidyEntry(line), isFixSafe };
  return [
    ...line.faults.map(({ kind, index }) =>
      finding(
        number,
        index,
        kind === 'directive' || kind === 'blank-after-colon' ? 'E6' : 'E5',
        `${FAULT_MESSAGES[kind]} Write ${quote(printEntry(line))}.`,
        remedy,
      ),
    ),
    ...lintHostName(line, number, remedy),
    ...lintAddress(line, number, remedy),
    ...lintSurroundings(line, number, remedy),
  ];
}

/** True for the common case: nothing in the line but a documented entry. */
function isTidy(line: EntryLine): boolean {
  if (line.kind === 'url') return line.raw === line.written;
  return line.raw.length === 'domain:'.length + line.host.length && line.raw === printEntry(line);
}

/** The entry as documented, what stood behind it as comments above. */
function tidyEntry(line: EntryLine): string {
  const entry = printEntry(line);
  return line.trailing === '' ? entry : [...wrapComment(commentText(line.trailing)), entry].join('\n');
}

function lintHostName(line: EntryLine, number: number, remedy: Remedy | null): Finding[] {
  const host = line.kind === 'domain' ? line.host : line.identity.host;
  const isAsciiForm = line.kind === 'domain' ? isAscii(line.written) : hasAsciiHost(line.written);
  if (isAsciiForm && !host.includes('xn--')) return [];
  const readable = unicodeHost(host);
  const suspicion = describeLookAlike(readable);
  if (isAsciiForm && suspicion === '') return [];
  const index = line.start + Math.max(isAsciiForm ? line.written.indexOf('xn--') : firstNonAscii(line.written), 0);
  const message = isAsciiForm
    ? `${quote(host)} reads as ${quote(readable)}.${suspicion}`
    : `The host is not ASCII; its ASCII form (punycode) is ${quote(host)}.${suspicion}`;
  const fix = isAsciiForm ? null : (remedy ?? { fix: tidyEntry(line), isFixSafe: true });
  return [finding(number, index, 'W6', message, fix)];
}

function describeLookAlike(host: string): string {
  const found = findLookAlike(host);
  if (found === null) return '';
  const mixed = found.mixedScripts.length === 0 ? '' : ` It mixes ${found.mixedScripts.join(' and ')} letters.`;
  const imitated = found.imitates === null ? '' : ` It can be taken for ${quote(found.imitates)}.`;
  return `${mixed}${imitated} Make sure that this is the host you mean.`;
}

function firstNonAscii(text: string): number {
  let index = 0;
  while (index < text.length && text.charCodeAt(index) < 0x80) index += 1;
  return index;
}

function lintAddress(line: EntryLine, number: number, remedy: Remedy | null): Finding[] {
  if (line.kind === 'domain') return [];
  const { written, start, identity } = line;
  const found: Finding[] = [];
  const at = (index: number, message: string, fix: Remedy | null) => {
    if (index !== -1) found.push(finding(number, start + index, 'W7', message, fix));
  };
  const fragment = written.indexOf('#');
  at(
    written.search(/\s/),
    'A blank stands within the URL. Encode it as %20, or put what follows it into a comment above.',
    { fix: identity.url, isFixSafe: false },
  );
  at(
    fragment,
    'A fragment (#…) is never part of a page address. Leave it out.',
    remedy ?? { fix: tidyEntry(line), isFixSafe: true },
  );
  at(
    written.search(/%(?![\da-f]{2})/i),
    'A percent sign without two hexadecimal digits behind it. Write %25 for the sign itself.',
    {
      fix: printEntry(line).replace(/%(?![\da-f]{2})/gi, '%25'),
      isFixSafe: false,
    },
  );
  at(
    findTrackingParameter(written),
    'The URL carries tracking parameters, which Google seldom knows the page by. List the address without them.',
    {
      fix: withoutTracking(line),
      isFixSafe: false,
    },
  );
  return found;
}

function findTrackingParameter(written: string): number {
  const question = written.indexOf('?');
  if (question === -1) return -1;
  const query = written.slice(question + 1).split('#', 1)[0] ?? '';
  let index = question + 1;
  for (const pair of query.split('&')) {
    if (isTrackingParameter(pair.split('=', 1)[0] ?? '')) return index;
    index += pair.length + 1;
  }
  return -1;
}

function withoutTracking(line: UrlLine): string {
  const [address = '', query = ''] = printEntry(line).split(/\?(.*)/s, 2);
  const kept = query.split('&').filter((pair) => !isTrackingParameter(pair.split('=', 1)[0] ?? ''));
  return kept.length === 0 || kept.join('') === '' ? address : `${address}?${kept.join('&')}`;
}

function lintSurroundings(line: EntryLine, number: number, remedy: Remedy): Finding[] {
  const { raw, trailing } = line;
  if (trailing !== '') {
    const message = `${quote(trailing)} stands behind the entry; what Google makes of that is not defined. Put it into a comment line above.`;
    return [finding(number, raw.lastIndexOf(trailing), 'W9', message, remedy)];
  }
  const end = trimmedEnd(raw);
  const front = skipBlanks(raw, 0);
  if (front === 0 && end === raw.length) return [];
  const hasTab = (raw.slice(0, front) + raw.slice(end)).includes('\t');
  const message = hasTab ? 'A tab stands beside the entry. Remove it.' : 'Blanks stand beside the entry. Remove them.';
  return [finding(number, front > 0 ? 0 : end, hasTab ? 'W9' : 'W7', message, remedy)];
}
