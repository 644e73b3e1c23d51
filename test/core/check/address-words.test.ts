import { describe, expect, it } from 'vitest';
import { addressWords, addressYear, matchedWords, nameWords } from '../../../src/core/check/address-words.ts';

describe('addressWords', () => {
  it.each([
    ['https://a.example/2020/old-harbour-walks.html', ['old', 'harbour', 'walks']],
    ['https://a.example/blog/post.php?id=12', []],
    ['https://a.example/12345', []],
    ['https://a.example/please-wait/access-denied', []],
    ['https://a.example/choose-your-language', []],
    ['https://a.example/deep/er/still/boats_and_oars', ['still', 'boats', 'oars']],
    ['https://a.example/B%C3%BCcher', ['bucher']],
    ['https://a.example/%zz/boats', ['boats']],
    ['https://wiki.example/index.php?title=Old_oars&action=view', ['old', 'oars']],
    ['https://wiki.example/doku.php?id=boats:oars', ['doku', 'boats', 'oars']],
    ['no address', []],
  ])('%s', (url, words) => {
    expect(addressWords(url)).toEqual(words);
  });
});

describe('nameWords', () => {
  it.each([
    ['https://a.example/walks/old-harbour', ['old', 'harbour']],
    ['https://a.example/walks/12345', ['walks']],
    ['https://a.example/', []],
  ])('%s', (url, words) => {
    expect(nameWords(url)).toEqual(words);
  });
});

describe('addressYear', () => {
  it.each([
    ['https://a.example/2012/0815/oars.html', '2012'],
    ['https://a.example/diary/2009_06.html', '2009'],
    ['https://a.example/archive?d=20170301', '2017'],
    ['https://a.example/201706/', '2017'],
    ['https://a.example/20179999/', null],
    ['https://a.example/20170/', null],
    ['https://a.example/oars', null],
  ])('%s', (url, year) => {
    expect(addressYear(url)).toBe(year);
  });
});

describe('matchedWords', () => {
  it.each([
    [['harbour', 'walks'], 'A walk in the Harbour', ['harbour', 'walks']],
    [['sea'], 'Seasons', []],
    [['buecher'], 'Alte Bücher', ['buecher']],
    [['bucher'], 'Alte Bücher', ['bucher']],
    [['utro', 'portu'], 'Утро в порту', ['utro', 'portu']],
    [['oars'], 'Boats', []],
  ])('%j in %s', (words, text, expected) => {
    expect(matchedWords(words, text)).toEqual(expected);
  });
});
