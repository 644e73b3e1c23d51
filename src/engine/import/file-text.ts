import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import iconv from 'iconv-lite';
import { AppError } from '../../contract/app-error.ts';
import type { TextEncoding } from '../../core/formats/text-encoding.ts';
import { cutCharacterLength } from './utf8-tail.ts';

/** Largest inflated size of a compressed export, in bytes: more than ten times the largest known. */
export const MAX_INFLATED_BYTES = 32 * 1024 ** 3;
/** What comes of one piece dies young: larger pieces live to be copied by the garbage collector, which took a quarter of the time. */
const CHUNK_BYTES = 64 * 1024;
const LINE_FEED = 10;

/** The content of a file in pieces; `onRead` is told how many bytes came. Throws `cannot-read`. */
export async function* readFileBytes(
  path: string,
  onRead?: (byteCount: number) => void,
): AsyncGenerator<Uint8Array, void, void> {
  const file = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  try {
    for await (const chunk of file as AsyncIterable<Uint8Array>) {
      onRead?.(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw cannotRead(path, error);
  } finally {
    file.destroy();
  }
}

/** A file that could not be read, as a person would say it. */
export function cannotRead(path: string, error: unknown): AppError {
  const cause = causeOf(error);
  return new AppError('cannot-read', `The file ${path} could not be read: ${cause}.`, { path });
}

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'reading it is not permitted',
  EPERM: 'reading it is not permitted',
  EISDIR: 'it is a folder',
  ENOTDIR: 'there is no such folder',
  EBUSY: 'another program holds it',
  EIO: 'the disk reports an error',
};

/** Node's error codes in plain words; zlib's all begin with Z_. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code.startsWith('Z_')) return 'the archive is damaged or cut off, download it again';
  return CAUSES[code] ?? error.message;
}

/** Inflates gzip as it streams in. Throws `cannot-read`, with the title of what is read, for a damaged or endless archive. */
export async function* inflateBytes(
  bytes: AsyncGenerator<Uint8Array>,
  title: string,
): AsyncGenerator<Uint8Array, void, void> {
  const source = Readable.from(bytes);
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  source.once('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  let inflated = 0;
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      inflated += chunk.length;
      if (inflated > MAX_INFLATED_BYTES) {
        throw new AppError('cannot-read', 'The compressed file unpacks to more than 32 GB and was left alone.');
      }
      yield chunk;
    }
  } catch (error) {
    throw error instanceof AppError ? error : cannotRead(title, error);
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}

/** Turns bytes into text piece by piece. The byte order mark and NUL characters are dropped. */
export interface TextReader {
  write(chunk: Uint8Array): string;
  end(): string;
}

/**
 * A reader for one file's encoding. In UTF-8 a line with bytes that are none is read as windows-1252: exports are glued together
 * from several sources, and the first of such lines may come gigabytes behind the start.
 */
export function createTextReader(encoding: TextEncoding): TextReader {
  const decoder = encoding === 'utf-8' ? createUtf8Decoder() : iconv.getDecoder(encoding);
  let isStart = true;
  return {
    write(chunk) {
      const text = withoutNuls(decoder.write(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)));
      const clean = isStart ? text.replace(/^\uFEFF/, '') : text;
      isStart &&= text === '';
      return clean;
    },
    end: () => withoutNuls(decoder.end() ?? ''),
  };
}

function createUtf8Decoder(): { write(chunk: Buffer): string; end(): string } {
  let rest: Buffer = Buffer.alloc(0);
  return {
    write(chunk) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      const end = bytes.length - cutCharacterLength(bytes);
      rest = Buffer.from(bytes.subarray(end));
      return decodeUtf8(bytes.subarray(0, end));
    },
    end: () => rest.toString('utf8'),
  };
}

function decodeUtf8(bytes: Buffer): string {
  if (isUtf8(bytes)) return bytes.toString('utf8');
  let text = '';
  for (let start = 0; start < bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found + 1;
    const line = bytes.subarray(start, end);
    text += isUtf8(line) ? line.toString('utf8') : iconv.decode(line, 'win1252');
    start = end;
  }
  return text;
}

function withoutNuls(text: string): string {
  return text.includes('\0') ? text.replaceAll('\0', '') : text;
}
