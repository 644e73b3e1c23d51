import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openUploads, type Uploads } from '../../src/engine/uploads.ts';
import { thrownCode } from '../support/thrown-code.ts';

let uploads: Uploads;
beforeEach(() => {
  uploads = openUploads();
});
afterEach(() => uploads.close());

const bytes = (text: string) => new TextEncoder().encode(text);

describe('openUploads', () => {
  it('puts pieces together in the order they were sent', async () => {
    const id = await uploads.begin('export.csv', 9);
    const received = await Promise.all(['one', 'two', 'six'].map((text) => uploads.append(id, bytes(text))));
    expect(received).toEqual([3, 6, 9]);
    expect(readFileSync(uploads.pathOf(id), 'utf8')).toBe('onetwosix');
  });

  it('gives no path while bytes are missing', async () => {
    const id = await uploads.begin('export.csv', 4);
    await uploads.append(id, bytes('one'));
    expect(await thrownCode(() => uploads.pathOf(id))).toBe('cannot-read');
  });

  it('refuses more than was announced, also when pieces are sent at once', async () => {
    const id = await uploads.begin('export.csv', 5);
    const codes = ['abc', 'def'].map((text) => thrownCode(() => uploads.append(id, bytes(text))));
    expect(await Promise.all(codes)).toEqual([null, 'wrong-use']);
    expect(await uploads.append(id, bytes('de'))).toBe(5);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\exports\\links.csv', 'links.csv'],
    ['..', 'export'],
    ['a<b>:"|?*\u0000.csv', 'a_b_______.csv'],
    [
      'https___acme.example_-More sample links-2026-05-18 (downloaded again).csv',
      'https___acme.example_-More sample links-2026-05-18 (downloaded again).csv',
    ],
    [`${'ж'.repeat(200)}.csv`, `${'ж'.repeat(88)}.csv`],
  ])('keeps %j in a folder of its own as %j', async (name, kept) => {
    const id = await uploads.begin(name, 0);
    expect(basename(uploads.pathOf(id))).toBe(kept);
  });

  it('forgets what is discarded and, in the end, everything', async () => {
    const [one, two] = [await uploads.begin('one.csv', 0), await uploads.begin('two.csv', 0)];
    const paths = [uploads.pathOf(one), uploads.pathOf(two)];
    await uploads.discard(one);
    await uploads.discard('never begun');
    await uploads.discardPath('/elsewhere/two.csv');
    expect(paths.map((path) => existsSync(path))).toEqual([false, true]);
    expect(await thrownCode(() => uploads.append(one, bytes('x')))).toBe('not-found');
    const three = await uploads.begin('three.csv', 0);
    const path = uploads.pathOf(three);
    await uploads.discardPath(path);
    expect(existsSync(path)).toBe(false);
    await uploads.close();
    expect(paths.map((path) => existsSync(path))).toEqual([false, false]);
  });
});
