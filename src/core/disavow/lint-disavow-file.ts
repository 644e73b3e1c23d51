import { indexCoverage } from './covers.ts';
import { type DisavowFile, isEntryLine } from './disavow-file.ts';
import { createHostFacts } from './entry-risk.ts';
import type { LintContext } from './lint-context.ts';
import { lintForm } from './lint-entry-form.ts';
import { lintReach } from './lint-entry-reach.ts';
import type { Finding, LintProblem } from './lint-finding.ts';
import { lintRedundancy } from './lint-redundancy.ts';
import { lintWholeFile } from './lint-whole-file.ts';

/** What the lint found; the shape that `anchorage disavow lint --json` prints. */
export interface LintReport {
  /** Domain and URL entries together. Lines that are no entry are in none of the counts. */
  readonly entries: number;
  readonly domains: number;
  readonly urls: number;
  readonly comments: number;
  readonly bytes: number;
  /** In the order of the file. */
  readonly problems: readonly LintProblem[];
}

/**
 * Checks a disavow file against every rule of `LINT_RULES`. Without a context the rules that need the project's knowledge
 * stay silent. Linear in the size of the file.
 */
export function lintDisavowFile(file: DisavowFile, context: LintContext = {}): LintReport {
  const count = (kind: string) => file.lines.filter((line) => line.kind === kind).length;
  const [domains, urls] = [count('domain'), count('url')];
  return {
    entries: domains + urls,
    domains,
    urls,
    comments: count('comment'),
    bytes: file.sizeBytes,
    problems: findProblems(file, context).map(({ line, column, id, level, message, fix }) => ({
      line,
      column,
      id,
      level,
      message,
      fix,
    })),
  };
}

/** The problems of a file with the knowledge which fixes may be made without asking. */
export function findProblems(file: DisavowFile, context: LintContext = {}): Finding[] {
  const hosts = createHostFacts(context);
  const index = indexCoverage(file);
  const found = lintWholeFile(file, context);
  file.lines.forEach((line, position) => {
    const number = position + 1;
    for (const problem of lintForm(line, number, hosts)) found.push(problem);
    if (!isEntryLine(line)) return;
    const redundant = lintRedundancy(line, number, { file, index, hosts });
    for (const problem of lintReach(line, number, hosts, context)) {
      if (problem.id !== 'W11' || redundant.length === 0) found.push(problem);
    }
    for (const problem of redundant) found.push(problem);
  });
  return found.sort((a, b) => a.line - b.line || a.column - b.column);
}
