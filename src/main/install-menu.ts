import { app, Menu } from 'electron';
import { recentProjects } from '../engine/recent-projects.ts';
import { type MenuOptions, menuTemplate } from './app-menu.ts';

/** Shows the menu with the projects that are the newest now; Electron's menus do not change once they are shown. */
export function installMenu(dataFolder: string, sendCommand: MenuOptions['sendCommand']): void {
  const recent = recentProjects(dataFolder)
    .list()
    .filter(({ exists }) => exists);
  const template = menuTemplate({ platform: process.platform, appName: app.name, recent, sendCommand });
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
