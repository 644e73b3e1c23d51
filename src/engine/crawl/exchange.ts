import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';
import type { PageHeaders } from '../../core/html/page-reading.ts';

/** An answer with as much of its body as was wanted, as sent. */
export interface HostAnswer {
  readonly status: number;
  readonly headers: PageHeaders;
  readonly chunks: readonly Buffer[];
  /** Bytes in `chunks`. */
  readonly sizeBytes: number;
  readonly end: BodyEnd;
}

/** How a body ended: as its sender meant it, where enough had come, or by a failure of the connection or a clock. */
export type BodyEnd = 'whole' | 'enough' | 'broken';

/** How many bytes of a body are wanted, by the head of its answer. */
export type BodyWish = (status: number, headers: PageHeaders) => number;

/** Sends a request and tells a handler what comes, as the dispatchers of undici do. */
export interface RequestSender {
  dispatch(options: Dispatcher.DispatchOptions, handler: AnswerHandler): unknown;
}

/** Hears of an answer, piece by piece. The first argument is undici's, and not used. */
export interface AnswerHandler {
  /** Called once the request is on its way, and again where it is sent again. */
  onRequestStart(controller: { abort(reason: Error): void }): void;
  onResponseStart(_: unknown, status: number, headers: IncomingHttpHeaders): void;
  onResponseData(_: unknown, chunk: Buffer): void;
  onResponseEnd(_: unknown): void;
  onResponseError(_: unknown, error: Error): void;
}

/** What an exchange that was called off rejects with. */
export class ExchangeAborted extends Error {}

/**
 * One request and its answer, which can be called off at any time. Takes the body straight from the parser: a stream, an iterator and a
 * signal for each page cost as much as all the rest of asking for it.
 */
export class Exchange {
  isAborted = false;
  private readonly wish: BodyWish;
  private readonly onHead: () => void;
  private readonly aborted = Promise.withResolvers<never>();
  private controller: Parameters<AnswerHandler['onRequestStart']>[0] | null = null;
  private head: { readonly status: number; readonly headers: PageHeaders; readonly wanted: number } | null = null;
  private readonly chunks: Buffer[] = [];
  private sizeBytes = 0;

  constructor(wish: BodyWish, onHead: () => void) {
    this.wish = wish;
    this.onHead = onHead;
    // Called off when nobody waits, it is nobody's failure.
    this.aborted.promise.catch(() => undefined);
  }

  /** Sends a request. Rejects with the error of the network, or {@link ExchangeAborted}. */
  async over(sender: RequestSender, options: Dispatcher.DispatchOptions): Promise<HostAnswer> {
    const answer = Promise.withResolvers<HostAnswer>();
    if (!this.isAborted) sender.dispatch(options, this.handler(answer));
    return await Promise.race([answer.promise, this.aborted.promise]);
  }

  /** True once a connection was made for the request. */
  get wasSent(): boolean {
    return this.controller !== null;
  }

  abort(): void {
    if (this.isAborted) return;
    this.isAborted = true;
    const error = new ExchangeAborted();
    this.aborted.reject(error);
    this.controller?.abort(error);
  }

  /** What has come so far; null before the head of the answer has. */
  received(end: BodyEnd): HostAnswer | null {
    const { head, chunks, sizeBytes } = this;
    return head === null ? null : { status: head.status, headers: head.headers, chunks, sizeBytes, end };
  }

  private handler({ resolve, reject }: PromiseWithResolvers<HostAnswer>): AnswerHandler {
    const finish = (end: BodyEnd): void => {
      const answer = this.received(end);
      if (answer !== null) resolve(answer);
    };
    const stop = (): void => {
      finish('enough');
      this.controller?.abort(new ExchangeAborted());
    };
    return {
      onRequestStart: (controller) => {
        this.controller = controller;
        if (this.isAborted) controller.abort(new ExchangeAborted());
      },
      onResponseStart: (_, status, raw) => {
        if (status < 200) return;
        const headers = listHeaders(raw);
        this.head = { status, headers, wanted: this.wish(status, headers) };
        this.onHead();
        if (this.head.wanted === 0) stop();
      },
      onResponseData: (_, chunk) => {
        if (this.head === null) return;
        this.chunks.push(chunk);
        this.sizeBytes += chunk.length;
        if (this.sizeBytes > this.head.wanted) stop();
      },
      onResponseEnd: () => finish('whole'),
      onResponseError: (_, error) => reject(error),
    };
  }
}

function listHeaders(headers: IncomingHttpHeaders): PageHeaders {
  const listed: Record<string, readonly string[]> = Object.create(null);
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) listed[name] = typeof value === 'string' ? [headerText(value)] : value.map(headerText);
  }
  return listed;
}

/**
 * Headers come byte by byte, but servers that redirect to an address beyond ASCII write it in UTF-8, and browsers read it so.
 */
function headerText(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value;
  const bytes = Buffer.from(value, 'latin1');
  return isUtf8(bytes) ? bytes.toString('utf8') : value;
}
