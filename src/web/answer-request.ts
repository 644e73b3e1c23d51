import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { SECURITY_HEADERS } from '../engine/http/content-security-policy.ts';
import type { PageFile, PageFiles } from '../engine/http/page-files.ts';
import { admitPage, type Gate, type Visit } from './gate.ts';
import { PLAIN_PAGES, type PlainPageName, plainPageHtml } from './plain-page.ts';

/** Answers one HTTP request: the gate first, then the files of the window, then a page that says what is wrong. */
export async function answerRequest(
  gate: Gate,
  files: PageFiles,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    response.setHeader('Allow', 'GET, HEAD');
    return sendPlainPage(response, 'wrong-method');
  }
  const admission = admitPage(gate, visitOf(request));
  switch (admission.kind) {
    case 'refused':
      return sendPlainPage(response, admission.reason);
    case 'first-visit':
      response.writeHead(303, { Location: '/', 'Set-Cookie': admission.cookie, 'Cache-Control': 'no-store' }).end();
      return undefined;
    case 'admitted': {
      const file = files.get(admission.path);
      return file ? sendFile(response, file) : sendPlainPage(response, 'not-found');
    }
  }
}

/** What the gate needs of a request, of a page or of a socket. */
export function visitOf(request: IncomingMessage): Visit {
  const { host, origin, cookie } = request.headers;
  return { target: request.url ?? '/', host, origin, cookie };
}

/** Node leaves the body out of an answer to HEAD by itself. */
async function sendFile(response: ServerResponse, file: PageFile): Promise<void> {
  const body = await readFile(file.path);
  response.writeHead(200, {
    'Content-Type': file.contentType,
    'Content-Length': body.byteLength,
    'Cache-Control': file.cacheControl,
  });
  response.end(body);
}

function sendPlainPage(response: ServerResponse, name: PlainPageName): void {
  const page = PLAIN_PAGES[name];
  response.writeHead(page.status, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(plainPageHtml(page));
}
