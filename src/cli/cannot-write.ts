import { AppError } from '../contract/app-error.ts';

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such folder',
  ENOTDIR: 'there is no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'writing there is not permitted',
  EPERM: 'writing there is not permitted',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EBUSY: 'another program holds it',
};

/** A file that could not be written, as a person would say it; details hold the path. */
export function cannotWrite(path: string, error: unknown): AppError {
  const { code = '', message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) };
  return new AppError('cannot-write', `${path} could not be written: ${CAUSES[code] ?? message}.`, { path });
}
