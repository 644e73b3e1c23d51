/**
 * The files of the built window, by the path a browser asks for. The folder is listed once; a request can only name what
 * was listed then, so no spelling of `..`, no symbolic link and no file that appears later can lead out of the folder.
 */
import { existsSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { AppError } from '../../contract/app-error.ts';

export interface PageFile {
  /** Absolute path on this machine. */
  readonly path: string;
  readonly contentType: string;
  /** Files whose name carries a hash of their content may be kept for good, the others not at all. */
  readonly cacheControl: string;
}

export type PageFiles = ReadonlyMap<string, PageFile>;

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/**
 * Lists the built window in `folder` by URL path; `/` is its index.html.
 *
 * @throws AppError `not-found` when the folder holds no index.html.
 */
export function listPageFiles(folder: string): PageFiles {
  if (!existsSync(join(folder, 'index.html'))) {
    throw new AppError(
      'not-found',
      `The window has not been built: ${folder} holds no index.html. Run "npm run build".`,
      {
        folder,
      },
    );
  }
  const files = new Map(filesBelow(folder).map((path) => [urlPath(folder, path), pageFile(folder, path)]));
  return files.set('/', pageFile(folder, join(folder, 'index.html')));
}

/** Walks by hand: inside a packed app, Electron's own readdir has not always known `recursive`. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return entry.isFile() ? [path] : [];
  });
}

function urlPath(folder: string, path: string): string {
  return `/${relative(folder, path).split(sep).map(encodeURIComponent).join('/')}`;
}

function pageFile(folder: string, path: string): PageFile {
  return {
    path,
    contentType: CONTENT_TYPES[extname(path)] ?? 'application/octet-stream',
    cacheControl: relative(folder, path).startsWith(`assets${sep}`)
      ? 'public, max-age=31536000, immutable'
      : 'no-store',
  };
}
