import { createHash } from 'node:crypto';
import { readFileBytes } from './file-text.ts';

/** SHA-256 of a file as it stands on disk, in hexadecimal. Throws `cannot-read`. */
export async function hashFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of readFileBytes(path)) hash.update(chunk);
  return hash.digest('hex');
}
