import { eventIterator, oc, type } from '@orpc/contract';
import { z } from 'zod';
import { TEXT_ENCODING_NAMES } from '../core/formats/text-encoding.ts';
import type { SourceOverlap } from '../core/model/source-overlap.ts';
import { VERDICTS } from '../core/model/verdict.ts';
import { type CheckSettings, checkPolicySchema, checkSettingsSchema } from './check-settings.ts';
import type {
  DisavowBuildAnswer,
  DisavowDiffAnswer,
  DisavowDraft,
  DisavowFixAnswer,
  DisavowImportAnswer,
  DisavowLintAnswer,
  DisavowVersion,
} from './disavow.ts';
import type { ChosenFiles, FolderListing } from './files.ts';
import type { ExportPreviewAnswer, MappingPreset } from './imports.ts';
import type { EngineEvent, JobStatus } from './jobs.ts';
import { type ProjectSummary, projectSettingsSchema, type RecentProject } from './project.ts';
import type {
  AnchorRow,
  CheckRow,
  DomainRow,
  ImportRow,
  LinkDetail,
  LinkRow,
  Page,
  RejectedRow,
  TargetRow,
} from './rows.ts';
import type { SavedView } from './saved-view.ts';

/**
 * Every call between a window and the engine, over a message port or a socket. Inputs are validated here because they
 * cross a process boundary; outputs are typed only. Each project call carries the handle `project.open` returned, so that
 * a reconnected socket or a second window needs no session.
 */

const projectId = z.string().min(1).max(100);
const ofProject = z.object({ projectId });
const filePath = z.string().min(1).max(4096);
const filter = z.string().max(10_000).default('');

export const TABLES = ['links', 'domains', 'anchors', 'targets', 'checks'] as const;
export type TableName = (typeof TABLES)[number];

const sort = z
  .array(z.object({ key: z.string().max(40), desc: z.boolean() }))
  .max(5)
  .default([]);
const pageQuery = ofProject.extend({
  filter,
  sort,
  offset: z.int().min(0).default(0),
  limit: z.int().min(1).max(5000).default(100),
});

/** What a bulk action works on: given rows of a table, or everything a filter matches; of checks, the links that they looked for. */
export const selectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), table: z.enum(['links', 'domains']), ids: z.array(z.int()).min(1).max(100_000) }),
  z.object({ kind: z.literal('filter'), table: z.enum(['links', 'domains', 'checks']), filter }),
]);
export type Selection = z.output<typeof selectionSchema>;

const checkRequest = ofProject.extend({ selection: selectionSchema, policy: checkPolicySchema.optional() });

/** Where an export comes from: a path this machine's engine can read, or an upload the window sent in pieces. */
export const exportSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('path'), path: filePath }),
  z.object({ kind: z.literal('upload'), uploadId: z.string().min(1).max(100) }),
]);
export type ExportSource = z.output<typeof exportSourceSchema>;

export const columnMappingSchema = z.record(z.string().max(40), z.string().max(500));
export const exportRequestSchema = z.object({
  source: exportSourceSchema,
  format: z.string().max(60).optional(),
  mapping: columnMappingSchema.optional(),
  encoding: z.enum(TEXT_ENCODING_NAMES).optional(),
});

export const engineContract = {
  app: {
    info: oc.output(type<{ version: string; sampleAvailable: boolean }>()),
    recent: oc.output(type<readonly RecentProject[]>()),
    forgetRecent: oc.input(z.object({ path: filePath })).output(type<null>()),
    /** Notices about jobs and changes, until the caller stops listening. */
    events: oc.output(eventIterator(type<EngineEvent>())),
    /** Opens an http(s) address in the user's own browser, where the host can; answers whether it could. */
    openExternal: oc.input(z.object({ url: z.string().max(4096) })).output(type<boolean>()),
    /** The project or file the host was started with, once. */
    startup: oc.output(type<{ openPath: string | null }>()),
  },

  files: {
    /** Asks the host's native dialog; `no-dialog` means the host has none and the window shows its own folder list. */
    choose: oc
      .input(
        z.object({
          purpose: z.enum(['open-project', 'new-project', 'exports']),
          suggestedName: z.string().max(255).optional(),
        }),
      )
      .output(type<ChosenFiles>()),
    list: oc.input(z.object({ folder: filePath.nullable() })).output(type<FolderListing>()),
    beginUpload: oc
      .input(z.object({ name: z.string().min(1).max(255), sizeBytes: z.int().min(0) }))
      .output(type<{ uploadId: string }>()),
    appendUpload: oc
      .input(z.object({ uploadId: z.string(), chunk: z.instanceof(Blob) }))
      .output(type<{ receivedBytes: number }>()),
    discardUpload: oc.input(z.object({ uploadId: z.string() })).output(type<null>()),
  },

  project: {
    create: oc.input(z.object({ path: filePath, settings: projectSettingsSchema })).output(type<ProjectSummary>()),
    open: oc.input(z.object({ path: filePath })).output(type<ProjectSummary>()),
    /** Makes (or reopens) the sample project in the user's data folder and starts its import, check and score. */
    openSample: oc.output(type<ProjectSummary>()),
    summary: oc.input(ofProject).output(type<ProjectSummary>()),
    /** Who saw what. */
    sourceOverlap: oc.input(ofProject).output(type<SourceOverlap>()),
    saveSettings: oc.input(ofProject.extend({ settings: projectSettingsSchema })).output(type<ProjectSummary>()),
    close: oc.input(ofProject).output(type<null>()),
  },

  imports: {
    preview: oc.input(ofProject.extend({ request: exportRequestSchema })).output(type<ExportPreviewAnswer>()),
    start: oc
      .input(ofProject.extend({ requests: z.array(exportRequestSchema).min(1).max(200) }))
      .output(type<JobStatus>()),
    list: oc.input(ofProject).output(type<readonly ImportRow[]>()),
    /** Takes an import back as a whole, leaving what other imports said, and returns what it was. */
    undo: oc.input(ofProject.extend({ importId: z.int() })).output(type<ImportRow>()),
    rejected: oc
      .input(
        ofProject.extend({
          importId: z.int(),
          offset: z.int().min(0).default(0),
          limit: z.int().min(1).max(5000).default(200),
        }),
      )
      .output(type<Page<RejectedRow>>()),
    presets: oc.input(ofProject).output(type<readonly MappingPreset[]>()),
    savePreset: oc
      .input(
        ofProject.extend({
          name: z.string().min(1).max(100),
          header: z.array(z.string()).max(500),
          mapping: columnMappingSchema,
          scope: z.enum(['project', 'user']).default('project'),
        }),
      )
      .output(type<null>()),
  },

  links: {
    page: oc.input(pageQuery).output(type<Page<LinkRow>>()),
    one: oc.input(ofProject.extend({ id: z.int() })).output(type<LinkDetail>()),
  },
  domains: {
    page: oc.input(pageQuery).output(type<Page<DomainRow>>()),
    one: oc.input(ofProject.extend({ id: z.int() })).output(type<{ row: DomainRow; worst: readonly LinkRow[] }>()),
  },
  anchors: { page: oc.input(pageQuery).output(type<Page<AnchorRow>>()) },
  targets: { page: oc.input(pageQuery).output(type<Page<TargetRow>>()) },
  checks: {
    page: oc.input(pageQuery).output(type<Page<CheckRow>>()),
    /** How many links a check would ask, before it is started. */
    preview: oc.input(checkRequest).output(type<{ links: number }>()),
    /** Asks the links with the project's check settings. */
    start: oc.input(checkRequest).output(type<JobStatus>()),
  },
  /** How the project's pages are asked: every check a window starts goes by it. */
  checkSettings: {
    read: oc.input(ofProject).output(type<CheckSettings>()),
    save: oc.input(ofProject.extend({ settings: checkSettingsSchema })).output(type<CheckSettings>()),
  },
  score: { start: oc.input(ofProject).output(type<JobStatus>()) },

  verdicts: {
    /** What applying a verdict would touch, before it is done: "412 links of 9 domains, 3 of them marked keep". */
    preview: oc
      .input(ofProject.extend({ selection: selectionSchema, verdict: z.enum(VERDICTS) }))
      .output(type<{ links: number; domains: number; keptBefore: number }>()),
    apply: oc
      .input(
        ofProject.extend({
          selection: selectionSchema,
          verdict: z.enum(VERDICTS),
          note: z.string().max(2000).optional(),
        }),
      )
      .output(type<{ decisionId: number; links: number; domains: number; description: string }>()),
    undo: oc.input(ofProject).output(type<{ undone: string | null }>()),
  },

  disavow: {
    /** The text in the editor: the newest version of the project, or what its verdicts would build. */
    draft: oc.input(ofProject).output(type<DisavowDraft>()),
    build: oc.input(ofProject).output(type<DisavowBuildAnswer>()),
    lint: oc.input(ofProject.extend({ text: z.string().max(4_000_000) })).output(type<DisavowLintAnswer>()),
    fix: oc.input(ofProject.extend({ text: z.string().max(4_000_000) })).output(type<DisavowFixAnswer>()),
    diff: oc
      .input(ofProject.extend({ before: z.string().max(4_000_000), after: z.string().max(4_000_000) }))
      .output(type<DisavowDiffAnswer>()),
    /** Keeps the text as a version of the project. */
    save: oc
      .input(ofProject.extend({ text: z.string().max(4_000_000), fileName: z.string().max(255) }))
      .output(type<DisavowVersion>()),
    /** Keeps a file as a version and turns its entries into verdicts. */
    importFile: oc
      .input(ofProject.extend({ body: z.instanceof(Blob), fileName: z.string().max(255) }))
      .output(type<DisavowImportAnswer>()),
    versions: oc.input(ofProject).output(type<readonly DisavowVersion[]>()),
    /** Notes where and when a version was uploaded; the upload itself is the person's, because Google offers no other way. */
    recordUpload: oc
      .input(
        ofProject.extend({
          versionId: z.int(),
          property: z.string().trim().min(1).max(300),
          /** YYYY-MM-DD. */
          uploadedOn: z.iso.date(),
        }),
      )
      .output(type<DisavowVersion>()),
    version: oc.input(ofProject.extend({ id: z.int() })).output(type<{ version: DisavowVersion; text: string }>()),
  },

  jobs: {
    list: oc.input(ofProject).output(type<readonly JobStatus[]>()),
    cancel: oc.input(ofProject.extend({ id: z.int() })).output(type<JobStatus>()),
    pause: oc.input(ofProject.extend({ id: z.int() })).output(type<JobStatus>()),
    /** A check goes on with the settings that the project has now. */
    resume: oc.input(ofProject.extend({ id: z.int() })).output(type<JobStatus>()),
  },

  views: {
    list: oc.input(ofProject.extend({ table: z.enum(TABLES) })).output(type<readonly SavedView[]>()),
    save: oc
      .input(
        ofProject.extend({
          table: z.enum(TABLES),
          name: z.string().trim().min(1).max(100),
          filter,
          sort,
          columns: z.array(z.string().max(40)).max(60),
        }),
      )
      .output(type<null>()),
    remove: oc.input(ofProject.extend({ table: z.enum(TABLES), name: z.string() })).output(type<null>()),
  },
};
export type EngineContract = typeof engineContract;
