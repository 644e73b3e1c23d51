import { describe, expect, it } from 'vitest';
import {
  hasKnownSuffix,
  isHostOfSite,
  isPrivateSuffix,
  isPublicSuffix,
  parseHost,
  publicSuffixOf,
  registrableDomain,
} from '../../../src/core/url/host-name.ts';

describe('parseHost', () => {
  it.each([
    ['Example.COM', 'example.com'],
    ['https://ref.example/', 'ref.example'],
    ['ref.example:8080', 'ref.example'],
    ['bücher.kr', 'xn--bcher-kva.kr'],
    ['example.com.', 'example.com'],
    ['two words', null],
    ['', null],
    ['a..b', null],
  ])('%s is %s', (text, host) => {
    expect(parseHost(text)).toBe(host);
  });
});

describe('registrableDomain', () => {
  it.each([
    ['news.bbc.co.uk', 'bbc.co.uk'],
    ['a.me.blogspot.com', 'me.blogspot.com'],
    ['blogspot.com', 'blogspot.com'],
    ['213.174.132.240', '213.174.132.240'],
    ['localhost', 'localhost'],
  ])('%s is %s', (host, domain) => {
    expect(registrableDomain(host)).toBe(domain);
  });
});

describe('hasKnownSuffix', () => {
  it.each([
    ['garden.com', true],
    ['www.garden.co.uk', true],
    ['me.blogspot.com', true],
    ['co.uk', false],
    ['index.html', false],
    ['garden.example', false],
    ['1.2.3.4', false],
    ['localhost', false],
    ['', false],
  ])('%s: %s', (host, expected) => {
    expect(hasKnownSuffix(host)).toBe(expected);
  });
});

describe('isPublicSuffix', () => {
  it.each([
    ['co.uk', true],
    ['store', true],
    ['blogspot.com', true],
    ['example.com', false],
    ['domainstatsbot', false],
  ])('%s: %s', (host, expected) => {
    expect(isPublicSuffix(host)).toBe(expected);
  });
});

describe('isPrivateSuffix', () => {
  it.each([
    ['blogspot.com', true],
    ['co.uk', false],
    ['com', false],
    ['example.com', false],
  ])('%s: %s', (suffix, expected) => {
    expect(isPrivateSuffix(suffix)).toBe(expected);
  });
});

describe('publicSuffixOf', () => {
  it.each([
    ['news.bbc.co.uk', 'co.uk'],
    ['a.example', 'example'],
  ])('%s: %s', (host, suffix) => {
    expect(publicSuffixOf(host)).toBe(suffix);
  });
});

describe('isHostOfSite', () => {
  it.each([
    ['shop.acme.com', 'www.acme.com', true],
    ['acme.com', 'acme.com', true],
    ['www.acme.com.', 'acme.com', true],
    ['notacme.com', 'acme.com', false],
  ])('%s of %s: %s', (host, site, expected) => {
    expect(isHostOfSite(host, site)).toBe(expected);
  });
});
