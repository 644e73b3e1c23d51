import { describe, expect, it } from 'vitest';
import { filterChips } from '../../../src/core/filter/filter-chips.ts';

describe('filterChips', () => {
  it('makes one chip of each condition that must hold', () => {
    expect(filterChips('State:live risk>=60 (rel:ugc OR is:noindex) -verdict:keep', 'links')).toEqual({
      ok: true,
      chips: [
        {
          text: 'state:live',
          label: 'state:live',
          without: 'risk>=60 (rel:ugc OR is:noindex) -verdict:keep',
        },
        { text: 'risk>=60', label: 'risk ≥ 60', without: 'state:live (rel:ugc OR is:noindex) -verdict:keep' },
        {
          text: 'rel:ugc OR is:noindex',
          label: 'rel:ugc OR is:noindex',
          without: 'state:live risk>=60 -verdict:keep',
        },
        { text: '-verdict:keep', label: '-verdict:keep', without: 'state:live risk>=60 (rel:ugc OR is:noindex)' },
      ],
    });
  });

  it.each([
    ['', []],
    ['casino', [{ text: 'casino', label: 'casino', without: '' }]],
    ['a OR b', [{ text: 'a OR b', label: 'a OR b', without: '' }]],
    [
      'a (b OR c)',
      ['b OR c', 'a'].map((without, index) => ({
        text: ['a', 'b OR c'][index],
        label: ['a', 'b OR c'][index],
        without,
      })),
    ],
    ['anchor=x', [{ text: 'anchor=x', label: 'anchor = x', without: '' }]],
  ])('%j', (text, chips) => {
    expect(filterChips(text, 'links')).toEqual({ ok: true, chips });
  });

  it('passes on the problems of a broken filter', () => {
    expect(filterChips('risk>', 'links')).toMatchObject({ ok: false, problems: [{ start: 0, end: 5 }] });
  });
});
