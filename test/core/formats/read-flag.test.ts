import { describe, expect, it } from 'vitest';
import { readFilledFlag, readFlag, readFollow } from '../../../src/core/formats/read-flag.ts';

describe('readFlag', () => {
  it.each([
    ['true', true],
    ['FALSE', false],
    ['Yes', true],
    ['no', false],
    ['1', true],
    ['0', false],
    ['WAHR', true],
    ['Faux', false],
    ['sí', true],
    ['ДА', true],
    [' Nein ', false],
    ['✔', true],
    ['–', false],
    ['T', true],
    ['はい', true],
    ['hayır', false],
    ['', null],
    ['maybe', null],
  ])('%s is %s', (text, flag) => {
    expect(readFlag(text)).toBe(flag);
  });
});

describe('readFilledFlag', () => {
  it.each([
    ['NoFollow', true],
    ['1', true],
    ['', false],
    [' ', false],
    ['0', false],
    ['false', false],
  ])('%s is %s', (text, flag) => {
    expect(readFilledFlag(text)).toBe(flag);
  });
});

describe('readFollow', () => {
  it.each([
    ['Dofollow', true],
    ['FOLLOW', true],
    ['Text Nofollow', false],
    ['no-follow', false],
    ['true', true],
    ['Image', null],
    ['', null],
  ])('%s is %s', (text, flag) => {
    expect(readFollow(text)).toBe(flag);
  });
});
