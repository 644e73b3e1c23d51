import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { threadEntry } from '../../src/engine/thread-entry.ts';

describe('threadEntry', () => {
  it('is the TypeScript file when the caller runs from source', () => {
    expect(threadEntry('import/reader-thread').pathname).toMatch(/src\/engine\/import\/reader-thread\.ts$/);
  });

  it('is the built entry, seen from the build folder and from its chunks', () => {
    const out = mkdtempSync(join(tmpdir(), 'anchorage-out-'));
    mkdirSync(join(out, 'chunks'));
    writeFileSync(join(out, 'writer-thread.js'), '');
    const expected = pathToFileURL(join(out, 'writer-thread.js')).href;
    for (const caller of ['engine.js', 'chunks/open-project-a1b2.js']) {
      const entry = threadEntry('db/writer-thread', pathToFileURL(join(out, caller)).href);
      expect(entry.href).toBe(expected);
      expect(existsSync(entry)).toBe(true);
    }
  });
});
