import { CHECK_REASONS, type CheckReason } from '../core/model/check-reason.ts';
import type { SampleRun } from '../engine/jobs/run-sample.ts';
import { countOf, printNumber } from './output.ts';

interface Paths {
  readonly projectPath: string;
  readonly disavowPath: string;
}

/** The short summary a consultant would want at the end of the main job. */
export function describeSampleRun(run: SampleRun, { projectPath, disavowPath }: Paths): string {
  return [...describeMerge(run), ...describeChecks(run), ...describeJudging(run), ...describeFiles(run, disavowPath)]
    .concat('', `Project        ${projectPath}`, `Took           ${run.seconds} s`)
    .join('\n');
}

function describeMerge({ imports, totals }: SampleRun): string[] {
  const imported = imports.filter((outcome) => outcome.kind === 'imported');
  const rows = imported.reduce((sum, { rows: count }) => sum + count, 0);
  return [
    `Merged         ${countOf(rows, 'row')} of ${countOf(imported.length, 'export')} into ${countOf(totals.backlinks, 'backlink')} on ${countOf(totals.pages, 'page')} of ${countOf(totals.domains, 'domain')}`,
    ...imported.map(({ format, rows: count, accepted, duplicates, rejected }) => {
      const parts = `${printNumber(accepted)} new, ${printNumber(duplicates)} known already, ${printNumber(rejected)} rejected`;
      return `               ${format}: ${countOf(count, 'row')}, ${parts}`;
    }),
  ];
}

function describeChecks({ checks, reasons }: SampleRun): string[] {
  const { live, gone, unknown } = checks;
  return [
    '',
    `Checked        ${countOf(checks.checked, 'link')}: ${countOf(live, 'live', 'live')}, ${countOf(gone, 'gone', 'gone')}, ${countOf(unknown, 'could not be checked', 'could not be checked')}`,
    ...reasonLines(reasons, 'gone'),
    ...reasonLines(reasons, 'unknown'),
  ];
}

/** The most frequent reasons of a state, the first with the state in front. */
function reasonLines(reasons: SampleRun['reasons'], state: 'gone' | 'unknown'): string[] {
  const found = (Object.entries(reasons) as [CheckReason, number][])
    .filter(([reason]) => CHECK_REASONS[reason].state === state)
    .sort((a, b) => b[1] - a[1])
    .slice(0, 4);
  return found.map(([reason, count]) => `               ${state}: ${CHECK_REASONS[reason].text} (${count})`);
}

function describeJudging({ suggestions, oldFile }: SampleRun): string[] {
  const of = (name: string) => suggestions[name] ?? 0;
  return [
    '',
    `Judged         ${countOf(of('disavow-domain'), 'domain')} suggested for disavowal, ${of('disavow-url')} for single pages, ${of('review')} for review, ${of('keep')} plainly good`,
    `Old file       ${countOf(oldFile.entries, 'entry', 'entries')}, ${countOf(oldFile.errors, 'error')}, ${countOf(oldFile.warnings, 'warning')}`,
    `               worth a second look, little risk: ${oldFile.secondLook.join(', ') || 'none'}`,
    ...oldFile.notApplied
      .slice(0, 4)
      .map(({ entry, line }) => `               line ${line} was not taken over: ${entry}`),
  ];
}

function describeFiles({ disavow }: SampleRun, path: string): string[] {
  const { domains, urls, errors, warnings } = disavow;
  return [
    '',
    `Written        ${path}: ${countOf(domains, 'domain')}, ${countOf(urls, 'URL')}, ${countOf(errors, 'error')}, ${countOf(warnings, 'warning')}`,
  ];
}
