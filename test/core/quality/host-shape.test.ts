import { describe, expect, it } from 'vitest';
import {
  chosenLabel,
  isDigitHeavy,
  isLongHyphenated,
  isMachineMade,
  tradeInName,
} from '../../../src/core/quality/host-shape.ts';

describe('chosenLabel', () => {
  it.each([
    ['shop.co.uk', 'co.uk', 'shop'],
    ['me.blogspot.com', 'blogspot.com', 'me'],
    ['192.0.2.7', '7', null],
    ['co.uk', 'co.uk', null],
    ['localhost', 'localhost', null],
  ])('%s below %s is %s', (name, suffix, label) => {
    expect(chosenLabel(name, suffix)).toBe(label);
  });
});

describe('isLongHyphenated', () => {
  it.each([
    ['a-b-c-d', true],
    ['the-very-long-name-of-a-society', true],
    ['extraordinarily-long-two-hyphens', true],
    ['coca-cola-shop', false],
    ['xn--a-b-c-d', false],
  ])('%s: %s', (label, expected) => {
    expect(isLongHyphenated(label)).toBe(expected);
  });
});

describe('isDigitHeavy', () => {
  it.each([
    ['77881234', true],
    ['ab12345', true],
    ['365days', false],
    ['expo2024', false],
    ['2024', false],
    ['route66diner1950', false],
  ])('%s: %s', (label, expected) => {
    expect(isDigitHeavy(label)).toBe(expected);
  });
});

describe('isMachineMade', () => {
  it.each([
    ['bcdfghjklm', true],
    ['a1b2c3d4e5', true],
    ['rhythmsection', false],
    ['schlachthofviertel', false],
    ['przedsiebiorczosc', false],
    ['npmjs', false],
    ['xn--bcdfghjklm', false],
  ])('%s: %s', (label, expected) => {
    expect(isMachineMade(label)).toBe(expected);
  });
});

describe('tradeInName', () => {
  it.each([
    ['bestcasinoonline', 'casino'],
    ['my-porn-site', 'porn'],
    ['togel-hari', 'togel'],
    ['specialists', null],
    ['essexslots', null],
    ['vogelius', null],
    ['pokerface-blog', null],
  ])('%s: %s', (label, word) => {
    expect(tradeInName(label)).toBe(word);
  });
});
