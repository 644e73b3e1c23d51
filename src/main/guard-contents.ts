/**
 * What no page may do, whatever gets into it: leave its address, open windows, attach web views, or be granted anything
 * beyond writing to the clipboard (copying rows is the user's own wish). Addresses it wants opened go to the user's browser.
 */
import { type Session, shell, type WebContents } from 'electron';
import { externalAddress } from './external-address.ts';

/** Applied to everything that is ever created, so that a forgotten window is guarded too. */
export function guardContents(contents: WebContents, pageAddress: string): void {
  contents.setWindowOpenHandler(({ url }) => {
    void openExternalAddress(url);
    return { action: 'deny' };
  });
  contents.on('will-navigate', (event) => {
    if (isOwnPage(event.url, pageAddress)) return;
    event.preventDefault();
    void openExternalAddress(event.url);
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

export function guardSession(session: Session, pageAddress: string): void {
  session.setPermissionRequestHandler((contents, permission, grant) => {
    grant(permission === 'clipboard-sanitized-write' && isOwnPage(contents.getURL(), pageAddress));
  });
  session.setPermissionCheckHandler(
    (contents, permission) =>
      permission === 'clipboard-sanitized-write' && isOwnPage(contents?.getURL() ?? '', pageAddress),
  );
  session.setDevicePermissionHandler(() => false);
}

/** Opens an http(s) address in the user's browser; false when it is refused or could not be opened. */
export async function openExternalAddress(text: string): Promise<boolean> {
  const address = externalAddress(text);
  if (address === null) return false;
  return shell.openExternal(address).then(
    () => true,
    () => false,
  );
}

/** `pageAddress` ends in a slash, so a host that merely starts alike does not pass. */
export function isOwnPage(url: string, pageAddress: string): boolean {
  return url.startsWith(pageAddress);
}
