import { AppError } from '../../contract/app-error.ts';
import { serveBrowserWindow } from '../browser-window.ts';
import { printJson, printLine } from '../output.ts';

interface ServeOptions {
  readonly port?: number;
  readonly open: boolean;
  readonly json?: boolean;
}

/** `anchorage serve`: the window in the browser, until Ctrl C. */
export async function serve(file: string | undefined, options: ServeOptions): Promise<void> {
  const { port = 0 } = options;
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new AppError('wrong-use', '--port takes a number from 1 to 65535.', { port: String(port) });
  }
  await serveBrowserWindow({
    projectPath: file ?? null,
    port,
    isOpened: options.open,
    onReady(url) {
      if (options.json === true) printJson({ url });
      else printLine(`Anchorage is at ${url}\nPress Ctrl C to end.`);
    },
  });
}
