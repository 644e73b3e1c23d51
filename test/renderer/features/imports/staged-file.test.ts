import { describe, expect, it } from 'vitest';
import type { ExportPreviewAnswer } from '../../../../src/contract/imports.ts';
import {
  isImportable,
  needsMapping,
  newStagedFile,
  type StagedFile,
} from '../../../../src/renderer/features/imports/staged-file.ts';

const links: ExportPreviewAnswer = {
  fileName: 'links.csv',
  sizeBytes: 100,
  encoding: 'utf-8',
  delimiter: ',',
  format: 'ahrefs-backlinks-2026',
  formatTitle: 'Ahrefs backlinks, 2026',
  vendor: 'ahrefs',
  confidence: 1,
  reasons: [],
  kind: 'links',
  refusal: null,
  columns: [{ name: 'Page', role: 'source', examples: [] }],
  sampleRows: [],
  sampled: { rows: 1, accepted: 1, rejected: {} },
  foreignHost: null,
  tables: [],
  alreadyImported: false,
};
const unknown: ExportPreviewAnswer = { ...links, format: 'unknown', kind: 'refused', refusal: 'Not recognised.' };

function staged(part: Partial<StagedFile>): StagedFile {
  return { ...newStagedFile('links.csv', null, { kind: 'path', path: '/exports/links.csv' }), phase: 'ready', ...part };
}

describe('isImportable', () => {
  it.each([
    ['a recognised file', staged({ preview: links }), true],
    ['a file left out by hand', staged({ preview: links, isIncluded: false }), false],
    ['a file that is still being looked at', staged({ preview: links, phase: 'looking' }), false],
    ['a refused file', staged({ preview: { ...links, kind: 'refused' } }), false],
    ['an unknown file', staged({ preview: unknown }), false],
    ['a mapping whose counts are awaited', staged({ preview: unknown, mapping: { source: 'Page' } }), false],
    ['a mapped file', staged({ preview: unknown, mapping: { source: 'Page' }, mapped: links }), true],
  ])('decides on %s', (_, file, expected) => {
    expect(isImportable(file)).toBe(expected);
  });
});

describe('needsMapping', () => {
  it('asks for the columns of unknown tables only', () => {
    expect(needsMapping(staged({ preview: unknown }))).toBe(true);
    expect(needsMapping(staged({ preview: { ...unknown, columns: [] } }))).toBe(false);
    expect(needsMapping(staged({ preview: links }))).toBe(false);
    expect(needsMapping(staged({ preview: null }))).toBe(false);
  });
});
