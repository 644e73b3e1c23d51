/**
 * The browser host: the same window as in Electron, served on 127.0.0.1 with one socket per window instead of a message
 * port. The engine runs in this process; whoever started it closes it.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { AppError } from '../contract/app-error.ts';
import type { Engine } from '../engine/engine-api.ts';
import { listPageFiles } from '../engine/http/page-files.ts';
import { answerRequest, visitOf } from './answer-request.ts';
import { admitSocket, type Gate } from './gate.ts';
import { PLAIN_PAGES } from './plain-page.ts';
import { socketPort } from './socket-port.ts';

/** The largest frame a window may send; uploads come in pieces well below it. */
const MAX_FRAME_BYTES = 16 * 1024 * 1024;

export interface WebHostOptions {
  readonly engine: Pick<Engine, 'servePort'>;
  /** The built window: out/renderer. */
  readonly rendererFolder: string;
  /** 0 or nothing: any free port. */
  readonly port?: number;
  /** Given by tests only; random otherwise. */
  readonly token?: string;
}

export interface WebHost {
  /** The address to open, with the token in it. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/**
 * @throws AppError `not-found` when the window has not been built, `wrong-use` when the port cannot be had.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const files = listPageFiles(options.rendererFolder);
  const server = createServer();
  const port = await listen(server, options.port ?? 0);
  const gate: Gate = { port, token: options.token ?? randomBytes(24).toString('base64url') };
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, perMessageDeflate: false });

  sockets.on('connection', (socket) => {
    socket.on('error', () => socket.terminate());
    options.engine.servePort(socketPort(socket));
  });
  server.on('upgrade', (request, stream, head) => {
    if (!acceptUpgrade(gate, request, stream)) return;
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request));
  });
  server.on('request', (request, response) => {
    answerRequest(gate, files, request, response).catch(() => response.destroy());
  });

  return {
    url: `http://127.0.0.1:${port}/?token=${gate.token}`,
    port,
    close: () => closeHost(server, sockets),
  };
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => {
      const message = `Port ${port} cannot be used (${error.message}). Choose another with --port, or none for any free one.`;
      reject(new AppError('wrong-use', message, { port }));
    });
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** Ends the connection with a plain status line where the request is not our window's. */
function acceptUpgrade(gate: Gate, request: IncomingMessage, stream: Duplex): boolean {
  stream.on('error', () => stream.destroy());
  const admission = admitSocket(gate, visitOf(request));
  if (admission.kind === 'admitted' && admission.path === '/engine') return true;
  const { status, title } = PLAIN_PAGES[admission.kind === 'refused' ? admission.reason : 'not-found'];
  stream.end(`HTTP/1.1 ${status} ${title}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  return false;
}

function closeHost(server: Server, sockets: WebSocketServer): Promise<void> {
  for (const socket of sockets.clients) socket.terminate();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
