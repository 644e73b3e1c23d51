import { Worker } from 'node:worker_threads';
import { threadEntry } from '../thread-entry.ts';
import type { PageReaderAnswer, PageReaderRequest } from './page-reader-thread.ts';
import { type AnswerToRead, type ReadAnswer, type ReadingAim, readAnswer } from './read-answer.ts';

/** Reads answers, on this thread or on others. */
export interface AnswerReader {
  /** Takes the bytes of the answer for itself: they are gone afterwards. Rejects when the thread has ended. */
  read(answer: AnswerToRead): Promise<ReadAnswer>;
  close(): Promise<void>;
}

/** Reads on the calling thread; right for few pages. */
export function readHere(aim: ReadingAim): AnswerReader {
  return {
    read: (answer) => Promise.resolve(readAnswer(answer, aim)),
    close: () => Promise.resolve(),
  };
}

/** A page is short-lived garbage: a large nursery lets it die there, and nothing of it needs to be kept. */
const LIMITS = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 384 } as const;
/** Requests on their way to a thread at a time: the second is there when the first is done. */
const REQUESTS_AHEAD = 2;
const LARGEST_REQUEST = 32;

/** Reads on threads of its own, each answer on the one with the least to do. */
export function openReaderThreads(aim: ReadingAim, count: number): AnswerReader {
  const threads = Array.from({ length: Math.max(1, count) }, () => new ReadingThread(aim));
  return {
    read: (answer) => threads.reduce((idle, one) => (one.load < idle.load ? one : idle)).read(answer),
    async close() {
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

interface Waiting {
  readonly answer: AnswerToRead;
  readonly resolve: (answer: ReadAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** One thread. What comes while it is busy goes to it together. */
class ReadingThread {
  private readonly worker: Worker;
  private waiting: Waiting[] = [];
  private readonly asked: Waiting[][] = [];
  private endedBy: Error | null = null;

  constructor(aim: ReadingAim) {
    this.worker = new Worker(threadEntry('crawl/page-reader-thread'), { workerData: aim, resourceLimits: LIMITS });
    this.worker.on('message', (answers: PageReaderAnswer) => {
      for (const [index, one] of (this.asked.shift() ?? []).entries()) {
        const read = answers[index];
        if (read !== undefined) one.resolve(read);
      }
      this.ask();
    });
    this.worker.on('error', (error: Error) => this.end(error));
    this.worker.on('exit', () => this.end(new Error('The thread that reads pages has ended.')));
  }

  /** Answers that were not read yet. */
  get load(): number {
    return this.waiting.length + this.asked.reduce((sum, request) => sum + request.length, 0);
  }

  async read(answer: AnswerToRead): Promise<ReadAnswer> {
    if (this.endedBy !== null) throw this.endedBy;
    const { promise, resolve, reject } = Promise.withResolvers<ReadAnswer>();
    this.waiting.push({ answer, resolve, reject });
    this.ask();
    return promise;
  }

  async close(): Promise<void> {
    await this.worker.terminate();
  }

  private ask(): void {
    if (this.asked.length >= REQUESTS_AHEAD || this.waiting.length === 0) return;
    const request = this.waiting.splice(0, LARGEST_REQUEST);
    const answers = request.map(({ answer }) => ({ ...answer, bytes: ownBytes(answer.bytes) }));
    this.asked.push(request);
    this.worker.postMessage(
      answers satisfies PageReaderRequest,
      answers.map(({ bytes }) => bytes.buffer),
    );
  }

  private end(error: Error): void {
    this.endedBy ??= error;
    const lost = [...this.asked.splice(0).flat(), ...this.waiting.splice(0)];
    for (const { reject } of lost) reject(this.endedBy);
  }
}

/** Small buffers share their memory with others, which cannot be handed over. */
function ownBytes(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}
