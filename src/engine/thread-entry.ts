import { existsSync } from 'node:fs';
import { basename } from 'node:path';

/** The files that run as worker threads, relative to src/engine and without their ending. */
export type ThreadName =
  | 'db/writer-thread'
  | 'import/reader-thread'
  | 'score/score-thread'
  | 'crawl/page-reader-thread';

/**
 * The file to start a worker thread from. From source (tests, scripts) it is the TypeScript file, which Node runs as it
 * is; in a build it is the entry of that name in out/main, whether the caller landed there or in out/main/chunks.
 *
 * @param from address of a module of the build or of src/engine itself; given only by tests.
 */
export function threadEntry(name: ThreadName, from: string = import.meta.url): URL {
  if (from.endsWith('.ts')) return new URL(`./${name}.ts`, from);
  const file = `${basename(name)}.js`;
  const beside = new URL(`./${file}`, from);
  return existsSync(beside) ? beside : new URL(`../${file}`, from);
}
