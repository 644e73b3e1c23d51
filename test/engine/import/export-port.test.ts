import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { receiveExport, serveExport } from '../../../src/engine/import/export-port.ts';
import type { ExportEvent } from '../../../src/engine/import/read-export.ts';

/** So many batches travel together. */
const BATCHES_OF_EVENT = 4;
const BATCH: ExportEvent = { kind: 'batch', records: [], bytesRead: 0, totalBytes: 0 };

describe('serveExport', () => {
  it('runs ahead of its receiver by a few events only', async () => {
    const { port1, port2 } = new MessageChannel();
    let produced = 0;
    async function* endless(): AsyncGenerator<ExportEvent> {
      for (;;) {
        produced += 1;
        yield BATCH;
      }
    }
    const serving = serveExport(endless(), port2);
    let received = 0;
    for await (const _ of receiveExport(port1)) {
      received += 1;
      await new Promise((resolve) => setImmediate(resolve));
      expect(produced / BATCHES_OF_EVENT - received).toBeLessThanOrEqual(6);
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
