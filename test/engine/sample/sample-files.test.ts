import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasSample, sampleFile } from '../../../src/engine/sample/sample-files.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'anchorage-sample-'));
  mkdirSync(join(root, 'resources', 'sample'), { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true }));

describe('sampleFile', () => {
  it('finds the sample from the source tree', () => {
    expect(existsSync(sampleFile('web.jsonl'))).toBe(true);
  });

  it.each([
    ['out/main/cli.js'],
    ['out/main/chunks/sample-1a2b.js'],
    ['resources/app.asar.unpacked/out/main/engine.js'],
  ])('finds the sample above %s', (module) => {
    const from = pathToFileURL(join(root, module)).href;
    expect(sampleFile('prose.json', from)).toBe(join(root, 'resources', 'sample', 'prose.json'));
  });

  it('says that the installation is broken where there is none', () => {
    const from = pathToFileURL(join(tmpdir(), 'nowhere', 'index.js')).href;
    expect(() => sampleFile('web.jsonl', from)).toThrow('resources/sample is missing');
  });
});

describe('hasSample', () => {
  it('tells an installation with the sample from one without', () => {
    expect(hasSample()).toBe(true);
    expect(hasSample(pathToFileURL(join(tmpdir(), 'nowhere', 'index.js')).href)).toBe(false);
  });
});
