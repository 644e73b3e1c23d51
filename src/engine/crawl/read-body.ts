import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';
import { assertNever } from '../../core/assert-never.ts';
import type { CutShort } from '../../core/check/fetch-outcome.ts';
import type { BodyEnd, HostAnswer } from './exchange.ts';

/** A body that was read and unpacked, whole or in part, or why it was not. */
export type BodyResult =
  | { readonly kind: 'body'; readonly bytes: Buffer<ArrayBuffer>; readonly cut: CutShort | null }
  | { readonly kind: 'too-large'; readonly evidence: string }
  | { readonly kind: 'broken'; readonly evidence: string };

export interface BodyLimits {
  /** Bound for the body as sent. */
  readonly maxRawBytes: number;
  /** Bound for the body unpacked, after each of its encodings. */
  readonly maxBytes: number;
}

/**
 * Unpacks on the calling thread: bodies are small and bounded, and the thread pool is busy with looking up names, some of
 * which take seconds.
 */
type Unpack = (bytes: Buffer<ArrayBuffer>, options: UnpackOptions) => Buffer<ArrayBuffer>;

interface UnpackOptions {
  readonly maxOutputLength: number;
  /** Gives what came of a body that ends too early. */
  readonly isLenient: boolean;
}

const MAX_ENCODINGS = 3;

const UNPACKERS: Readonly<Record<string, Unpack>> = {
  gzip: unpackGzip,
  'x-gzip': unpackGzip,
  deflate: unpackDeflate,
  br: (bytes, { maxOutputLength, isLenient }) =>
    brotliDecompressSync(bytes, {
      finishFlush: isLenient ? constants.BROTLI_OPERATION_FLUSH : constants.BROTLI_OPERATION_FINISH,
      maxOutputLength,
    }),
  zstd: (bytes, { maxOutputLength, isLenient }) =>
    zstdDecompressSync(bytes, {
      finishFlush: isLenient ? constants.ZSTD_e_flush : constants.ZSTD_e_end,
      maxOutputLength,
    }),
};

/** Undoes the content encodings of a body, within bounds. */
export function readBody(answer: HostAnswer, limits: BodyLimits): BodyResult {
  const { chunks, sizeBytes, end } = answer;
  const encodings = (answer.headers['content-encoding'] ?? []).join(',');
  return unpackBody(joinChunks(chunks, sizeBytes), encodings, limits.maxBytes, cutOf(end, limits));
}

function cutOf(end: BodyEnd, { maxRawBytes }: BodyLimits): CutShort | null {
  switch (end) {
    case 'whole':
      return null;
    case 'enough':
      return { reason: 'too-large', evidence: `more than ${maxRawBytes} bytes sent` };
    case 'broken':
      return { reason: 'incomplete', evidence: 'the body broke off' };
    default:
      return assertNever(end);
  }
}

/**
 * One buffer with memory of its own. `Buffer.concat` cuts it from a pool that other bodies share, so handing one to a thread would
 * copy it, or the whole pool with it.
 */
function joinChunks(chunks: readonly Buffer[], sizeBytes: number): Buffer<ArrayBuffer> {
  const bytes = Buffer.allocUnsafeSlow(sizeBytes);
  let at = 0;
  for (const chunk of chunks) at += chunk.copy(bytes, at);
  return bytes;
}

function unpackBody(
  raw: Buffer<ArrayBuffer>,
  contentEncoding: string,
  maxBytes: number,
  cutRaw: CutShort | null,
): BodyResult {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > MAX_ENCODINGS) return { kind: 'broken', evidence: `packed ${encodings.length} times` };
  let bytes = raw;
  let cut = cutRaw;
  for (const encoding of encodings.reverse()) {
    const unpack = UNPACKERS[encoding];
    if (unpack === undefined) return { kind: 'broken', evidence: `unknown content encoding ${encoding}` };
    if (bytes.length === 0) break;
    if (isMislabelled(encoding, bytes)) {
      cut ??= { reason: 'incomplete', evidence: `the body is called ${encoding} and is not` };
      continue;
    }
    const unpacked = tryUnpack(unpack, bytes, maxBytes, cut !== null);
    if (unpacked === 'bomb') return { kind: 'too-large', evidence: `more than ${maxBytes} bytes when unpacked` };
    if (unpacked === null) return { kind: 'broken', evidence: `the body is not valid ${encoding}` };
    bytes = unpacked.bytes;
    if (unpacked.isCut) cut ??= { reason: 'incomplete', evidence: `the ${encoding} data do not end as they should` };
  }
  if (bytes.length <= maxBytes) return { kind: 'body', bytes, cut };
  cut = { reason: 'too-large', evidence: `more than ${maxBytes} bytes` };
  return { kind: 'body', bytes: bytes.subarray(0, maxBytes), cut };
}

/** Whole at first; what does not end as it should is taken as far as it goes. Null where it makes no sense at all. */
function tryUnpack(
  unpack: Unpack,
  bytes: Buffer<ArrayBuffer>,
  maxOutputLength: number,
  isCut: boolean,
): { readonly bytes: Buffer<ArrayBuffer>; readonly isCut: boolean } | 'bomb' | null {
  for (const isLenient of isCut ? [true] : [false, true]) {
    try {
      return { bytes: unpack(bytes, { maxOutputLength, isLenient }), isCut: isLenient };
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') return 'bomb';
    }
  }
  return null;
}

/** Some servers send plain text and call it gzip. Browsers show none of it, so it proves nothing but the links it holds. */
function isMislabelled(encoding: string, bytes: Buffer): boolean {
  return encoding.endsWith('gzip') && !(bytes[0] === 0x1f && bytes[1] === 0x8b);
}

function unpackGzip(bytes: Buffer<ArrayBuffer>, { maxOutputLength, isLenient }: UnpackOptions): Buffer<ArrayBuffer> {
  const options = { finishFlush: zlibFlush(isLenient), maxOutputLength };
  try {
    return gunzipSync(bytes, options);
  } catch (error) {
    if (!isLenient) throw error;
    // What follows the end of the data is not gzip: without the header around them, they are read to their end and no further.
    return inflateRawSync(bytes.subarray(gzipHeaderLength(bytes)), options);
  }
}

/** RFC 1952 section 2.3: ten bytes, then what their flags announce. */
function gzipHeaderLength(bytes: Buffer): number {
  const flags = bytes[3] ?? 0;
  let length = 10;
  if ((flags & 0x04) !== 0) length += 2 + (bytes[length] ?? 0) + ((bytes[length + 1] ?? 0) << 8);
  for (const text of [0x08, 0x10]) {
    if ((flags & text) !== 0) length = bytes.indexOf(0, length) + 1;
  }
  return (flags & 0x02) === 0 ? length : length + 2;
}

/** Half the servers that send deflate leave out the zlib header the standard asks for. */
function unpackDeflate(bytes: Buffer<ArrayBuffer>, { maxOutputLength, isLenient }: UnpackOptions): Buffer<ArrayBuffer> {
  const start = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const hasHeader = ((bytes[0] ?? 0) & 0x0f) === 8 && start % 31 === 0;
  const options = { finishFlush: zlibFlush(isLenient), maxOutputLength };
  return hasHeader ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
}

function zlibFlush(isLenient: boolean): number {
  return isLenient ? constants.Z_SYNC_FLUSH : constants.Z_FINISH;
}
