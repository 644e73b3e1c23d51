import type { Socket } from 'node:net';
import errors from 'undici/lib/core/errors.js';
import type { AnswerHandler } from './exchange.ts';

/** The connection of a client of undici, as its connector last made it. */
export interface Line {
  socket: Socket | null;
  /** How it broke; null while it has not. */
  error: Error | null;
}

/** Thrown into a request for which something came that is no answer, or that undici takes for none. */
export class OddAnswer extends Error {
  readonly code = 'ANCHORAGE_ODD_ANSWER';
}

/**
 * Passes on what undici says of an answer, but for two things that the socket knows better: a body that ends with its connection is not
 * whole where that was reset, and a connection that undici closed after bytes had come, such as an interim 100, did bring an answer.
 */
export class WatchedHandler implements AnswerHandler {
  private readonly handler: AnswerHandler;
  private readonly line: Line;
  private hasHead = false;
  private bytesBefore = 0;

  constructor(handler: AnswerHandler, line: Line) {
    this.handler = handler;
    this.line = line;
  }

  onRequestStart(controller: Parameters<AnswerHandler['onRequestStart']>[0]): void {
    this.bytesBefore = this.line.socket?.bytesRead ?? 0;
    this.handler.onRequestStart(controller);
  }

  onResponseStart(...answer: Parameters<AnswerHandler['onResponseStart']>): void {
    this.hasHead = true;
    this.handler.onResponseStart(...answer);
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    this.handler.onResponseData(_, chunk);
  }

  onResponseEnd(_: unknown): void {
    if (this.line.error === null) this.handler.onResponseEnd(_);
    else this.handler.onResponseError(_, this.line.error);
  }

  onResponseError(_: unknown, error: Error): void {
    this.handler.onResponseError(_, this.isOdd(error) ? new OddAnswer('no answer', { cause: error }) : error);
  }

  private isOdd(error: Error): boolean {
    if (this.hasHead) return false;
    if (error instanceof errors.HTTPParserError || error instanceof errors.ResponseContentLengthMismatchError)
      return true;
    return error instanceof errors.SocketError && (error.socket?.bytesRead ?? 0) > this.bytesBefore;
  }
}
