import { spawn } from 'node:child_process';

interface Opener {
  readonly command: string;
  readonly args: readonly string[];
}

/**
 * Asks the desktop to open `url`; nothing happens where there is no desktop, so print the address as well. The program is
 * started without a shell, and its fate is nobody's concern.
 */
export function openInBrowser(url: string, platform: NodeJS.Platform = process.platform): void {
  const { command, args } = browserOpener(url, platform);
  const child = spawn(command, args, { detached: true, stdio: 'ignore', windowsHide: true });
  child.on('error', () => undefined);
  child.unref();
}

/** The program each system opens addresses with. `start` is part of the Windows shell, which would read `&` in an address. */
export function browserOpener(url: string, platform: NodeJS.Platform): Opener {
  if (platform === 'darwin') return { command: 'open', args: [url] };
  if (platform === 'win32') return { command: 'rundll32', args: ['url.dll,FileProtocolHandler', url] };
  return { command: 'xdg-open', args: [url] };
}
