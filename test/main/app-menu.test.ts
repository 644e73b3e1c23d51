import { describe, expect, it } from 'vitest';
import { menuTemplate } from '../../src/main/app-menu.ts';

const platforms = ['linux', 'win32', 'darwin'] as const;

describe('menuTemplate', () => {
  it.each(platforms)('gives no accelerator to two items on %s', (platform) => {
    const menus = menuTemplate({ platform, appName: 'Anchorage', recent: [], sendCommand: () => undefined });
    const accelerators = menus
      .flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))
      .flatMap(({ accelerator }) => (accelerator === undefined ? [] : [accelerator]));
    expect(accelerators.toSorted()).toEqual(['CmdOrCtrl+I', 'CmdOrCtrl+K', 'CmdOrCtrl+N', 'CmdOrCtrl+O']);
  });

  it('has the app menu that macOS expects first, and only there', () => {
    const first = platforms.map(
      (platform) => menuTemplate({ platform, appName: 'Anchorage', recent: [], sendCommand: () => undefined })[0],
    );
    expect(first.map((menu) => menu?.role)).toEqual([undefined, undefined, 'appMenu']);
  });
});
