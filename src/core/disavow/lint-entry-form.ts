import { assertNever } from '../assert-never.ts';
import { skipBlanks, trimBlanks, trimmedEnd, withoutInvisible } from './blank-characters.ts';
import { overflowIndex } from './character-count.ts';
import { commentText, MAXIMUM_COMMENT_LENGTH, wrapComment } from './comment-text.ts';
import { findBrokenPunycode, unicodeHost } from './decode-punycode.ts';
import {
  type CommentLine,
  type DisavowLine,
  type EntryFault,
  type EntryFaultKind,
  type EntryLine,
  type InvalidLine,
  isEntryLine,
} from './disavow-file.ts';
import type { HostFacts } from './entry-risk.ts';
import { explainInvalidLine, ruleOfInvalidLine } from './invalid-line-message.ts';
import { type Finding, finding, quote, type Remedy } from './lint-finding.ts';
import { lintUrlForm } from './lint-url-form.ts';
import { findLookAlike } from './look-alike-host.ts';
import { parseDisavowLine } from './parse-disavow-line.ts';
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
  invisible: 'An invisible character stands within the host.',
  scheme: 'A scheme or slash stands behind "domain:"; only a bare host may.',
  user: 'A user name stands in front of the host; only a bare host may follow "domain:".',
  port: 'A colon or port stands behind the host; "domain:" takes a bare host and covers every port.',
  path: 'A path stands behind the host; "domain:" takes a bare host and covers the whole site.',
  query: 'A query stands behind the host; "domain:" takes a bare host and covers the whole site.',
  'leading-dot': 'A dot stands in front of the host; "domain:" covers subdomains by itself.',
  'trailing-dot': 'A dot stands behind the host; only a bare host may follow "domain:".',
};

/** What several faults around one host are called in a row. */
const FAULT_NAMES: Partial<Record<EntryFaultKind, string>> = {
  invisible: 'an invisible character',
  scheme: 'a scheme',
  user: 'a user name',
  port: 'a port',
  path: 'a path',
  query: 'a query',
  'leading-dot': 'a dot in front',
  'trailing-dot': 'a dot behind',
};

/** One problem for the directive and one for all that stands around the host, which was pasted in one go. */
function lintFaults(line: EntryLine, number: number, remedy: Remedy): Finding[] {
  const isDirective = ({ kind }: EntryFault) => kind === 'directive' || kind === 'blank-after-colon';
  const advice = `Write ${quote(printEntry(line))}.`;
  const found = line.faults
    .filter(isDirective)
    .map(({ kind, index }) => finding(number, index, 'E6', `${FAULT_MESSAGES[kind]} ${advice}`, remedy));
  const around = line.faults.filter((fault) => !isDirective(fault)).sort((a, b) => a.index - b.index);
  const [first] = around;
  if (first === undefined) return found;
  const names = around.map(({ kind }) => FAULT_NAMES[kind] ?? '').join(', ');
  const message =
    around.length === 1
      ? FAULT_MESSAGES[first.kind]
      : `More than a host stands behind "domain:" (${names}); it takes a bare host and covers the whole site.`;
  return [...found, finding(number, first.index, 'E5', `${message} ${advice}`, remedy)];
}

/** A repair never lists the project's own site: entries for it are left out, and the line goes where nothing else is in it. */
function lintInvalid(line: InvalidLine, number: number, hosts: HostFacts): Finding {
  const suggested = line.suggestion?.split('\n').map((text) => parseDisavowLine(text, '')) ?? [];
  const isOwn = (one: DisavowLine) => isEntryLine(one) && hosts.isOwn(hostOfEntry(one));
  const isRisky = suggested.some((one) => isOwn(one) || (one.kind === 'domain' && hosts.isRisky(one.host)));
  const rest = suggested.filter((one) => !isOwn(one));
  const fix = rest.some(isEntryLine) ? rest.map(({ raw }) => raw).join('\n') : (rest[0]?.raw ?? '');
  const remedy = line.suggestion === null ? null : { fix, isFixSafe: line.isSuggestionPlain && !isRisky };
  const own = suggested.some(isOwn) ? " The project's own site is never listed." : '';
  return finding(number, line.index, ruleOfInvalidLine(line), explainInvalidLine(line) + own, remedy);
}

function hostOfEntry(line: EntryLine): string {
  return line.kind === 'domain' ? line.host : line.identity.host;
}

function lintComment(line: CommentLine, number: number): Finding[] {
  const text = trimBlanks(line.raw);
  const start = line.raw.indexOf('#');
  const overflow = overflowIndex(text, MAXIMUM_COMMENT_LENGTH);
  const fix = overflow === -1 ? text : wrapComment(commentText(line.raw)).join('\n') || '#';
  const found: Finding[] = [];
  if (start > 0) {
    const [what, id] = line.raw.slice(0, start).includes('\t')
      ? (['A tab stands', 'W9'] as const)
      : (['Blanks stand', 'W7'] as const);
    found.push(finding(number, 0, id, `${what} in front of #. A comment begins its line.`, { fix, isFixSafe: true }));
  }
  if (overflow !== -1) {
    const message = `The comment has ${Array.from(text).length} characters; keep it to ${MAXIMUM_COMMENT_LENGTH} or use several lines.`;
    found.push(finding(number, start + overflow, 'W9', message, { fix, isFixSafe: true }));
  }
  return found;
}

function lintEntry(line: EntryLine, number: number, hosts: HostFacts): Finding[] {
  if (isTidy(line)) {
    const tidy = { fix: tidyEntry(line), isFixSafe: true };
    return [...lintHostName(line, number, null), ...(line.kind === 'url' ? lintUrlForm(line, number, tidy) : [])];
  }
  const isFixSafe = line.faults.length === 0 || line.kind === 'url' || !hosts.isRisky(line.host);
  const remedy = { fix: tidyEntry(line), isFixSafe };
  return [
    ...lintFaults(line, number, remedy),
    ...lintHostName(line, number, remedy),
    ...(line.kind === 'url' ? lintUrlForm(line, number, remedy) : []),
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
  const host = hostOfEntry(line);
  const written = withoutInvisible(line.written);
  const isAsciiForm = line.kind === 'domain' ? isAscii(written) : hasAsciiHost(written);
  if (isAsciiForm && !host.includes('xn--')) return [];
  const broken = findBrokenPunycode(host);
  if (broken !== null) {
    const message = `${quote(broken)} is no valid punycode: there can be no such host. Compare it with where the entry came from.`;
    return [finding(number, line.start + Math.max(line.written.toLowerCase().indexOf(broken), 0), 'W6', message)];
  }
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

function lintSurroundings(line: EntryLine, number: number, remedy: Remedy): Finding[] {
  const { raw, trailing } = line;
  if (trailing !== '') {
    const message = `${quote(trailing)} stands behind the entry; what Google makes of that is not defined. Put it into a comment line above.`;
    return [finding(number, raw.lastIndexOf(trailing), 'W9', message, remedy)];
  }
  const end = trimmedEnd(raw);
  const front = skipBlanks(raw, 0);
  if (front === 0 && end === raw.length) return [];
  const around = raw.slice(0, front) + raw.slice(end);
  const hasTab = around.includes('\t');
  const isHidden = withoutInvisible(around) === '';
  const blanks = isHidden ? 'An invisible character stands' : 'Blanks stand';
  const message = hasTab
    ? 'A tab stands beside the entry. Remove it.'
    : `${blanks} beside the entry. Remove ${isHidden ? 'it' : 'them'}.`;
  return [finding(number, front > 0 ? 0 : end, hasTab ? 'W9' : 'W7', message, remedy)];
}
