import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProjectFile, openForWriting } from '../../../src/engine/db/open-project.ts';
import type { WritableDatabase } from '../../../src/engine/db/project-database.ts';
import { readSetting, writeSetting } from '../../../src/engine/db/setting-queries.ts';
import { waitForLocks, writeTransaction } from '../../../src/engine/db/write-transaction.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const folder = temporaryFolder();
let ours: WritableDatabase;
let other: WritableDatabase;
let count = 0;

beforeEach(() => {
  const path = join(folder, `${count++}.anchorage`);
  ours = createProjectFile(path);
  other = openForWriting(path);
  writeSetting(ours, 'n', '0');
});
afterEach(() => {
  ours.close();
  other.close();
});

const number = (db: WritableDatabase): number => Number(readSetting(db, 'n'));
const countUp = (db: WritableDatabase): void => writeSetting(db, 'n', String(number(db) + 1));

describe('writeTransaction', () => {
  it('lets nobody write between what it reads and what it writes', () => {
    waitForLocks(other, () => false);
    writeTransaction(ours, () => {
      expect(number(ours)).toBe(0);
      expect(() => writeTransaction(other, () => countUp(other))).toThrow('database is locked');
      countUp(ours);
    });
    writeTransaction(other, () => countUp(other));
    expect(number(ours)).toBe(2);
  });

  it('asks again and again while another program writes, and then reads what that wrote', () => {
    let asked = 0;
    waitForLocks(ours, () => {
      asked++;
      if (asked === 3) other.exec('COMMIT');
      return true;
    });
    other.exec('BEGIN IMMEDIATE');
    countUp(other);
    writeTransaction(ours, () => countUp(ours));
    expect({ asked, number: number(ours) }).toEqual({ asked: 3, number: 2 });
  });

  it('gives up where its patience ends, having done nothing', () => {
    waitForLocks(ours, () => false);
    other.exec('BEGIN IMMEDIATE');
    const ran: string[] = [];
    expect(() => writeTransaction(ours, () => ran.push('ran'))).toThrow('database is locked');
    expect(ran).toEqual([]);
    other.exec('ROLLBACK');
  });

  it('takes everything back where the work fails, and does it once', () => {
    waitForLocks(ours, () => true);
    const ran: string[] = [];
    const failing = () =>
      writeTransaction(ours, () => {
        ran.push('ran');
        writeTransaction(ours, () => countUp(ours));
        throw new Error('no room');
      });
    expect(failing).toThrow('no room');
    expect({ ran, number: number(ours) }).toEqual({ ran: ['ran'], number: 0 });
  });
});
