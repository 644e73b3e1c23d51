import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../contract/app-error.ts';
import type { DisavowFile } from '../core/disavow/disavow-file.ts';
import { parseDisavowFile } from '../core/disavow/parse-disavow-file.ts';
import { LARGEST_DISAVOW_BYTES } from '../engine/disavow/import-disavow-file.ts';
import { cannotRead } from '../engine/import/file-text.ts';
import { cannotWrite } from './cannot-write.ts';

/** The bytes of a disavow file. Throws `cannot-read`, also for a file far beyond what Google takes. */
export async function readDisavowBytes(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size <= LARGEST_DISAVOW_BYTES) return await readFile(path);
  } catch (error) {
    throw cannotRead(path, error);
  }
  throw new AppError('cannot-read', `${path} is too large for a disavow file. Google takes 2,000,000 bytes.`, { path });
}

/** A disavow file, read without loss. Throws `cannot-read`. */
export async function readDisavowFile(path: string): Promise<DisavowFile> {
  return parseDisavowFile(await readDisavowBytes(path));
}

/**
 * Writes a text file as a whole or not at all: to a new file beside it, which then takes its place. Throws `cannot-write`,
 * and then leaves what stood there.
 */
export async function writeTextFile(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const file = await open(temporary, 'wx');
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw cannotWrite(path, error);
  }
}
