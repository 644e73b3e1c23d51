import type { buildConnector, Client as ClientType, Dispatcher } from 'undici';
import Client from 'undici/lib/dispatcher/client.js';
import type { AnswerHandler, RequestSender } from './exchange.ts';
import { type Line, WatchedHandler } from './watched-handler.ts';

interface Origin {
  readonly clients: OpenClient[];
  readonly waiting: WaitingRequest[];
}

interface OpenClient {
  readonly client: ClientType;
  readonly line: Line;
}

/** A request for which no connection is free. */
interface WaitingRequest {
  readonly options: Dispatcher.DispatchOptions;
  readonly handler: AnswerHandler;
}

/**
 * Sends requests over at most so many connections to each origin, and forgets connections that are closed. An Agent of undici does so
 * too, but makes a queue of 2,048 places for each origin and goes through all origins whenever one is forgotten: of a crawl that asks
 * thousands of hosts for a few pages each, that was a sixth of the garbage.
 */
export class OriginConnections implements RequestSender {
  private readonly limit: number;
  private readonly connector: buildConnector.connector;
  private readonly options: ClientType.Options;
  private readonly origins = new Map<string, Origin>();

  constructor(limit: number, connector: buildConnector.connector, options: ClientType.Options) {
    this.limit = limit;
    this.connector = connector;
    this.options = options;
  }

  dispatch(options: Dispatcher.DispatchOptions, handler: AnswerHandler): void {
    const key = String(options.origin);
    const origin = this.origins.get(key) ?? { clients: [], waiting: [] };
    this.origins.set(key, origin);
    origin.waiting.push({ options, handler });
    this.sendWaiting(key, origin);
  }

  async destroy(): Promise<void> {
    const closing = [...this.origins.values()].flatMap(({ clients, waiting }) => {
      const closed = clients.map(({ client }) => client.destroy());
      // A client that is destroyed fails what it is given. Left waiting, they would be sent over new ones.
      for (const { options, handler } of waiting.splice(0)) clients[0]?.client.dispatch(options, handler);
      return closed;
    });
    this.origins.clear();
    await Promise.all(closing);
  }

  private sendWaiting(key: string, origin: Origin): void {
    while (origin.waiting.length > 0) {
      const idle = origin.clients.find(({ client }) => client.stats.size === 0);
      if (idle === undefined && origin.clients.length >= this.limit) return;
      const next = origin.waiting.shift();
      if (next === undefined) return;
      const { client, line } = idle ?? this.open(key, origin);
      client.dispatch(next.options, new WatchedHandler(next.handler, line));
    }
  }

  private open(key: string, origin: Origin): OpenClient {
    const line: Line = { socket: null, error: null };
    const client = new Client(key, { ...this.options, connect: watched(this.connector, line) });
    const opened = { client, line };
    origin.clients.push(opened);
    const forget = (): void => {
      const at = origin.clients.indexOf(opened);
      // What it was given meanwhile it sends over a new connection.
      if (at < 0 || client.stats.size > 0) return;
      origin.clients.splice(at, 1);
      this.sendWaiting(key, origin);
      if (origin.clients.length === 0) this.origins.delete(key);
    };
    client.on('drain', () => this.sendWaiting(key, origin));
    client.on('disconnect', forget);
    client.on('connectionError', forget);
    return opened;
  }
}

/** The same connector, with a note of what becomes of its sockets: taken before undici hears of it. */
function watched(connector: buildConnector.connector, line: Line): buildConnector.connector {
  return (target, callback) =>
    connector(target, (error, socket) => {
      if (error !== null) {
        callback(error, null);
        return;
      }
      line.socket = socket;
      line.error = null;
      socket.on('error', (reason) => {
        if (line.socket === socket) line.error = reason;
      });
      callback(null, socket);
    });
}
