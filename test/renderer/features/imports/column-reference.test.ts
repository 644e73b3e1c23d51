import { describe, expect, it } from 'vitest';
import type { PreviewColumn } from '../../../../src/contract/imports.ts';
import {
  columnLabel,
  columnReference,
  detectedMapping,
} from '../../../../src/renderer/features/imports/column-reference.ts';

function column(name: string, role: string | null = null, examples: readonly string[] = []): PreviewColumn {
  return { name, role, examples };
}

describe('columnReference', () => {
  it.each([
    ['a name of its own', [column('Page'), column('To')], 1, 'To'],
    ['a blank name', [column('Page'), column('')], 1, '#2'],
    ['a name that stands twice', [column('URL'), column('URL')], 1, '#2'],
    ['the number of a column without a header', [column('Column 1'), column('Column 2')], 0, '#1'],
    ['a name that looks like a number', [column('#3'), column('To')], 0, '#1'],
  ])('tells a column with %s', (_, columns, index, reference) => {
    expect(columnReference(columns, index)).toBe(reference);
  });
});

describe('columnLabel', () => {
  it('shows the name with a short example', () => {
    expect(columnLabel(column('Page', null, ['https://a.example/']), 0)).toBe('Page (https://a.example/)');
    expect(columnLabel(column('', null, []), 2)).toBe('Column 3');
    expect(columnLabel(column('Page', null, ['x'.repeat(300)]), 0)).toBe(`Page (${'x'.repeat(40)})`);
  });
});

describe('detectedMapping', () => {
  it('takes the first column of each role', () => {
    const columns = [column('Page', 'source'), column('Note'), column('', 'target'), column('Other', 'source')];
    expect(detectedMapping(columns)).toEqual({ source: 'Page', target: '#3' });
  });
});
