import type { MenuItemConstructorOptions } from 'electron';
import type { CommandEvent } from '../contract/jobs.ts';

export interface MenuOptions {
  readonly platform: NodeJS.Platform;
  readonly appName: string;
  /** Projects that were open last and still exist, newest first. */
  readonly recent: readonly { readonly name: string; readonly path: string }[];
  readonly sendCommand: (command: CommandEvent['command'], path?: string) => void;
}

/**
 * The application menu. Edit's undo is the text field's; the page sees every key first and takes Ctrl Z for verdicts when
 * no field has the focus. The theme is set in the window, which is the same in every host.
 */
export function menuTemplate({ platform, appName, recent, sendCommand }: MenuOptions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin';
  const command = (label: string, name: CommandEvent['command'], accelerator?: string): MenuItemConstructorOptions => ({
    label,
    click: () => sendCommand(name),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const recentItems = recent.map(({ name, path }) => ({
    label: name,
    sublabel: path,
    click: () => sendCommand('open-project', path),
  }));

  return [
    ...(isMac ? [{ label: appName, role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        command('New project…', 'new-project', 'CmdOrCtrl+N'),
        command('Open project…', 'open-project', 'CmdOrCtrl+O'),
        { label: 'Open recent', enabled: recentItems.length > 0, submenu: recentItems },
        { type: 'separator' },
        command('Import exports…', 'import', 'CmdOrCtrl+I'),
        { type: 'separator' },
        { role: isMac ? 'close' : 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { role: 'undo' },
        { role: 'redo' },
        command('Take back last verdict', 'undo'),
        { type: 'separator' },
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        command('Command palette…', 'palette', 'CmdOrCtrl+K'),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    { role: 'help', submenu: [{ role: 'toggleDevTools' }, ...(isMac ? [] : [{ role: 'about' as const }])] },
  ];
}
