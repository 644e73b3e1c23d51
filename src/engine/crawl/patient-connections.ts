/**
 * Asks hosts whose answers no strict parser takes and every browser does: undici refuses an interim 100 (RFC 9110 section 15.2.1), and the
 * parser that it shares with Node two headers of one length and more. Here the head of an answer is put in order before Node reads it. One
 * connection for each request, since such hosts are few.
 */
import { request as sendRequest } from 'node:http';
import type { Socket } from 'node:net';
import { Duplex, Transform, type TransformCallback } from 'node:stream';
import type { buildConnector, Dispatcher } from 'undici';
import { connectTo } from './connect-to.ts';
import type { AnswerHandler, RequestSender } from './exchange.ts';
import { mendHead } from './mend-head.ts';
import { OddAnswer } from './watched-handler.ts';

export class PatientConnections implements RequestSender {
  private readonly connector: buildConnector.connector;
  private readonly maxHeadBytes: number;
  private readonly sockets = new Set<Socket>();
  private isDestroyed = false;

  constructor(connector: buildConnector.connector, maxHeadBytes: number) {
    this.connector = connector;
    this.maxHeadBytes = maxHeadBytes;
  }

  dispatch(options: Dispatcher.DispatchOptions, handler: AnswerHandler): void {
    connectTo(this.connector, String(options.origin)).then(
      (socket) => this.ask(socket, options, handler),
      (error: Error) => handler.onResponseError(null, error),
    );
  }

  destroy(): void {
    this.isDestroyed = true;
    for (const socket of this.sockets) socket.destroy();
  }

  private ask(socket: Socket, options: Dispatcher.DispatchOptions, handler: AnswerHandler): void {
    this.sockets.add(socket);
    socket.on('close', () => this.sockets.delete(socket));
    const fail = (error: Error): void => {
      socket.destroy();
      handler.onResponseError(null, error);
    };
    const request = sendRequest({
      path: options.path,
      headers: { ...(options.headers as Record<string, string>), host: new URL(String(options.origin)).host },
      maxHeaderSize: this.maxHeadBytes,
      createConnection: () => withMendedHead(socket, this.maxHeadBytes),
    });
    request.on('error', fail);
    request.on('upgrade', () => fail(new OddAnswer('the host answers with 101, a change to another protocol')));
    request.on('response', (response) => {
      response.on('data', (chunk: Buffer) => handler.onResponseData(null, chunk));
      response.on('end', () => {
        socket.destroy();
        handler.onResponseEnd(null);
      });
      response.on('error', fail);
      handler.onResponseStart(null, response.statusCode ?? 0, response.headers);
    });
    handler.onRequestStart({ abort: fail });
    request.end();
    if (this.isDestroyed) socket.destroy();
  }
}

/** A socket whose first bytes are those of a head in order. */
function withMendedHead(socket: Socket, maxHeadBytes: number): Duplex {
  const mender = new HeadMender(maxHeadBytes);
  socket.on('error', (error) => mender.destroy(error));
  const mended = Duplex.from({ readable: socket.pipe(mender), writable: socket });
  // Node's client stops listening once it has its answer, and an error that nobody hears ends the process.
  return mended.on('error', () => undefined);
}

const HEAD_END = /\r?\n\r?\n/;

class HeadMender extends Transform {
  private readonly maxHeadBytes: number;
  private head: Buffer | null = Buffer.alloc(0);

  constructor(maxHeadBytes: number) {
    super();
    this.maxHeadBytes = maxHeadBytes;
  }

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    if (this.head === null) {
      done(null, chunk);
      return;
    }
    this.head = Buffer.concat([this.head, chunk]);
    done(null, this.takeHead() ?? undefined);
  }

  override _flush(done: TransformCallback): void {
    done(null, this.head ?? undefined);
  }

  /** What is to be passed on; null while more is to come. */
  private takeHead(): Buffer | null {
    while (this.head !== null) {
      const text = this.head.toString('latin1');
      const end = HEAD_END.exec(text);
      if (end === null && this.head.length <= this.maxHeadBytes) return null;
      const from = end === null ? 0 : end.index + end[0].length;
      const rest = this.head.subarray(from);
      const mended = mendHead(text.slice(0, end?.index ?? 0));
      this.head = mended.kind === 'interim' ? rest : null;
      if (mended.kind === 'head') return Buffer.concat([Buffer.from(end === null ? '' : mended.text, 'latin1'), rest]);
    }
    return null;
  }
}
