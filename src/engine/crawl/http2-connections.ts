/**
 * Asks hosts that understand nothing but HTTP/2, by Node's own client: undici's takes a body that its host reset for a whole one, and
 * fails a request that crosses with the end of its connection.
 */
import { type ClientHttp2Session, connect } from 'node:http2';
import type { Socket } from 'node:net';
import type { buildConnector, Dispatcher } from 'undici';
import { connectTo } from './connect-to.ts';
import type { AnswerHandler, RequestSender } from './exchange.ts';
import { askOverStream, type BrokenStream, StreamBroken } from './http2-stream.ts';

interface Line {
  readonly session: ClientHttp2Session;
  readonly socket: Socket;
}

interface Connection {
  readonly line: Promise<Line>;
  /** Requests under way. */
  open: number;
  /** True once an answer came over it. */
  hasServed: boolean;
  /** True once the host has said that it will take no more (GOAWAY), or has hung up. */
  isLeft: boolean;
  idleClock: NodeJS.Timeout | undefined;
}

/** Times a request is sent again over a new connection, where its host has not looked at it. */
const MAX_REPEATS = 2;

/** One connection to each origin, which all of its requests share. */
export class Http2Connections implements RequestSender {
  private readonly connector: buildConnector.connector;
  private readonly keepAliveMs: number;
  /** Those that the next requests use. */
  private readonly current = new Map<string, Connection>();
  private readonly lines = new Set<Line>();
  private isDestroyed = false;

  constructor(connector: buildConnector.connector, keepAliveMs: number) {
    this.connector = connector;
    this.keepAliveMs = keepAliveMs;
  }

  dispatch(options: Dispatcher.DispatchOptions, handler: AnswerHandler): void {
    this.ask(options, handler).catch((error: Error) => handler.onResponseError(null, error));
  }

  destroy(): void {
    this.isDestroyed = true;
    for (const line of this.lines) hangUp(line);
  }

  private async ask(options: Dispatcher.DispatchOptions, handler: AnswerHandler): Promise<void> {
    const origin = String(options.origin);
    for (let repeats = 0; ; repeats++) {
      const connection = this.current.get(origin) ?? this.open(origin);
      const broken = await this.askOver(connection, options, handler);
      if (broken === null) {
        handler.onResponseEnd(null);
        return;
      }
      // Where one answer broke off, the connection may be dead for the next as well.
      this.retire(origin, connection);
      if (repeats === MAX_REPEATS || !isUnseen(broken, connection)) throw broken.error;
    }
  }

  private async askOver(
    connection: Connection,
    options: Dispatcher.DispatchOptions,
    handler: AnswerHandler,
  ): Promise<BrokenStream | null> {
    const line = await connection.line;
    clearTimeout(connection.idleClock);
    connection.open++;
    try {
      const broken = await askOverStream(line.session, options, handler);
      connection.hasServed ||= broken === null;
      return broken;
    } finally {
      connection.open--;
      if (connection.open === 0) connection.idleClock = setTimeout(() => hangUp(line), this.keepAliveMs).unref();
    }
  }

  private open(origin: string): Connection {
    const connection: Connection = {
      line: this.connect(origin),
      open: 0,
      hasServed: false,
      isLeft: false,
      idleClock: undefined,
    };
    this.current.set(origin, connection);
    const leave = (): void => {
      connection.isLeft = true;
      this.forget(origin, connection);
    };
    connection.line.then(({ session }) => session.on('goaway', leave).on('close', leave), leave);
    return connection;
  }

  private async connect(origin: string): Promise<Line> {
    const socket = await connectTo(this.connector, origin);
    if (this.isDestroyed) {
      socket.destroy();
      throw new StreamBroken('ANCHORAGE_STREAM_BROKEN', 'the crawl has ended');
    }
    const session = connect(origin, { createConnection: () => socket, settings: { enablePush: false } });
    // Requests hear of it from their streams.
    session.on('error', () => undefined);
    const line = { session, socket };
    this.lines.add(line);
    socket.on('close', () => this.lines.delete(line));
    return line;
  }

  private forget(origin: string, connection: Connection): void {
    if (this.current.get(origin) === connection) this.current.delete(origin);
  }

  private retire(origin: string, connection: Connection): void {
    this.forget(origin, connection);
    void connection.line.then(({ session }) => session.close());
  }
}

/** A session that is closed waits for its host to hang up, and some never do. */
function hangUp({ session, socket }: Line): void {
  session.destroy();
  socket.destroy();
}

/** A request may be sent again where its host refused it, or hung up on a connection that had been good (RFC 9113 section 8.7). */
function isUnseen({ isUnanswered, isRefused }: BrokenStream, { hasServed, isLeft }: Connection): boolean {
  return isUnanswered && (isRefused || (isLeft && hasServed));
}
