import { describe, expect, it } from 'vitest';
import { baseLanguage, foreignLanguageOf, languageOfText } from '../../../src/core/anchors/guess-language.ts';

describe('foreignLanguageOf', () => {
  it.each([
    ['лучшие новости дня', ['en'], 'written in Cyrillic'],
    ['лучшие новости дня', ['bg'], null],
    ['木の床', ['zh'], null],
    ['ひらがなです', ['zh'], 'written in Japanese'],
    ['und wie geht das', ['en-GB'], 'holds the “de” words und, wie, das'],
    ['Mercedes Benz', ['ja'], null],
    ['Die Hard', ['en'], null],
    ['und wie geht das', [], null],
  ])('%j against %j: %j', (text, languages, why) => {
    expect(foreignLanguageOf(text, languages)).toBe(why);
  });
});

describe('baseLanguage', () => {
  it.each([
    ['pt-BR', 'pt'],
    ['EN_us', 'en'],
    ['no', 'nb'],
    ['', ''],
  ])('%j is %j', (tag, base) => {
    expect(baseLanguage(tag)).toBe(base);
  });
});

describe('languageOfText', () => {
  it.each([
    ['We left the quay before the sun was up', 'en'],
    ['Im Winter bauen wir Boote aus Lärche und Eiche', 'de'],
    ['夜明け前、船は静かに港を出ていきます', 'ja'],
    ['天还没亮，渔船就离开了港口', 'zh'],
    ['Lorem ipsum dolor sit amet, sed do eiusmod', 'la'],
    ['Acme Floors', null],
    ['ลงทะเบียน', null],
  ])('%s', (text, language) => {
    expect(languageOfText(text)).toBe(language);
  });
});
