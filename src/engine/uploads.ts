import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { appendFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { AppError } from '../contract/app-error.ts';

/**
 * Files a window sends in pieces: a page may read what was dropped on it but not name its path, in the browser as in
 * Electron's sandbox. Each lies in a folder of its own under its own name, and goes when it was imported, is discarded or the engine ends.
 */
export interface Uploads {
  begin(name: string, sizeBytes: number): Promise<string>;
  /** Adds a piece and returns how many bytes have arrived. Throws `not-found`, `wrong-use` or `cannot-write`. */
  append(id: string, chunk: Uint8Array): Promise<number>;
  /** The path of a complete upload. Throws `not-found`, or `cannot-read` while bytes are missing. */
  pathOf(id: string): string;
  discard(id: string): Promise<void>;
  /** Discards the upload that lies there; other paths are left alone. */
  discardPath(path: string): Promise<void>;
  /** Removes every upload. Never rejects: what another program holds open is left to the system's temporary folder. */
  close(): Promise<void>;
}

interface Upload {
  readonly path: string;
  readonly sizeBytes: number;
  /** Bytes asked to be written, and bytes that are. */
  announcedBytes: number;
  receivedBytes: number;
  /** The end of the last write: pieces are written one after the other, in the order they came. */
  written: Promise<void>;
}

/** Uploads in a fresh temporary folder. */
export function openUploads(): Uploads {
  const uploads = new Map<string, Upload>();
  let root: string | null = null;

  return {
    async begin(name, sizeBytes) {
      const id = randomUUID();
      root ??= mkdtempSync(join(tmpdir(), 'anchorage-upload-'));
      const folder = join(root, id);
      mkdirSync(folder);
      const path = join(folder, safeName(name));
      await writeFile(path, '');
      uploads.set(id, { path, sizeBytes, announcedBytes: 0, receivedBytes: 0, written: Promise.resolve() });
      return id;
    },
    async append(id, chunk) {
      const upload = find(id);
      if (upload.announcedBytes + chunk.byteLength > upload.sizeBytes) {
        throw new AppError('wrong-use', 'The file is longer than was announced. Drop it again.', { id });
      }
      upload.announcedBytes += chunk.byteLength;
      upload.written = upload.written.then(() => write(upload, chunk));
      await upload.written;
      return upload.receivedBytes;
    },
    pathOf(id) {
      const upload = find(id);
      if (upload.receivedBytes < upload.sizeBytes) {
        throw new AppError('cannot-read', 'The file has not arrived whole. Drop it again.', { id });
      }
      return upload.path;
    },
    discard,
    async discardPath(path) {
      for (const [id, upload] of uploads) if (upload.path === path) await discard(id);
    },
    async close() {
      uploads.clear();
      if (root !== null) await Promise.allSettled([rm(root, { recursive: true, force: true, maxRetries: 3 })]);
      root = null;
    },
  };

  async function discard(id: string): Promise<void> {
    const upload = uploads.get(id);
    uploads.delete(id);
    if (upload !== undefined) await rm(join(upload.path, '..'), { recursive: true, force: true });
  }

  function find(id: string): Upload {
    const upload = uploads.get(id);
    if (upload === undefined) throw new AppError('not-found', 'The file is no longer here. Drop it again.', { id });
    return upload;
  }
}

async function write(upload: Upload, chunk: Uint8Array): Promise<void> {
  try {
    await appendFile(upload.path, chunk);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('cannot-write', `The dropped file could not be kept while it is read: ${reason}.`, { reason });
  }
  upload.receivedBytes += chunk.byteLength;
}

/** File systems take 255 bytes of UTF-8 in a name, Windows 260 characters in a path. The ending, which tells the format, is kept. */
const LONGEST_NAME_BYTES = 180;

function safeName(name: string): string {
  const cleaned = basename(name.replaceAll('\\', '/')).replaceAll(/[<>:"|?*\p{Cc}]/gu, '_');
  const named = cleaned === '' || cleaned === '.' || cleaned === '..' ? 'export' : cleaned;
  const characters = Array.from(named);
  while (Buffer.byteLength(characters.join('')) > LONGEST_NAME_BYTES) characters.shift();
  return characters.join('');
}
