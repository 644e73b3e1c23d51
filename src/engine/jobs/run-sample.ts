import { checkPolicySchema, checkSettingsSchema } from '../../contract/check-settings.ts';
import type { DisavowImportAnswer } from '../../contract/disavow.ts';
import type { Selection } from '../../contract/engine-contract.ts';
import type { ProjectTotals } from '../../contract/rows.ts';
import { parseDisavowFile, parseDisavowText } from '../../core/disavow/parse-disavow-file.ts';
import type { CheckReason } from '../../core/model/check-reason.ts';
import { domainPage } from '../db/domain-queries.ts';
import { readTotals } from '../db/link-queries.ts';
import { countReasons, countSuggestions } from '../db/project-summary.ts';
import type { ProjectWriter } from '../db/project-writer.ts';
import { buildFromVerdicts } from '../disavow/build-from-verdicts.ts';
import { lintAgainstProject } from '../disavow/check-disavow-file.ts';
import { type ForeignFile, importDisavowFile } from '../disavow/import-disavow-file.ts';
import { type OpenProject, writerOf } from '../open-projects.ts';
import { sampleImports } from '../sample/create-sample-project.ts';
import type { CheckOutcome } from './check-outcome.ts';
import { importExports } from './import-exports.ts';
import type { ImportOutcome } from './import-outcome.ts';
import type { JobControl } from './job-control.ts';
import { runCheck } from './run-check.ts';
import { scoreLinks } from './score-links.ts';

/**
 * The main job from end to end on the sample project, with the decisions a consultant might make: the old file's are
 * kept, and suggestions to disavow whole domains are taken over. Everything is done by the same calls as in the window.
 */
export interface SampleRun {
  readonly imports: readonly ImportOutcome[];
  readonly totals: ProjectTotals;
  readonly checks: CheckOutcome;
  /** Links by the reason of their check. */
  readonly reasons: Readonly<Partial<Record<CheckReason, number>>>;
  /** Referring domains by suggestion. */
  readonly suggestions: Readonly<Record<string, number>>;
  readonly oldFile: {
    readonly entries: number;
    readonly errors: number;
    readonly warnings: number;
    readonly unmatched: number;
    readonly notApplied: DisavowImportAnswer['notApplied'];
    /** Disavowed domains whose links carry little risk: the old file may hold good sites. */
    readonly secondLook: readonly string[];
  };
  readonly disavow: {
    readonly text: string;
    readonly domains: number;
    readonly urls: number;
    readonly errors: number;
    readonly warnings: number;
  };
  readonly seconds: number;
}

const ALL_LINKS: Selection = { kind: 'filter', table: 'links', filter: '' };

/** Runs the main job. The project must be a fresh sample project. */
export async function runSample(
  project: OpenProject,
  oldFile: ForeignFile,
  control: JobControl,
  version: string,
): Promise<SampleRun> {
  const startedMs = performance.now();
  const now = () => new Date().toISOString();
  const writer = writerOf(project);
  const imports = await importExports(project, sampleImports(), control, now);
  const imported = await importDisavowFile(project.reader, writer, oldFile, now());
  const check = {
    selection: ALL_LINKS,
    policy: checkPolicySchema.parse({}),
    settings: checkSettingsSchema.parse({}),
  };
  const checks = await runCheck(project, check, control, version);
  await scoreLinks(project, control);

  const oldLint = lintAgainstProject(project.reader, parseDisavowFile(oldFile.body));
  const doubtful = { filter: 'verdict:disavow-domain risk<30 live>0', sort: [{ key: 'risk', desc: false }] };
  const secondLook = domainPage(project.reader, { ...doubtful, offset: 0, limit: 1000 }).rows;
  await takeSuggestionsOver(writer, now());
  const built = buildFromVerdicts(project.reader, now().slice(0, 10));
  const newLint = lintAgainstProject(project.reader, parseDisavowText(built.text));
  return {
    imports,
    totals: readTotals(project.reader),
    checks,
    reasons: countReasons(project.reader),
    suggestions: countSuggestions(project.reader),
    oldFile: {
      entries: oldLint.entries,
      ...countLevels(oldLint.problems),
      unmatched: imported.unmatched,
      notApplied: imported.notApplied,
      secondLook: secondLook.map(({ domain }) => domain),
    },
    disavow: { text: built.text, domains: built.domains, urls: built.urls, ...countLevels(newLint.problems) },
    seconds: Math.round(performance.now() - startedMs) / 1000,
  };
}

function takeSuggestionsOver(writer: ProjectWriter, decidedAt: string): Promise<unknown> {
  return writer.run('applyVerdict', {
    selection: { kind: 'filter', table: 'domains', filter: 'suggestion:disavow-domain verdict:none' },
    verdict: 'disavow-domain',
    note: null,
    decidedAt,
  });
}

function countLevels(problems: readonly { readonly level: string }[]): { errors: number; warnings: number } {
  const count = (level: string) => problems.filter((problem) => problem.level === level).length;
  return { errors: count('error'), warnings: count('warning') };
}
