import { describe, expect, it } from 'vitest';
import { addTerm, termText } from '../../../src/core/filter/add-term.ts';
import type { FilterOperator } from '../../../src/core/filter/filter.ts';
import { findFilterKey } from '../../../src/core/filter/filter-keys.ts';

describe('addTerm', () => {
  it.each([
    ['', 'risk>=60', 'risk>=60'],
    ['state:live', 'risk>=60', 'state:live risk>=60'],
    ['state:live OR state:gone', 'risk>=60', '(state:live OR state:gone) risk>=60'],
    ['state:live', 'a OR b', 'state:live (a OR b)'],
    ['risk>=60', 'RISK>=60', 'risk>=60'],
    ['a', 'b a c', 'a b c'],
    ['a', '', 'a'],
  ])('%j and %j is %j', (text, term, sum) => {
    expect(addTerm(text, term, 'links')).toEqual({ ok: true, text: sum });
  });

  it('refuses a broken filter or term', () => {
    expect(addTerm('(', 'a', 'links')).toMatchObject({ ok: false });
    expect(addTerm('a', 'b:', 'links')).toMatchObject({ ok: false });
  });
});

describe('termText', () => {
  it.each<[string, FilterOperator, string[], boolean, string]>([
    ['anchor', '=', ['5* hotel'], false, 'anchor="5\\* hotel"'],
    ['domain', ':', ['a.example', 'b.example'], true, '-domain:a.example,b.example'],
    ['target', ':', ['unknown'], false, 'target:"unknown"'],
    ['risk', '>=', ['60'], false, 'risk>=60'],
    ['state', ':', ['live', 'gone'], false, 'state:live,gone'],
  ])('%s%s%j', (name, operator, values, isNegated, text) => {
    const key = findFilterKey('links', name);
    expect(key === null ? null : termText(key, operator, values, isNegated)).toBe(text);
  });
});
