import { describe, expect, it } from 'vitest';
import { externalAddress } from '../../src/main/external-address.ts';

describe('externalAddress', () => {
  it.each([
    ['https://example.com', 'https://example.com/'],
    ['HTTP://Example.com/a b?c=d&e', 'http://example.com/a%20b?c=d&e'],
  ])('gives %s to the browser as %s', (text, address) => {
    expect(externalAddress(text)).toBe(address);
  });

  it.each([
    [''],
    ['example.com'],
    ['javascript:alert(1)'],
    ['file:///etc/passwd'],
    ['\\\\server\\share'],
    ['smb://server/share'],
    ['ms-msdt:/id'],
    ['data:text/html,x'],
    ['https://bank.example@attacker.example/'],
    [`https://example.com/${'a'.repeat(4096)}`],
  ])('keeps "%s" to itself', (text) => {
    expect(externalAddress(text)).toBeNull();
  });
});
