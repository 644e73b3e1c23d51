import { AppError } from '../../contract/app-error.ts';
import { type ColumnMapping, parseColumnMapping } from '../../core/formats/column-mapping.ts';
import type { TextEncoding } from '../../core/formats/text-encoding.ts';
import { REJECT_REASONS, type RejectReason } from '../../core/model/export-record.ts';
import { parseHost, stripWww } from '../../core/url/host-name.ts';
import { readTotals } from '../../engine/db/link-queries.ts';
import { readSettings } from '../../engine/db/setting-queries.ts';
import { listPresets } from '../../engine/db/view-queries.ts';
import { readColumnNames } from '../../engine/import/find-preset.ts';
import { INSIDE } from '../../engine/import/table-source.ts';
import { importExports } from '../../engine/jobs/import-exports.ts';
import type { ImportedFile, ImportOutcome, RefusedFile } from '../../engine/jobs/import-outcome.ts';
import { workAlone } from '../../engine/jobs/work-alone.ts';
import { type OpenProject, writerOf } from '../../engine/open-projects.ts';
import { checkedSettings } from '../../engine/project-settings.ts';
import { userPresets } from '../../engine/user-presets.ts';
import { dataFolder } from '../data-folder.ts';
import { EXIT } from '../exit-codes.ts';
import { withControl } from '../job-control.ts';
import { withProject } from '../open-project.ts';
import { countOf, printJson, printLine, printNumber, remark } from '../output.ts';

interface ImportOptions {
  readonly format?: string;
  readonly map?: string;
  readonly encoding?: TextEncoding;
  readonly savePreset?: string;
  readonly forAllProjects?: boolean;
  readonly site?: string;
  readonly json?: boolean;
}

/**
 * `anchorage import`: imports exports one after the other; exits 1 when some could not be imported and 2 when none could. A table
 * refused beside others of one archive is told and no failure.
 */
export async function importFiles(file: string, exports: readonly string[], options: ImportOptions): Promise<void> {
  const mapping = options.map === undefined ? undefined : mappingOf(options.map);
  await withProject(file, async (project) => {
    if (options.site !== undefined) await addSite(project, options.site);
    if (options.savePreset !== undefined) await savePreset(project, options, exports[0] ?? '', mapping);
    const presets = [...listPresets(project.reader), ...userPresets(dataFolder()).list()];
    const requests = exports.map((path) => ({
      path,
      format: options.format,
      mapping,
      encoding: options.encoding,
      presets,
    }));
    const outcomes = await withControl('Importing', 'bytes', (control) =>
      workAlone(project, () => importExports(project, requests, control, () => new Date().toISOString())),
    );
    report(project, outcomes, options.json === true);
  });
}

function report(project: OpenProject, outcomes: readonly ImportOutcome[], isJson: boolean): void {
  const refused = outcomes.filter((outcome) => outcome.kind === 'refused');
  const [first] = refused;
  if (first !== undefined && refused.length === outcomes.length) {
    const { code, message, details } = first.error;
    throw new AppError(code, describeRefusals(refused), { ...details, message, file: first.file });
  }
  if (refused.some((one) => !isBesideOthers(one, outcomes))) process.exitCode = EXIT.findings;
  const totals = readTotals(project.reader);
  if (isJson) {
    const imports = outcomes
      .filter((outcome) => outcome.kind === 'imported')
      .map(({ file, format, confidence, rows, accepted, duplicates, rejected, preset }) => {
        const told = preset === undefined ? {} : { preset };
        return { file, format, confidence, rows, accepted, duplicates, rejected, ...told };
      });
    printJson({
      imports,
      totals,
      ...(refused.length === 0 ? {} : { refused: refused.map(({ file, error }) => ({ file, ...error })) }),
    });
    return;
  }
  for (const outcome of outcomes) printLine(describe(outcome));
  printLine(
    `The project holds ${countOf(totals.backlinks, 'backlink')} on ${countOf(totals.pages, 'page')} of ${countOf(totals.domains, 'domain')}.`,
  );
}

/** True for a table that was refused while others of its file were imported: bundles hold tables that nobody means to import. */
function isBesideOthers({ bundle }: RefusedFile, outcomes: readonly ImportOutcome[]): boolean {
  return (
    bundle !== null && outcomes.some(({ kind, file }) => kind === 'imported' && file.startsWith(`${bundle}${INSIDE}`))
  );
}

function describe(outcome: ImportOutcome): string {
  if (outcome.kind === 'refused') return `${outcome.file}: not imported. ${outcome.error.message}`;
  const { file, format, rows, accepted, duplicates, rejected, isRepeat, preset } = outcome;
  if (isRepeat) return `${file}: imported before, nothing added.`;
  const parts = [
    `${printNumber(accepted)} new`,
    `${printNumber(duplicates)} known already`,
    `${printNumber(rejected)} rejected`,
  ];
  const reasons = rejectionLines(outcome.rejections);
  const how = preset === undefined ? format : `${format}, by the preset “${preset}”`;
  return [`${file} (${how}): ${countOf(rows, 'row')}, ${parts.join(', ')}.`, ...reasons].join('\n');
}

/** Why rows were rejected, most frequent first, as lines below their file. */
function rejectionLines(rejections: ImportedFile['rejections']): string[] {
  return (Object.entries(rejections) as [RejectReason, number][])
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `  ${countOf(count, 'row')} rejected: ${REJECT_REASONS[reason]}`);
}

function describeRefusals(refused: readonly RefusedFile[]): string {
  return refused
    .map(({ file, error }) => (error.message.includes(file) ? error.message : `${file}: ${error.message}`))
    .join('\n');
}

/** Keeps the mapping for files with the columns of the first. */
async function savePreset(
  project: OpenProject,
  { savePreset: name = '', forAllProjects }: ImportOptions,
  path: string,
  mapping: ColumnMapping | undefined,
): Promise<void> {
  if (mapping === undefined) throw new AppError('wrong-use', '--save-preset keeps the columns of --map: give both.');
  const columns = Object.entries(mapping).map(([role, column]) => [role, String(column)]);
  const preset = { name, header: await readColumnNames(path, mapping), mapping: Object.fromEntries(columns) };
  if (forAllProjects === true) userPresets(dataFolder()).save(preset);
  else await writerOf(project).run('savePreset', preset);
}

function mappingOf(text: string): ColumnMapping {
  const parsed = parseColumnMapping(text);
  if (parsed.kind === 'problem') throw new AppError('wrong-use', parsed.message, { map: text });
  return parsed.mapping;
}

async function addSite(project: OpenProject, site: string): Promise<void> {
  const settings = readSettings(project.reader);
  const host = parseHost(site);
  if (host !== null && settings.sites.includes(stripWww(host))) return;
  await writerOf(project).run('writeSettings', checkedSettings({ ...settings, sites: [...settings.sites, site] }));
  remark(`Added ${site} to the sites of the project.`);
}
