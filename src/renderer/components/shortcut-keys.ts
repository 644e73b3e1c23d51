/**
 * Shortcuts as written in code: key names joined by `+`, where `Mod` is Ctrl, or Command on a Mac. A single character
 * stands for what is typed (`?`, `[`), whatever keys that takes on a keyboard.
 */
export interface KeyPress {
  readonly key: string;
  /** The place of the key on the board: with Alt some boards type another character than the one printed on it. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  ' ': 'Space',
  Enter: '⏎',
};

/** True on a Mac, where Command takes the place of Ctrl. */
export function isApple(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}

/** The keys of a shortcut as this keyboard writes them. `shortcutParts('Mod+K')` is `['Ctrl', 'K']` or `['⌘', 'K']`. */
export function shortcutParts(shortcut: string): string[] {
  return splitShortcut(shortcut).map((part) => {
    if (part === 'Mod') return isApple() ? '⌘' : 'Ctrl';
    return NAMES[part] ?? (part.length === 1 ? part.toUpperCase() : part);
  });
}

/** The value of `aria-keyshortcuts` for a shortcut. */
export function ariaShortcut(shortcut: string): string {
  return splitShortcut(shortcut)
    .map((part) => (part === 'Mod' ? (isApple() ? 'Meta' : 'Control') : part))
    .join('+');
}

/** True when the key press is the shortcut. */
export function matchesShortcut(shortcut: string, press: KeyPress, apple: boolean): boolean {
  const parts = splitShortcut(shortcut);
  const key = parts.at(-1) ?? '';
  const mod = apple ? press.metaKey : press.ctrlKey;
  const otherMod = apple ? press.ctrlKey : press.metaKey;
  if (otherMod || press.altKey !== parts.includes('Alt') || mod !== parts.includes('Mod')) return false;
  if (key.length > 1 || mod) {
    if (press.shiftKey !== parts.includes('Shift')) return false;
  }
  if (parts.includes('Alt')) return press.code === `Digit${key}` || press.code === `Key${key.toUpperCase()}`;
  return press.key.toLowerCase() === key.toLowerCase();
}

function splitShortcut(shortcut: string): string[] {
  if (shortcut === '+') return ['+'];
  return shortcut.split('+');
}
