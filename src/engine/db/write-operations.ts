import { keepCheckAim } from './check-aim.ts';
import { fillFrontier, storeChecks } from './check-queries.ts';
import { versionByOthers } from './database-version.ts';
import { recordUpload } from './disavow-queries.ts';
import { refreshDomains } from './domain-queries.ts';
import { keepEditedFile } from './edited-disavow-file.ts';
import { importDisavowEntries } from './import-disavow-entries.ts';
import { finishImport, resumeImport, startImport } from './import-queries.ts';
import { addJob, setJobParams, settleInterruptedJobs, updateJob } from './job-queries.ts';
import { buildLinkIndex, buildOrderIndex } from './link-index-queries.ts';
import { addListEntries, discardList, finishList, startList } from './list-queries.ts';
import { endMerge, mergePacked } from './merge-batch.ts';
import type { WritableDatabase } from './project-database.ts';
import { removeImport } from './remove-import.ts';
import { writeScores } from './score-queries.ts';
import { replaceSetting, writeSetting, writeSettings } from './setting-queries.ts';
import { applyVerdict, inheritDomainVerdicts, undoDecision } from './verdict-queries.ts';
import { removeView, savePreset, saveView } from './view-queries.ts';
import { writeTransaction } from './write-transaction.ts';

/**
 * Everything the writer thread can be asked to do, by name. Each operation is its own transaction; arguments and results
 * are plain data, because they cross a thread.
 */
export const WRITE_OPERATIONS = {
  writeSettings,
  writeSetting,
  replaceSetting,
  startImport,
  resumeImport,
  mergePacked,
  endMerge,
  buildLinkIndex,
  buildOrderIndex,
  finishImport,
  removeImport,
  refreshDomains,
  inheritDomainVerdicts,
  writeScores,
  applyVerdict,
  undoDecision,
  importDisavowEntries,
  keepEditedFile,
  recordUpload,
  startList,
  addListEntries,
  finishList,
  discardList,
  keepCheckAim,
  fillFrontier,
  storeChecks,
  addJob,
  updateJob,
  setJobParams,
  settleInterruptedJobs,
  saveView,
  removeView,
  savePreset,
  versionByOthers,
} as const satisfies Record<string, (db: WritableDatabase, ...args: never[]) => unknown>;

export type WriteOperations = typeof WRITE_OPERATIONS;
export type WriteOperationName = keyof WriteOperations;

/** The arguments of an operation after the database. */
export type WriteArguments<Name extends WriteOperationName> =
  Parameters<WriteOperations[Name]> extends [WritableDatabase, ...infer Rest] ? Rest : never;

export type WriteResult<Name extends WriteOperationName> = ReturnType<WriteOperations[Name]>;

/** They change settings of the connection, which a transaction does not allow, and begin their transactions themselves. */
const WITH_OWN_TRANSACTIONS: ReadonlySet<WriteOperationName> = new Set([
  'mergePacked',
  'finishImport',
  'removeImport',
  'buildLinkIndex',
  'buildOrderIndex',
]);

/** Runs one operation by name. */
export function runWriteOperation<Name extends WriteOperationName>(
  db: WritableDatabase,
  name: Name,
  args: WriteArguments<Name>,
): WriteResult<Name> {
  const operation = WRITE_OPERATIONS[name] as (db: WritableDatabase, ...rest: unknown[]) => unknown;
  const run = () => operation(db, ...args) as WriteResult<Name>;
  return WITH_OWN_TRANSACTIONS.has(name) ? run() : writeTransaction(db, run);
}
