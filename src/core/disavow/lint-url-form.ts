import { isTrackingParameter } from '../url/url-identity.ts';
import { findInvisible, trimBlanks } from './blank-characters.ts';
import type { UrlLine } from './disavow-file.ts';
import { type Finding, finding, type Remedy } from './lint-finding.ts';
import { withSlashes } from './mend-address.ts';
import { parseDisavowLine } from './parse-disavow-line.ts';
import { printEntry } from './print-disavow-file.ts';

/** Nothing that any of these rules looks for: most addresses of most files. */
const PLAIN = /^https?:\/\/[\w.~/:=+!$()*-]+$/i;

/** W7 on the parts of a URL that keep it from matching the page Google knows. `tidy` is the line in its documented form. */
export function lintUrlForm(line: UrlLine, number: number, tidy: Remedy): Finding[] {
  const { written, start } = line;
  if (PLAIN.test(written)) return [];
  const fragment = written.indexOf('#');
  const address = fragment === -1 ? written : written.slice(0, fragment);
  const found: Finding[] = [];
  for (const { index, message, fix } of [...findUntidyParts(line, address), ...findEscapes(line, address)]) {
    if (index === -1) continue;
    const fixed = parseDisavowLine(fix(), '');
    const remedy = fixed.kind === 'url' ? { fix: fixed.raw, isFixSafe: false } : null;
    found.push(finding(number, start + index, 'W7', message, remedy));
  }
  if (fragment !== -1) {
    const message = 'A fragment (#…) is never part of a page address. Leave it out.';
    found.push(finding(number, start + fragment, 'W7', message, tidy));
  }
  return found;
}

interface UntidyPart {
  /** In the URL as written, -1 where there is nothing of the kind. */
  readonly index: number;
  readonly message: string;
  readonly fix: () => string;
}

function findUntidyParts(line: UrlLine, address: string): UntidyPart[] {
  const entry = printEntry(line);
  const user = /^(https?:\/\/)[^/?#\\]*@/i.exec(address);
  const closed = withoutClosing(address);
  const backslash = withSlashes(address) === address ? -1 : address.indexOf('\\');
  return [
    {
      index: user?.[1]?.length ?? -1,
      message: 'A user name stands in front of the host. Google knows pages without one.',
      fix: () => entry.replace(/^(https?:\/\/)[^/?#\\]*@/i, '$1'),
    },
    {
      index: backslash,
      message: 'A backslash stands in the URL where a slash belongs.',
      fix: () => withSlashes(entry),
    },
    {
      index: findHidden(address),
      message: 'An invisible character stands within the URL. Leave it out.',
      fix: () => withoutHidden(entry),
    },
    {
      index: closed === address ? -1 : closed.length,
      message: 'Closing punctuation stands behind the URL; Google takes it for a part of the address.',
      fix: () => withoutClosing(entry),
    },
  ];
}

/** Without commas and semicolons at the end, and quotes and brackets there that nothing in the address opens. */
function withoutClosing(address: string): string {
  const bare = trimBlanks(address.replace(/[,;]+$/, ''));
  const last = bare.at(-1) ?? '';
  const isOpened = last === '>' ? bare.includes('<') : bare.indexOf(last) < bare.length - 1;
  return /["'>]/.test(last) && !isOpened ? withoutClosing(bare.slice(0, -1)) : bare;
}

/** Joiners (zero width, with or without effect) belong to the spelling of several languages and are left alone. */
function findHidden(address: string): number {
  return findInvisible(address.replace(/[\u200c\u200d]/g, '_'));
}

function withoutHidden(entry: string): string {
  const plain = Array.from(entry)
    .filter((character) => findHidden(character) === -1)
    .join('');
  return plain.replace(/%C2%AD|%E2%80%(?:8[BEF]|A[A-E])|%E2%81%A[0-9]|%EF%BB%BF/gi, '');
}

function findEscapes({ identity }: UrlLine, address: string): UntidyPart[] {
  return [
    {
      index: address.search(/\s/),
      message: 'A blank stands within the URL. Encode it as %20, or put what follows it into a comment above.',
      fix: () => identity.url,
    },
    {
      index: address.search(/%(?![\da-f]{2})/i),
      message: 'A percent sign without two hexadecimal digits behind it. Write %25 for the sign itself.',
      fix: () => address.replace(/%(?![\da-f]{2})/gi, '%25'),
    },
    {
      index: address.search(/&amp;/i),
      message: '“&amp;” is how HTML writes “&”. Write the sign itself.',
      fix: () => address.replace(/&amp;/gi, '&'),
    },
    {
      index: findTrackingParameter(address),
      message:
        'The URL carries tracking parameters, which Google seldom knows the page by. List the address without them.',
      fix: () => withoutTracking(address),
    },
  ];
}

function findTrackingParameter(address: string): number {
  const question = address.indexOf('?');
  if (question === -1) return -1;
  let index = question + 1;
  for (const pair of address.slice(index).split('&')) {
    if (isTrackingParameter(pair.split('=', 1)[0] ?? '')) return index;
    index += pair.length + 1;
  }
  return -1;
}

function withoutTracking(written: string): string {
  const [address = '', query = ''] = written.split(/\?(.*)/s, 2);
  const kept = query.split('&').filter((pair) => !isTrackingParameter(pair.split('=', 1)[0] ?? ''));
  return kept.length === 0 || kept.join('') === '' ? address : `${address}?${kept.join('&')}`;
}
