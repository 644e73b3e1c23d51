import { describe, expect, it } from 'vitest';
import { browserOpener } from '../../src/web/open-in-browser.ts';

describe('browserOpener', () => {
  const url = 'http://127.0.0.1:4100/?token=a&b';

  it.each([
    ['linux', 'xdg-open', [url]],
    ['freebsd', 'xdg-open', [url]],
    ['darwin', 'open', [url]],
    ['win32', 'rundll32', ['url.dll,FileProtocolHandler', url]],
  ] as const)('hands the address on %s to %s as one argument', (platform, command, args) => {
    expect(browserOpener(url, platform)).toEqual({ command, args });
  });
});
