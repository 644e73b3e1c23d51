import { describe, expect, it } from 'vitest';
import { type KeyPress, matchesShortcut } from '../../../src/renderer/components/shortcut-keys.ts';

function press(key: string, extra: Partial<KeyPress> = {}): KeyPress {
  return { key, code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...extra };
}

describe('matchesShortcut', () => {
  it.each([
    ['k', press('k')],
    ['k', press('K')],
    ['?', press('?', { shiftKey: true })],
    ['[', press('[')],
    ['Mod+K', press('k', { ctrlKey: true })],
    ['Mod+Enter', press('Enter', { ctrlKey: true })],
    ['Escape', press('Escape')],
    ['Alt+1', press('¡', { altKey: true, code: 'Digit1' })],
  ])('takes %s', (shortcut, keys) => {
    expect(matchesShortcut(shortcut, keys, false)).toBe(true);
  });

  it.each([
    ['k', press('k', { ctrlKey: true })],
    ['k', press('k', { altKey: true, code: 'KeyK' })],
    ['Mod+K', press('k')],
    ['Mod+K', press('k', { metaKey: true })],
    ['Mod+K', press('K', { ctrlKey: true, shiftKey: true })],
    ['Escape', press('Escape', { shiftKey: true })],
    ['Alt+1', press('1', { code: 'Digit1' })],
  ])('does not take %s for other keys', (shortcut, keys) => {
    expect(matchesShortcut(shortcut, keys, false)).toBe(false);
  });

  it('reads Mod as Command on a Mac', () => {
    expect(matchesShortcut('Mod+K', press('k', { metaKey: true }), true)).toBe(true);
    expect(matchesShortcut('Mod+K', press('k', { ctrlKey: true }), true)).toBe(false);
  });
});
