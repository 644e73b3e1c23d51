import { readFileSync, writeFileSync } from 'node:fs';
import { type MessagePort, workerData } from 'node:worker_threads';
import { seededRandom } from '../../src/engine/sample/seeded-random.ts';
import { accountForExport } from './account-for-export.ts';
import { mutateExport } from './mutate-export.ts';

/** What a fuzzing thread is started with. */
export interface FuzzTask {
  readonly seed: string;
  readonly first: number;
  readonly end: number;
  readonly fixtures: readonly string[];
  /** Where the file at hand is written. */
  readonly path: string;
  readonly port: MessagePort;
}

/** Before a file is read its number, then what became of it. */
export type FuzzReport =
  | { readonly kind: 'reading'; readonly index: number }
  | {
      readonly kind: 'read';
      readonly index: number;
      readonly outcomes: readonly string[];
      readonly faults: readonly string[];
      readonly seconds: number;
      readonly residentBytes: number;
    };

const { seed, first, end, fixtures, path, port } = workerData as FuzzTask;
const files = fixtures.map((name) => readFileSync(name));
const report = (message: FuzzReport): void => port.postMessage(message);

for (let index = first; index < end; index += 1) {
  writeFileSync(path, mutateExport(files, seededRandom(`${seed} ${index}`)));
  report({ kind: 'reading', index });
  const started = performance.now();
  const account = await accountForExport(path);
  const seconds = (performance.now() - started) / 1000;
  report({ kind: 'read', index, ...account, seconds, residentBytes: process.memoryUsage.rss() });
}
port.close();
