import type { EngineClient } from '../../engine/connection.ts';

/** One call's share of a file; the engine's socket takes at most 16 MB. */
const PIECE_BYTES = 4 * 1024 * 1024;

/**
 * Sends a dropped file to the engine in pieces and returns the upload's id. Aborting discards what has arrived.
 *
 * @param onProgress told the bytes sent so far
 */
export async function sendFile(
  client: EngineClient,
  file: File,
  onProgress: (sentBytes: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const { uploadId } = await client.files.beginUpload({ name: file.name, sizeBytes: file.size });
  try {
    for (let offset = 0; offset < file.size; offset += PIECE_BYTES) {
      signal.throwIfAborted();
      const chunk = file.slice(offset, offset + PIECE_BYTES);
      const { receivedBytes } = await client.files.appendUpload({ uploadId, chunk });
      onProgress(receivedBytes);
    }
    signal.throwIfAborted();
    return uploadId;
  } catch (error) {
    await client.files.discardUpload({ uploadId }).catch((reason: unknown) => {
      console.debug('The unfinished upload could not be discarded.', reason);
    });
    throw error;
  }
}
