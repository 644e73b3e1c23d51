import { open } from 'node:fs/promises';
import { createLayoutSplitter, type RowLayout } from '../../core/formats/detect-layout.ts';
import type { SplitRow } from '../../core/formats/row-splitter.ts';
import type { TextEncoding } from '../../core/formats/text-encoding.ts';
import { createTextReader } from './file-text.ts';

/** How delimited text is to be read. */
export interface TextLayout extends RowLayout {
  readonly encoding: TextEncoding;
}

const TAIL_BYTES = 1024 * 1024;
/** Characters that become rows at once. What becomes of many rows lives on to be copied by the garbage collector. */
const PIECE_CHARS = 16 * 1024;

/** The rows of delimited text as its bytes stream in. */
export async function* textRows(
  bytes: AsyncGenerator<Uint8Array>,
  layout: TextLayout,
): AsyncGenerator<SplitRow[], void, void> {
  const text = createTextReader(layout.encoding);
  const splitter = createLayoutSplitter(layout);
  for await (const chunk of bytes) {
    const read = text.write(chunk);
    for (let from = 0; from < read.length; from += PIECE_CHARS) {
      yield splitter.push(read.slice(from, from + PIECE_CHARS));
    }
  }
  yield splitter.push(text.end());
  yield splitter.end();
}

/**
 * The rows in the last megabyte of a file. The first may begin inside a field, so they serve as evidence and are never imported; their
 * line numbers mean nothing.
 */
export async function readTail(path: string, sizeBytes: number, layout: TextLayout): Promise<readonly SplitRow[]> {
  const file = await open(path);
  try {
    // An even position keeps the two bytes of a UTF-16 character together.
    const start = Math.max(0, 2 * Math.floor((sizeBytes - TAIL_BYTES) / 2));
    const { buffer, bytesRead } = await file.read(Buffer.alloc(TAIL_BYTES + 1), 0, TAIL_BYTES + 1, start);
    const text = createTextReader(layout.encoding).write(buffer.subarray(0, bytesRead));
    const splitter = createLayoutSplitter(layout);
    return [...splitter.push(text.slice(text.indexOf(layout.lineEnd) + 1)), ...splitter.end()];
  } finally {
    await file.close();
  }
}
