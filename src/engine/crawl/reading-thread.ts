import { Worker } from 'node:worker_threads';
import { threadEntry } from '../thread-entry.ts';
import type { PageReaderAnswer, PageReaderRequest } from './page-reader-thread.ts';
import type { AnswerToRead, ReadAnswer, ReadingAim } from './read-answer.ts';

/** An answer that somebody waits for to be read. */
export interface PendingReading {
  readonly answer: AnswerToRead;
  readonly resolve: (answer: ReadAnswer) => void;
  readonly reject: (error: unknown) => void;
}

export interface ThreadEvents {
  /** A request was read: there is room for another one. */
  readonly onRoom: () => void;
  /** The thread reads nothing any more; what it had been asked was rejected with the same error. */
  readonly onEnd: (error: Error) => void;
}

/** A page is short-lived garbage: a large nursery lets it die there, and nothing of it needs to be kept. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 384 } as const;
/** Requests on their way to a thread at a time: the second is there when the first is done. */
const REQUESTS_AHEAD = 2;

/** A thread that reads answers, some at once. */
export class ReadingThread {
  private readonly worker: Worker;
  private readonly asked: (readonly PendingReading[])[] = [];

  constructor(aim: ReadingAim, { onRoom, onEnd }: ThreadEvents) {
    const end = (error: Error): void => {
      for (const { reject } of this.asked.splice(0).flat()) reject(error);
      onEnd(error);
    };
    this.worker = new Worker(threadEntry('crawl/page-reader-thread'), { workerData: aim, resourceLimits: LIMITS });
    this.worker.on('message', (answers: PageReaderAnswer) => {
      for (const [index, one] of (this.asked.shift() ?? []).entries()) {
        const read = answers[index];
        if (read !== undefined) one.resolve(read);
      }
      onRoom();
    });
    this.worker.on('error', end);
    this.worker.on('exit', () => end(new Error('The thread that reads pages has ended.')));
  }

  get hasRoom(): boolean {
    return this.asked.length < REQUESTS_AHEAD;
  }

  /** Answers that were not read yet. */
  get load(): number {
    return this.asked.reduce((sum, request) => sum + request.length, 0);
  }

  ask(request: readonly PendingReading[]): void {
    const answers = request.map(({ answer }) => ({ ...answer, bytes: ownBytes(answer.bytes) }));
    this.asked.push(request);
    this.worker.postMessage(
      answers satisfies PageReaderRequest,
      answers.map(({ bytes }) => bytes.buffer),
    );
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }
}

/** Small buffers share their memory with others, which cannot be handed over. */
function ownBytes(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
