import { describe, expect, it } from 'vitest';
import { numberEvidence, readNumber } from '../../../src/core/formats/read-number.ts';

describe('readNumber', () => {
  it.each([
    ['37', 'point', 37],
    ['0.6', 'point', 0.6],
    ['18,062,769', 'point', 18_062_769],
    ['1,234.5', 'point', 1234.5],
    ['24\u00A0541', 'point', 24_541],
    ['71.6%', 'point', 71.6],
    ['-3', 'point', -3],
    ['0,033', 'comma', 0.033],
    ['100,000', 'comma', 100],
    ['100,000', 'point', 100_000],
    ['1.234', 'comma', 1234],
    ['1.234,5', 'comma', 1234.5],
    ['71,6%', 'comma', 71.6],
    ['192.0.2.7', 'comma', null],
    ['192.0.2.7', 'point', null],
    ['0,033', 'point', null],
    ['n/a', 'point', null],
    ['', 'point', null],
    ['1e5', 'point', null],
  ] as const)('%s with a decimal %s is %s', (text, style, value) => {
    expect(readNumber(text, style)).toBe(value);
  });
});

describe('numberEvidence', () => {
  it.each([
    ['100,000', null],
    ['1.234', null],
    ['0,033', 'comma'],
    ['0.033', 'point'],
    ['71,6%', 'comma'],
    ['3.7', 'point'],
    ['18,062,769', 'point'],
    ['1.234.567', 'comma'],
    ['1.234,5', 'comma'],
    ['1,234.5', 'point'],
    ['1234,567', 'comma'],
    ['42', null],
    ['text', null],
  ])('%s proves %s', (text, style) => {
    expect(numberEvidence(text)).toBe(style);
  });
});
