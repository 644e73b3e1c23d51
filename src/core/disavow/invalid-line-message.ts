import type { InvalidLine, InvalidReason } from './disavow-file.ts';
import { quote } from './lint-finding.ts';

/** What is wrong with an invalid line, by reason; `what` is the quoted piece. */
const MESSAGES: Record<InvalidReason, (what: string) => string> = {
  'nothing-behind-directive': () => 'No host stands behind the directive. Write domain:example.com or delete the line.',
  'empty-label': (what) => `${what} has an empty part between two dots. Check the name and write it out.`,
  'bare-word': (what) =>
    `${what} is no host name: it has no dot and is no known top-level domain. Complete the name or delete the line.`,
  'not-a-host': (what) => `${what} is no host name. Only a bare host such as example.com may follow domain:.`,
  'blank-in-host': (what) => `${what}: a host name has no blank. Write it in one piece, or delete the line.`,
  'not-a-url': (what) => `${what} is no address that can be reached. Correct it or delete the line.`,
  wildcard: (what) => `${what}: wildcards do nothing. A domain: entry covers every subdomain and page by itself.`,
  'regular-expression': (what) =>
    `${what} looks like a regular expression; patterns do nothing. List the domains themselves.`,
  'ip-range': (what) => `${what} is a range of IP addresses; only single hosts can be listed.`,
  'csv-row': (what) => `${what} looks like a row of a table. Keep the URL or domain: entry only, one on a line.`,
  'several-entries': (what) => `More than one entry on a line, from ${what} on. Give each a line of its own.`,
  'decorated-entry': (what) => `Quotes, bullets or closing punctuation around the entry ${what}. Keep the bare entry.`,
  'masked-address': (what) => `${what} is an address made unreadable on purpose. Write it plainly.`,
  'entry-in-text': (what) =>
    `The entry ${what} stands within other text. Keep the entry only, or put # in front of a remark.`,
  'other-list': (what) =>
    `${what} is a line of another kind of list (hosts file, ad filter). Write domain: and the host.`,
  'bare-host': (what) => `${what} is a host without "domain:" in front and does nothing.`,
  'no-scheme': (what) => `${what} lacks http:// or https://. Write the whole address, or domain: and the host.`,
  'other-scheme': (what) => `${what} is no http or https address.`,
  'other-comment-mark': (what) => `${what}: comments begin with # and with nothing else.`,
  'nul-characters': () =>
    'The line holds NUL characters: the file was damaged, or saved as UTF-16 without a byte order mark. Save it again as UTF-8.',
  'url-too-long': () => 'The URL has more than 2,048 characters and cannot be listed. Disavow its domain instead.',
  'plain-text': (what) => `${what} is no URL, domain: entry or comment. Put # in front of remarks.`,
};

/** Reasons that are about the line as a whole, though their place is a part of it. */
const WHOLE_LINE: ReadonlySet<InvalidReason> = new Set(['csv-row', 'bare-host', 'regular-expression']);

/** The rule an invalid line breaks. */
export function ruleOfInvalidLine({ reason }: InvalidLine): 'E3' | 'E4' | 'E5' {
  if (reason === 'url-too-long') return 'E3';
  return reason === 'empty-label' || reason === 'nothing-behind-directive' ? 'E5' : 'E4';
}

/** What is wrong with an invalid line and what to do about it. */
export function explainInvalidLine(line: InvalidLine): string {
  const piece = WHOLE_LINE.has(line.reason) ? line.raw : line.raw.slice(line.index);
  return MESSAGES[line.reason](quote(piece.slice(0, 200).trim()));
}
