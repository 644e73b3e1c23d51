import {
  brotliDecompressSync,
  constants,
  gunzipSync,
  inflateRawSync,
  inflateSync,
  zstdDecompressSync,
} from 'node:zlib';

/** A body that was read and unpacked, or why it was not. */
export type BodyResult =
  | { readonly kind: 'body'; readonly bytes: Buffer<ArrayBuffer> }
  | { readonly kind: 'too-large'; readonly evidence: string }
  | { readonly kind: 'broken'; readonly evidence: string };

export interface BodyLimits {
  /** Bound for the body as sent. */
  readonly maxRawBytes: number;
  /** Bound for the body unpacked, after each of its encodings. */
  readonly maxBytes: number;
  /** Reads no further than `maxRawBytes` and keeps what came, where the beginning is enough. */
  readonly keepsBeginning?: boolean;
}

/**
 * Unpacks on the calling thread: bodies are small and bounded, and the thread pool is busy with looking up names, some of
 * which take seconds.
 */
type Unpack = (bytes: Buffer<ArrayBuffer>, maxBytes: number) => Buffer<ArrayBuffer>;

/** A body that ends too early still gives what came. */
const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH } as const;
const MAX_ENCODINGS = 3;

const UNPACKERS: Readonly<Record<string, Unpack>> = {
  gzip: unpackGzip,
  'x-gzip': unpackGzip,
  deflate: unpackDeflate,
  br: (bytes, maxOutputLength) =>
    brotliDecompressSync(bytes, { finishFlush: constants.BROTLI_OPERATION_FLUSH, maxOutputLength }),
  zstd: (bytes, maxOutputLength) => zstdDecompressSync(bytes, { finishFlush: constants.ZSTD_e_flush, maxOutputLength }),
};

/** Reads a response body and undoes its content encodings, within bounds. Throws what the stream throws. */
export async function readBody(
  stream: AsyncIterable<Buffer>,
  contentEncoding: string,
  limits: BodyLimits,
): Promise<BodyResult> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    chunks.push(chunk);
    if (size <= limits.maxRawBytes) continue;
    if (limits.keepsBeginning !== true)
      return { kind: 'too-large', evidence: `more than ${limits.maxRawBytes} bytes sent` };
    break;
  }
  return unpackBody(Buffer.concat(chunks), contentEncoding, limits.maxBytes);
}

function unpackBody(raw: Buffer<ArrayBuffer>, contentEncoding: string, maxBytes: number): BodyResult {
  const encodings = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity');
  if (encodings.length > MAX_ENCODINGS) return { kind: 'broken', evidence: `packed ${encodings.length} times` };
  let bytes = raw;
  for (const encoding of encodings.reverse()) {
    const unpack = UNPACKERS[encoding];
    if (unpack === undefined) return { kind: 'broken', evidence: `unknown content encoding ${encoding}` };
    if (bytes.length === 0) break;
    try {
      bytes = unpack(bytes, maxBytes);
    } catch (error) {
      const isBomb = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
      return isBomb
        ? { kind: 'too-large', evidence: `more than ${maxBytes} bytes when unpacked` }
        : { kind: 'broken', evidence: `the body is not valid ${encoding}` };
    }
  }
  return bytes.length > maxBytes
    ? { kind: 'too-large', evidence: `more than ${maxBytes} bytes` }
    : { kind: 'body', bytes };
}

/** Some servers send plain text and call it gzip. */
function unpackGzip(bytes: Buffer<ArrayBuffer>, maxOutputLength: number): Buffer<ArrayBuffer> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return isGzip ? gunzipSync(bytes, { ...LENIENT, maxOutputLength }) : bytes;
}

/** Half the servers that send deflate leave out the zlib header the standard asks for. */
function unpackDeflate(bytes: Buffer<ArrayBuffer>, maxOutputLength: number): Buffer<ArrayBuffer> {
  const start = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  const hasHeader = ((bytes[0] ?? 0) & 0x0f) === 8 && start % 31 === 0;
  const options = { ...LENIENT, maxOutputLength };
  return hasHeader ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
}
