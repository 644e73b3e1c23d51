import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { AppError } from '../contract/app-error.ts';
import type { ProjectSettings } from '../contract/project.ts';
import { createProjectFile, findDamage, openForReading } from './db/open-project.ts';
import type { ReadableDatabase } from './db/project-database.ts';
import { openProjectWriter, type ProjectWriter } from './db/project-writer.ts';
import { writeSettings } from './db/setting-queries.ts';
import { checkedSettings } from './project-settings.ts';

/** A project that is open: one connection to read from and the thread that writes. */
export interface OpenProject {
  /** Stable for a path, so that a window finds its project again after the engine has restarted. */
  readonly id: string;
  readonly path: string;
  readonly reader: ReadableDatabase;
  /** Null when the file is damaged and open for reading only. */
  readonly writer: ProjectWriter | null;
  readonly readOnlyReason: string;
}

/** Creates a project file. Throws `already-exists`, `cannot-write` or `wrong-use`. */
export function createProject(path: string, settings: ProjectSettings): void {
  const checked = checkedSettings(settings);
  const database = createProjectFile(resolve(path));
  writeSettings(database, checked);
  database.close();
}

/** Opens a project for reading and writing; a damaged one for reading only. Errors as `openForWriting`. */
export async function openProject(path: string): Promise<OpenProject> {
  const fullPath = resolve(path);
  const id = createHash('sha256').update(fullPath).digest('hex').slice(0, 16);
  const writer = await openWriterUnlessDamaged(fullPath);
  const reader = await openReaderBeside(writer, fullPath);
  const damage = writer === null ? 'its first pages cannot be read' : findSmallFileDamage(reader, fullPath);
  if (damage === null) return { id, path: fullPath, reader, writer, readOnlyReason: '' };
  await writer?.close();
  const readOnlyReason = `The project file is damaged (${damage}). What can be read is shown; nothing is written to it.`;
  return { id, path: fullPath, reader, writer: null, readOnlyReason };
}

async function openWriterUnlessDamaged(path: string): Promise<ProjectWriter | null> {
  try {
    return await openProjectWriter(path);
  } catch (error) {
    if (error instanceof AppError && error.code === 'damaged-project') return null;
    throw error;
  }
}

/** The reading connection; a writer that would be left alone is closed with the failure. */
async function openReaderBeside(writer: ProjectWriter | null, path: string): Promise<ReadableDatabase> {
  try {
    return openForReading(path);
  } catch (error) {
    await writer?.close();
    throw error;
  }
}

/** Checking every page of a large file would keep people waiting at each opening; there, damage shows when it is met. */
const CHECKED_FILE_BYTES = 64 * 1024 * 1024;

function findSmallFileDamage(reader: ReadableDatabase, path: string): string | null {
  return statSync(path).size > CHECKED_FILE_BYTES ? null : findDamage(reader);
}

/** Closes both connections. */
export async function closeProject(project: OpenProject): Promise<void> {
  try {
    project.reader.close();
  } finally {
    await project.writer?.close();
  }
}

/** The writer of a project. Throws `read-only` when there is none. */
export function writerOf(project: OpenProject): ProjectWriter {
  if (project.writer === null) throw new AppError('read-only', project.readOnlyReason, { path: project.path });
  return project.writer;
}
