import { stat } from 'node:fs/promises';
import { AppError } from '../../contract/app-error.ts';
import { cannotRead } from './file-text.ts';

/** By what a file shows that it was written to. */
export interface FileStamp {
  readonly sizeBytes: number;
  readonly changedMs: number;
}

/** The stamp of a file. Throws `cannot-read`. */
export async function stampOf(path: string): Promise<FileStamp> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { sizeBytes: size, changedMs: mtimeMs };
  } catch (error) {
    throw cannotRead(path, error);
  }
}

/**
 * Throws `cannot-read` where a file was written to since its stamp was taken: a download that was not complete, of which half the rows
 * would be taken for all. A file that is gone by now was read to its end.
 */
export async function requireUnchanged(path: string, { sizeBytes, changedMs }: FileStamp): Promise<void> {
  const now = await stampOf(path).catch((error: unknown) => {
    if (error instanceof AppError) return null;
    throw error;
  });
  if (now === null || (now.sizeBytes === sizeBytes && now.changedMs === changedMs)) return;
  throw new AppError(
    'cannot-read',
    `The file ${path} was written to while it was read, and nothing of it was imported. Import it again when it is complete.`,
    { path },
  );
}
