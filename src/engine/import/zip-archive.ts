import type { Readable } from 'node:stream';
import { type Entry, fromBufferPromise, getFileNameLowLevel, openPromise, type ZipFile } from 'yauzl';
import { AppError } from '../../contract/app-error.ts';
import { cannotRead, MAX_INFLATED_BYTES } from './file-text.ts';

/**
 * Zip archives of exports, and workbooks, which are zip archives too. Nothing is ever written to disk, so names in an archive
 * are labels and no paths; sizes are believed only as far as the inflated bytes bear them out.
 */
export interface ArchiveEntry {
  /** As in the archive, with `/` between folders. Unique. */
  readonly name: string;
  /** In bytes as stored. */
  readonly storedBytes: number;
  readonly inflatedBytes: number;
  /** Why the entry cannot be read; null when it can. */
  readonly problem: string | null;
}

export interface OpenArchive {
  readonly entries: readonly ArchiveEntry[];
  /** The inflated content of an entry. Throws `cannot-read` where it is damaged or larger than it says. */
  bytes(name: string, onRead?: (byteCount: number) => void): AsyncGenerator<Uint8Array>;
  close(): void;
}

/** More files than any export comes in; real bundles hold fewer than a hundred. */
export const MAX_ENTRIES = 1000;

/** Opens an archive on disk or in memory. Throws `cannot-read`. The caller closes it. */
export async function openArchive(from: string | Buffer, label: string): Promise<OpenArchive> {
  let zip: ZipFile | null = null;
  try {
    const options = { lazyEntries: true, decodeStrings: false, autoClose: false };
    zip = await (typeof from === 'string' ? openPromise(from, options) : fromBufferPromise(from, options));
    return archiveOf(zip, await readDirectory(zip), label);
  } catch (error) {
    zip?.close();
    throw error instanceof AppError ? error : damaged(label, error);
  }
}

async function readDirectory(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const tooMany = `The archive holds more than ${MAX_ENTRIES} files and was left alone. Unpack it and import the exports in it.`;
  if (zip.entryCount > MAX_ENTRIES) throw new AppError('cannot-read', tooMany);
  for await (const entry of zip.eachEntry()) {
    if (entries.size === MAX_ENTRIES) throw new AppError('cannot-read', tooMany);
    const written = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    const name = cleanName(written);
    if (!name.endsWith('/')) entries.set(uniqueName(name, entries), entry);
  }
  return entries;
}

function archiveOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>, label: string): OpenArchive {
  return {
    entries: [...entries].map(([name, entry]) => ({
      name,
      storedBytes: entry.compressedSize,
      inflatedBytes: entry.uncompressedSize,
      problem: problemOf(entry),
    })),
    bytes: (name, onRead) => entryBytes(zip, entries.get(name), `${label} › ${name}`, onRead),
    close: () => zip.close(),
  };
}

async function* entryBytes(
  zip: ZipFile,
  entry: Entry | undefined,
  label: string,
  onRead?: (byteCount: number) => void,
): AsyncGenerator<Uint8Array> {
  if (entry === undefined) throw new AppError('cannot-read', `There is no ${label}.`);
  const problem = problemOf(entry);
  if (problem !== null) throw new AppError('cannot-read', problem);
  let stream: Readable | null = null;
  try {
    stream = await zip.openReadStreamPromise(entry);
    const ratio = entry.uncompressedSize === 0 ? 1 : entry.compressedSize / entry.uncompressedSize;
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      onRead?.(Math.round(chunk.length * ratio));
      yield chunk;
    }
  } catch (error) {
    throw error instanceof AppError ? error : damaged(label, error);
  } finally {
    stream?.destroy();
  }
}

function problemOf(entry: Entry): string | null {
  if (entry.isEncrypted()) return 'The file is protected by a password. Unpack the archive and import the result.';
  if (!entry.canDecodeFileData()) {
    return 'The file is compressed in a way that is not read. Unpack the archive and import the result.';
  }
  if (entry.uncompressedSize > MAX_INFLATED_BYTES) {
    return 'The file unpacks to more than 32 GB and was left alone.';
  }
  return null;
}

/** yauzl's messages speak of headers and offsets; what matters is that the archive is no use. */
function damaged(label: string, error: unknown): AppError {
  const isSystemError = error instanceof Error && 'syscall' in error;
  if (isSystemError) return cannotRead(label, error);
  return new AppError(
    'cannot-read',
    `${label} could not be read: the archive is damaged or cut off, download it again.`,
    {
      cause: error instanceof Error ? error.message : String(error),
    },
  );
}

function cleanName(name: string): string {
  return name
    .replace(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu, '')
    .replaceAll('\\', '/')
    .slice(0, 300);
}

function uniqueName(name: string, taken: ReadonlyMap<string, unknown>): string {
  if (!taken.has(name)) return name;
  let number = 2;
  while (taken.has(`${name} (${number})`)) number += 1;
  return `${name} (${number})`;
}
