import { describe, expect, it } from 'vitest';
import { addressWords, matchedWords } from '../../../src/core/check/address-words.ts';

describe('addressWords', () => {
  it.each([
    ['https://a.example/2020/old-harbour-walks.html', ['old', 'harbour', 'walks']],
    ['https://a.example/blog/post.php?id=12', ['post']],
    ['https://a.example/12345', []],
    ['https://a.example/please-wait/access-denied', []],
    ['https://a.example/choose-your-language', []],
    ['https://a.example/deep/er/still/boats_and_oars', ['still', 'boats', 'oars']],
    ['https://a.example/B%C3%BCcher', ['bucher']],
    ['https://a.example/%zz/boats', ['boats']],
    ['no address', []],
  ])('%s', (url, words) => {
    expect(addressWords(url)).toEqual(words);
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
