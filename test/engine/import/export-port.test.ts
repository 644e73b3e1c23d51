import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { receiveExport, serveExport } from '../../../src/engine/import/export-port.ts';
import type { ExportEvent } from '../../../src/engine/import/read-export.ts';

/** So many rows travel together. */
const ROWS_OF_EVENT = 5000;
const ROW = { kind: 'rejected', line: 1, raw: '', reason: 'no-source' } as const;
const ROWS = 500;
const BATCH: ExportEvent = {
  kind: 'batch',
  records: Array.from({ length: ROWS }, () => ROW),
  bytesRead: 0,
  totalBytes: 0,
};

describe('serveExport', () => {
  it('runs ahead of its receiver by a few events only', async () => {
    const { port1, port2 } = new MessageChannel();
    let produced = 0;
    async function* endless(): AsyncGenerator<ExportEvent> {
      for (;;) {
        produced += ROWS;
        yield BATCH;
      }
    }
    const serving = serveExport(endless(), port2);
    let received = 0;
    for await (const _ of receiveExport(port1)) {
      received += 1;
      await new Promise((resolve) => setImmediate(resolve));
      expect(produced / ROWS_OF_EVENT - received).toBeLessThanOrEqual(6);
      if (received === 50) break;
    }
    await serving;
  });
});

describe('receiveExport', () => {
  it('fails when the other side goes without a word', async () => {
    const { port1, port2 } = new MessageChannel();
    const first = receiveExport(port1).next();
    port2.close();
    await expect(first).rejects.toMatchObject({ code: 'internal' });
  });
});
