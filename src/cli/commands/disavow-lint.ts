import type { DisavowLintAnswer } from '../../contract/disavow.ts';
import { lintDisavowFile } from '../../core/disavow/lint-disavow-file.ts';
import { lintAgainstProject } from '../../engine/disavow/check-disavow-file.ts';
import { EXIT } from '../exit-codes.ts';
import { withProject } from '../open-project.ts';
import { countOf, printJson, printLine } from '../output.ts';
import { readDisavowFile } from '../text-files.ts';

type LintReport = Omit<DisavowLintAnswer, 'coverage'>;

interface LintOptions {
  readonly project?: string;
  readonly json?: boolean;
}

/** `anchorage disavow lint`: prints every problem at its place; exits 1 when one of them is an error. */
export async function lintDisavow(txt: string, { project, json }: LintOptions): Promise<void> {
  const file = await readDisavowFile(txt);
  const report: LintReport =
    project === undefined
      ? lintDisavowFile(file)
      : await withProject(project, ({ reader }) => {
          const { coverage: _, ...answer } = lintAgainstProject(reader, file);
          return answer;
        });
  if (report.problems.some(({ level }) => level === 'error')) process.exitCode = EXIT.findings;
  if (json === true) {
    printJson(report);
    return;
  }
  for (const { line, column, level, id, message } of report.problems) {
    printLine(`${txt}:${line}:${column} ${level} ${id} ${message}`);
  }
  printLine(describe(report));
}

function describe({ domains, urls, comments, problems }: LintReport): string {
  const found = (['error', 'warning', 'info'] as const).map((level) =>
    countOf(problems.filter((problem) => problem.level === level).length, level),
  );
  const parts = [countOf(domains, 'domain'), countOf(urls, 'page'), countOf(comments, 'comment')];
  return `${parts.join(', ')}: ${found.join(', ')}.`;
}
