import type { JobControl } from './job-control.ts';

/** Where an import of several files stands. */
export interface FileProgress {
  /** Says how many tables the file now begun holds. */
  tablesFound(count: number): void;
  bytesRead(read: number, total: number): void;
  tableEnded(): void;
}

/** Progress in bytes over several tables; those that are not open yet count as large as those before them are on average. */
export function createFileProgress(control: JobControl, files: number): FileProgress {
  let tables = files;
  let ended = 0;
  let bytesBefore = 0;
  let current = { read: 0, total: 0 };
  const report = () => {
    const known = bytesBefore + current.total;
    const expected = ended >= tables ? bytesBefore : (known / (ended + 1)) * tables;
    control.progress(bytesBefore + current.read, Math.round(Math.max(expected, known)));
  };
  return {
    tablesFound(count) {
      tables += count - 1;
    },
    bytesRead(read, total) {
      current = { read, total };
      report();
    },
    tableEnded() {
      ended += 1;
      bytesBefore += current.total;
      current = { read: 0, total: 0 };
      report();
    },
  };
}
