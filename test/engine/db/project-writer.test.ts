import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProjectFile, openForReading, openForWriting } from '../../../src/engine/db/open-project.ts';
import { openProjectWriter, type ProjectWriter } from '../../../src/engine/db/project-writer.ts';
import { readSetting } from '../../../src/engine/db/setting-queries.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { thrownCode } from '../../support/thrown-code.ts';
import { waitUntil } from '../../support/wait-until.ts';

const folder = temporaryFolder();

async function withWriter(name: string, use: (writer: ProjectWriter, path: string) => Promise<void>): Promise<void> {
  const path = join(folder, name);
  createProjectFile(path).close();
  const writer = await openProjectWriter(path);
  try {
    await use(writer, path);
  } finally {
    await writer.close();
  }
}

/** Writes to the file as another program does that takes long, until the function it returns is called. */
function writeForLong(path: string): () => void {
  const other = openForWriting(path);
  other.exec("BEGIN IMMEDIATE; INSERT INTO setting VALUES ('other', 'was here')");
  return () => {
    other.exec('COMMIT');
    other.close();
  };
}

describe('openProjectWriter', () => {
  it('runs operations in the order they were asked for', () =>
    withWriter('order.anchorage', async (writer, path) => {
      await Promise.all(['one', 'two', 'three'].map((value) => writer.run('writeSetting', 'word', value)));
      const reader = openForReading(path);
      expect(readSetting(reader, 'word')).toBe('three');
      reader.close();
    }));

  it('lets errors cross the thread with their code', () =>
    withWriter('errors.anchorage', async (writer) => {
      const selection = { kind: 'filter', table: 'links', filter: 'riks>=60' } as const;
      const asked = { selection, verdict: 'keep', note: null, decidedAt: '2026-11-21T12:00:00.000Z' } as const;
      expect(await thrownCode(() => writer.run('applyVerdict', asked))).toBe('bad-filter');
      await writer.run('writeSetting', 'still', 'alive');
    }));

  it('finishes what was asked before it closes, and takes nothing afterwards', async () => {
    const path = join(folder, 'close.anchorage');
    createProjectFile(path).close();
    const writer = await openProjectWriter(path);
    const last = writer.run('writeSetting', 'word', 'last');
    await Promise.all([writer.close(), writer.close()]);
    await last;
    expect(await thrownCode(() => writer.run('writeSetting', 'word', 'late'))).toBe('read-only');
    const reader = openForReading(path);
    expect(readSetting(reader, 'word')).toBe('last');
    reader.close();
  });

  it('waits until another program has written, says so, and then does all that was asked in its order', () =>
    withWriter('waits.anchorage', async (writer, path) => {
      let told = 0;
      writer.onWaiting(() => told++);
      const finish = writeForLong(path);
      const asked = Promise.all([
        writer.run('replaceSetting', 'other', 'was here', 'seen'),
        writer.run('writeSetting', 'word', 'one'),
        writer.run('writeSetting', 'word', 'two'),
      ]);
      await waitUntil('the wait is told', () => told > 0);
      finish();
      expect(await asked).toEqual([true, undefined, undefined]);
      const reader = openForReading(path);
      expect([readSetting(reader, 'other'), readSetting(reader, 'word')]).toEqual(['seen', 'two']);
      reader.close();
    }));

  it('does not wait for another program for long where it is in a hurry, and closes all the same', async () => {
    const path = join(folder, 'hurry.anchorage');
    createProjectFile(path).close();
    const writer = await openProjectWriter(path);
    const finish = writeForLong(path);
    const refused = thrownCode(() => writer.run('writeSetting', 'word', 'one'));
    writer.hurry();
    expect(await refused).toBe('project-locked');
    await writer.close();
    finish();
  });

  it('rejects with the reason where the file cannot be opened', async () => {
    mkdirSync(join(folder, 'folder'));
    expect(await thrownCode(() => openProjectWriter(join(folder, 'missing.anchorage')))).toBe('not-found');
    expect(await thrownCode(() => openProjectWriter(join(folder, 'folder')))).toBe('cannot-read');
  });

  it('rejects a call that cannot cross the thread instead of leaving it open', () =>
    withWriter('uncloneable.anchorage', async (writer) => {
      const value = (() => 'a function') as unknown as string;
      await expect(writer.run('writeSetting', 'word', value)).rejects.toThrow(/could not be cloned/);
      await writer.run('writeSetting', 'word', 'fine');
    }));
});
