import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { projectArgument } from '../../src/main/project-argument.ts';
import { buildOutput } from '../support/build-output.ts';

/** What is packed, and the files the installed app is opened with: electron-builder.json, read as the packager reads it. */

const ROOT = resolve(import.meta.dirname, '../..');
const config = JSON.parse(readFileSync(join(ROOT, 'electron-builder.json'), 'utf8')) as {
  readonly files: readonly string[];
  readonly fileAssociations: readonly { readonly ext: string }[];
};
const { main } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly main: string };

describe('electron-builder.json', () => {
  beforeAll(() => void buildOutput(), 60_000);

  it.each([
    main,
    'out/preload/index.cjs',
    'out/renderer/index.html',
    'out/main/writer-thread.js',
    'resources/icon.png',
    'resources/sample/web.jsonl',
  ])('packs %s', (file) => {
    expect(existsSync(join(ROOT, file))).toBe(true);
    expect(config.files.flatMap((pattern) => globSync(pattern, { cwd: ROOT }))).toContain(join(file));
  });

  it('claims the files the app opens when it is started with one', () => {
    const opened = config.fileAssociations.map(({ ext }) => projectArgument(['anchorage', `client.${ext}`], '/work'));
    expect(opened).toEqual([resolve('/work/client.anchorage')]);
  });
});
