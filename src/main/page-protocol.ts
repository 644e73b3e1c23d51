/**
 * The window's own scheme. Files come from a list made at start (see page-files.ts), so the page can reach nothing else of
 * the disk, and as a real origin it gets the same policy as in the browser host.
 */
import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import { SECURITY_HEADERS } from '../engine/http/content-security-policy.ts';
import type { PageFiles } from '../engine/http/page-files.ts';

/** Where the window's page is; everything it loads starts with this. */
export const PAGE_ADDRESS = 'app://anchorage/';

/** Must run before the app is ready. */
export function declarePageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export function servePage(files: PageFiles): void {
  protocol.handle('app', (request) => answerPageRequest(files, request));
}

async function answerPageRequest(files: PageFiles, request: Request): Promise<Response> {
  const { host, pathname } = new URL(request.url);
  if (request.method !== 'GET' || host !== 'anchorage') return answer(404, 'text/plain', 'Nothing here');
  /* The page loads the script of its host; here the preload has done that work. */
  if (pathname === '/host.js') return answer(200, 'text/javascript', '');
  const file = files.get(pathname);
  return file ? answer(200, file.contentType, await readFile(file.path)) : answer(404, 'text/plain', 'Nothing here');
}

function answer(status: number, contentType: string, body: string | Uint8Array<ArrayBuffer>): Response {
  return new Response(body, { status, headers: { ...SECURITY_HEADERS, 'Content-Type': contentType } });
}
