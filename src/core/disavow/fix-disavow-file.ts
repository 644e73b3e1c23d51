import type { DisavowFile } from './disavow-file.ts';
import type { LintContext } from './lint-context.ts';
import { findProblems, lintDisavowFile } from './lint-disavow-file.ts';
import type { Finding, LintProblem } from './lint-finding.ts';
import type { LintRuleId } from './lint-rules.ts';
import { normaliseDisavowFile } from './normalise-disavow-file.ts';
import { parseDisavowText } from './parse-disavow-file.ts';

/** One change that fixing made. */
export interface FixedLine {
  /** 1-based line in the file as it was given. */
  readonly line: number;
  /** The rules that asked for it. */
  readonly ids: readonly LintRuleId[];
  readonly before: string;
  /** '' where the line was dropped; several lines are joined by `\n`. */
  readonly after: string;
}

/** The repaired file, what was done to it, and what is left to do. */
export interface FixResult {
  /** UTF-8 without byte order mark, LF, final newline. */
  readonly file: DisavowFile;
  /** What became of single lines, in the order of the file. */
  readonly changes: readonly FixedLine[];
  /** What was done to the file as a whole, as sentences. */
  readonly wholeFile: readonly string[];
  /** The problems that are left, at their lines in the new file. */
  readonly remaining: readonly LintProblem[];
}

/** Repairing a line can reveal a duplicate, whose removal can reveal no more: three rounds settle every file. */
const MOST_ROUNDS = 4;

interface TrackedLine {
  /** 1-based line in the original. */
  readonly origin: number;
  readonly text: string;
  readonly isDropped: boolean;
  readonly ids: readonly LintRuleId[];
}

/**
 * Repairs what has only one reading: encoding, line ends, misspelt directives, schemes and paths behind `domain:`, blanks,
 * hosts that are not ASCII, text behind entries (becomes a comment above), duplicates and entries that a domain: line
 * covers. A repair that would bring a risky entry into force (own site, public suffix, shared platform, something marked
 * keep) is left to the user, as is all else. Nothing vanishes: every change is in `changes`.
 *
 * `alsoFix` names rules whose fixes are to be made although they need a decision, such as W11.
 */
export function fixDisavowFile(
  file: DisavowFile,
  context: LintContext = {},
  alsoFix: ReadonlySet<LintRuleId> = new Set(),
): FixResult {
  const start = normaliseDisavowFile(file);
  let lines: TrackedLine[] = start.lines.map(({ raw }, index) => ({
    origin: index + 1,
    text: raw,
    isDropped: false,
    ids: [],
  }));
  let current = start;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const fixes = chooseFixes(findProblems(current, context), alsoFix);
    if (fixes.size === 0) break;
    lines = applyFixes(lines, fixes);
    current = parseDisavowText(printLines(lines));
  }
  return {
    file: current,
    changes: listChanges(start, lines),
    wholeFile: describeWholeFile(file),
    remaining: lintDisavowFile(current, context).problems,
  };
}

interface ChosenFix {
  readonly fix: string;
  readonly ids: LintRuleId[];
}

/** One fix for a line: deleting it wins over rewriting it. Keyed by 1-based line. */
function chooseFixes(problems: readonly Finding[], alsoFix: ReadonlySet<LintRuleId>): Map<number, ChosenFix> {
  const fixes = new Map<number, ChosenFix>();
  for (const { line, id, fix, isFixSafe } of problems) {
    if (fix === null || !(isFixSafe || alsoFix.has(id))) continue;
    const known = fixes.get(line);
    if (known === undefined || (fix === '' && known.fix !== '')) fixes.set(line, { fix, ids: [id] });
    else if (known.fix === fix && !known.ids.includes(id)) known.ids.push(id);
  }
  return fixes;
}

function applyFixes(lines: readonly TrackedLine[], fixes: ReadonlyMap<number, ChosenFix>): TrackedLine[] {
  let number = 0;
  return lines.flatMap((line) => {
    if (line.isDropped) return [line];
    number += 1;
    const chosen = fixes.get(number);
    if (chosen === undefined) return [line];
    const ids = [...new Set([...line.ids, ...chosen.ids])];
    if (chosen.fix === '') return [{ ...line, isDropped: true, ids }];
    const { origin, isDropped } = line;
    return chosen.fix.split('\n').map((text) => ({ origin, text, isDropped, ids }));
  });
}

function printLines(lines: readonly TrackedLine[]): string {
  return lines
    .filter(({ isDropped }) => !isDropped)
    .map(({ text }) => `${text}\n`)
    .join('');
}

function listChanges(start: DisavowFile, lines: readonly TrackedLine[]): FixedLine[] {
  const changed = Map.groupBy(
    lines.filter(({ ids }) => ids.length > 0),
    ({ origin }) => origin,
  );
  return [...changed].map(([origin, parts]) => ({
    line: origin,
    ids: [...new Set(parts.flatMap(({ ids }) => ids))],
    before: start.lines[origin - 1]?.raw ?? '',
    after: parts
      .filter(({ isDropped }) => !isDropped)
      .map(({ text }) => text)
      .join('\n'),
  }));
}

function describeWholeFile(file: DisavowFile): string[] {
  const done: string[] = [];
  if (file.encoding === 'utf-8-bom') done.push('The byte order mark was removed.');
  else if (file.encoding !== 'utf-8')
    done.push(
      `The file was converted from ${file.encoding.replace('-unmarked', ' without a byte order mark')} to UTF-8.`,
    );
  if (file.strayByte !== null) done.push('Half a character at the end of the file was dropped.');
  if (file.lines.some(({ end }) => end.startsWith('\r'))) done.push('Line ends were made LF.');
  if (file.lines.at(-1)?.end === '') done.push('A newline was added to the last line.');
  if (file.lines.some(({ kind, raw }) => kind === 'blank' && raw !== ''))
    done.push('Blanks in blank lines were removed.');
  return done;
}
