import { type ClientHttp2Session, type ClientHttp2Stream, constants } from 'node:http2';
import type { Dispatcher } from 'undici';
import type { AnswerHandler } from './exchange.ts';

/** Thrown into a request over HTTP/2 whose answer did not come, or broke off. */
export class StreamBroken extends Error {
  readonly code: 'ANCHORAGE_STREAM_BROKEN' | 'ANCHORAGE_STREAM_SILENT';

  constructor(code: StreamBroken['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** How a stream ended, where its answer did not arrive whole. */
export interface BrokenStream {
  readonly error: Error;
  /** True where nothing of the answer had come, and it was not us who called it off. */
  readonly isUnanswered: boolean;
  /** The request was not sent, or the host says that it has not looked at it (RFC 9113 section 8.7). */
  readonly isRefused: boolean;
}

/** Sends one request over a session and tells a handler what comes; settles with null once the answer is whole. */
export function askOverStream(
  session: ClientHttp2Session,
  options: Dispatcher.DispatchOptions,
  handler: AnswerHandler,
): Promise<BrokenStream | null> {
  if (session.closed || session.destroyed) {
    const error = new StreamBroken('ANCHORAGE_STREAM_BROKEN', 'the connection closed');
    return Promise.resolve({ error, isUnanswered: true, isRefused: true });
  }
  const stream = session.request(headersOf(options));
  const isWhole = watchEnd(stream);
  let hasHead = false;
  let error: Error | null = null;
  const giveUp = (reason: Error): void => {
    error ??= reason;
    stream.close(constants.NGHTTP2_CANCEL);
  };
  const { bodyTimeout } = options;
  stream.on('response', ({ ':status': status, ...headers }) => {
    hasHead = true;
    if (typeof bodyTimeout === 'number') {
      stream.setTimeout(bodyTimeout, () =>
        giveUp(new StreamBroken('ANCHORAGE_STREAM_SILENT', `nothing more came within ${bodyTimeout} ms`)),
      );
    }
    handler.onResponseStart(null, status ?? 0, headers);
  });
  stream.on('data', (chunk: Buffer) => handler.onResponseData(null, chunk));
  // Whatever failed, the stream closes after it, and says so with what is known then.
  stream.on('error', () => undefined);
  handler.onRequestStart({ abort: giveUp });
  return new Promise((resolve) => {
    stream.on('close', () => {
      if (isWhole()) resolve(null);
      else {
        const isRefused = stream.rstCode === constants.NGHTTP2_REFUSED_STREAM;
        resolve({ error: error ?? breakOf(stream, session), isUnanswered: !hasHead && error === null, isRefused });
      }
    });
  });
}

function headersOf({ origin, path, method, headers }: Dispatcher.DispatchOptions): Record<string, string> {
  return {
    ...(headers as Readonly<Record<string, string>> | undefined),
    ':authority': new URL(String(origin)).host,
    ':method': method,
    ':path': path,
  };
}

/**
 * Whether a host has ended its answer itself. Node ends every stream, also one that was reset or lost with its connection, but those it
 * closes first.
 */
function watchEnd(stream: ClientHttp2Stream): () => boolean {
  let isEnded = false;
  const push = stream.push.bind(stream);
  stream.push = (chunk, encoding) => {
    if (chunk === null && !stream.closed) isEnded = true;
    return push(chunk, encoding);
  };
  return () => isEnded && stream.rstCode === constants.NGHTTP2_NO_ERROR;
}

const CODE_NAMES: ReadonlyMap<unknown, string> = new Map(
  Object.entries(constants).flatMap(([name, code]) =>
    /^NGHTTP2_(?!FLAG|NV|HCAT|SETTINGS|STREAM_|SESSION|DEFAULT|ERR_)/.test(name)
      ? [[code, name.slice('NGHTTP2_'.length)]]
      : [],
  ),
);

function breakOf(stream: ClientHttp2Stream, session: ClientHttp2Session): StreamBroken {
  const name = CODE_NAMES.get(stream.rstCode) ?? String(stream.rstCode);
  const what = session.destroyed ? 'the connection closed' : `the host reset the HTTP/2 stream (${name})`;
  return new StreamBroken('ANCHORAGE_STREAM_BROKEN', what);
}
