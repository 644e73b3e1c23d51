import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProjectFile, openForReading } from '../../../src/engine/db/open-project.ts';
import { rememberedGroups } from '../../../src/engine/db/remembered-groups.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();

describe('rememberedGroups', () => {
  it('makes the groups of each name once, and again after another connection has written', () => {
    const path = join(folder, 'client.anchorage');
    const writing = createProjectFile(path);
    const reading = openForReading(path);
    const made = { sites: 0, others: 0 };
    reading.function('made', { deterministic: false }, (name: 'sites' | 'others') => ++made[name]);
    const hosts = (name: 'sites' | 'others') =>
      reading
        .prepare(
          `SELECT hosts FROM ${rememberedGroups(reading, name, `SELECT count(*) AS hosts, made('${name}') FROM site`)}`,
        )
        .pluck()
        .get();
    expect([hosts('sites'), hosts('others'), hosts('sites'), hosts('others')]).toEqual([0, 0, 0, 0]);
    expect(made).toEqual({ sites: 1, others: 1 });
    writing.exec("INSERT INTO site VALUES ('acme.example')");
    expect([hosts('sites'), hosts('sites')]).toEqual([1, 1]);
    expect(made).toEqual({ sites: 2, others: 1 });
    reading.close();
    writing.close();
  });
});
