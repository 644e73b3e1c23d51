import { describe, expect, it } from 'vitest';
import { foldText, isUnspacedScript, wordsOf } from '../../../src/core/anchors/fold-text.ts';

describe('foldText', () => {
  it.each([
    ['  Two   WORDS ', 'two words'],
    ['Préstamos RÁPIDOS', 'prestamos rapidos'],
    ['BAHİS canlı', 'bahis canli'],
    ['więcej Łódź', 'wiecej lodz'],
    ['ｆｕｌｌ　ｗｉｄｔｈ', 'full width'],
    ['in\u00advis\u200bible', 'invisible'],
    ['ガス', 'ガス'],
  ])('%j becomes %j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });
});

describe('wordsOf', () => {
  it('splits at everything that is no letter, digit or mark, and joins at apostrophes', () => {
    expect(wordsOf("rock'n'roll & co., 2nd-hand")).toEqual(['rocknroll', 'co', '2nd', 'hand']);
  });
});

describe('isUnspacedScript', () => {
  it.each([
    ['水', true],
    ['여기', true],
    ['water', false],
    ['вода', false],
  ])('%s: %s', (text, unspaced) => {
    expect(isUnspacedScript(text)).toBe(unspaced);
  });
});
