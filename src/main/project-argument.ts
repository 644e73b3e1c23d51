import { extname, resolve } from 'node:path';

/**
 * The project file among the arguments a desktop starts the app with, as an absolute path; null when there is none.
 * Switches and Electron's own arguments (the app's folder, Chromium's flags) are passed over.
 */
export function projectArgument(args: readonly string[], workingFolder: string): string | null {
  const named = args.find((arg) => !arg.startsWith('-') && extname(arg).toLowerCase() === '.anchorage');
  return named === undefined ? null : resolve(workingFolder, named);
}
