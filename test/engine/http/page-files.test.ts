import { symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/contract/app-error.ts';
import { listPageFiles } from '../../../src/engine/http/page-files.ts';
import { makePageFolder } from '../../support/page-folder.ts';

describe('listPageFiles', () => {
  it('names every file by its URL path, type and how long it may be kept', () => {
    const folder = makePageFolder();
    const forGood = 'public, max-age=31536000, immutable';
    expect(Object.fromEntries(listPageFiles(folder))).toEqual({
      '/': { path: join(folder, 'index.html'), contentType: 'text/html; charset=utf-8', cacheControl: 'no-store' },
      '/index.html': {
        path: join(folder, 'index.html'),
        contentType: 'text/html; charset=utf-8',
        cacheControl: 'no-store',
      },
      '/host.js': {
        path: join(folder, 'host.js'),
        contentType: 'text/javascript; charset=utf-8',
        cacheControl: 'no-store',
      },
      '/assets/index-a1b2.js': {
        path: join(folder, 'assets/index-a1b2.js'),
        contentType: 'text/javascript; charset=utf-8',
        cacheControl: forGood,
      },
      '/assets/a%20name.bin': {
        path: join(folder, 'assets/a name.bin'),
        contentType: 'application/octet-stream',
        cacheControl: forGood,
      },
    });
  });

  it('leaves symbolic links out, which could lead anywhere', () => {
    const folder = makePageFolder();
    symlinkSync('/etc/hostname', join(folder, 'assets', 'hostname'));
    expect(listPageFiles(folder).has('/assets/hostname')).toBe(false);
  });

  it('says what to run when the window has not been built', () => {
    const folder = join(tmpdir(), 'anchorage-no-such-build');
    expect(() => listPageFiles(folder)).toThrow(AppError);
    expect(() => listPageFiles(folder)).toThrow(/npm run build/);
  });
});
