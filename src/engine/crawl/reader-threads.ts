import { type AnswerReader, readHere } from './answer-reader.ts';
import { type AnswerToRead, type ReadAnswer, type ReadingAim, readAnswer } from './read-answer.ts';
import { type PendingReading, ReadingThread } from './reading-thread.ts';

/** Reads on threads of its own, and on the calling one what they fall behind with. */
export function openReaderThreads(aim: ReadingAim, count: number): AnswerReader {
  return new ReaderThreads(aim, count);
}

/** Bytes of the largest body that is read here although nobody has to wait for a thread; it may take a tenth of a second. */
const LARGEST_HERE = 256 * 1024;

/** Reads few pages: on the calling thread, since a thread takes long to start; but for large ones, which would keep all sockets waiting. */
export function openReaderForFew(aim: ReadingAim): AnswerReader {
  const here = readHere(aim);
  let threads: AnswerReader | null = null;
  return {
    read(answer) {
      if (answer.bytes.length <= LARGEST_HERE) return here.read(answer);
      threads ??= openReaderThreads(aim, 1);
      return threads.read(answer);
    },
    close: () => threads?.close() ?? Promise.resolve(),
  };
}

const LARGEST_REQUEST = 32;
/** So many answers wait before the calling thread reads one: the threads never run out of work because of it. */
const OVERFLOW = 8;
/** Bytes of the largest body that the calling thread reads, which takes some milliseconds. */
const LARGEST_OVERFLOW = 64 * 1024;

/**
 * One line of answers. What comes while all threads are busy goes to the first that has room, many at once. Where the line grows all the
 * same, the calling thread takes from it as well, one small answer in each turn of its loop, so that sockets and timers wait for no more.
 */
class ReaderThreads implements AnswerReader {
  private readonly aim: ReadingAim;
  private readonly threads: readonly ReadingThread[];
  private readonly line: PendingReading[] = [];
  private turn: NodeJS.Immediate | null = null;
  private endedBy: Error | null = null;

  constructor(aim: ReadingAim, count: number) {
    this.aim = aim;
    const events = { onRoom: () => this.handOut(), onEnd: (error: Error) => this.end(error) };
    this.threads = Array.from({ length: Math.max(1, count) }, () => new ReadingThread(aim, events));
  }

  async read(answer: AnswerToRead): Promise<ReadAnswer> {
    if (this.endedBy !== null) throw this.endedBy;
    const { promise, resolve, reject } = Promise.withResolvers<ReadAnswer>();
    this.line.push({ answer, resolve, reject });
    this.handOut();
    return promise;
  }

  async close(): Promise<void> {
    this.end(new Error('The reader of pages was closed.'));
    await Promise.all(this.threads.map((thread) => thread.close()));
  }

  private handOut(): void {
    while (this.line.length > 0) {
      const thread = this.idlest();
      if (thread === null) break;
      const share = Math.ceil(this.line.length / this.threads.length);
      thread.ask(this.line.splice(0, Math.min(share, LARGEST_REQUEST)));
    }
    if (this.line.length >= OVERFLOW) this.turn ??= setImmediate(() => this.takeTurn());
  }

  /** The thread with the least to do; null where none has room. */
  private idlest(): ReadingThread | null {
    const free = this.threads.filter((thread) => thread.hasRoom);
    return free.reduce<ReadingThread | null>(
      (least, one) => (least === null || one.load < least.load ? one : least),
      null,
    );
  }

  /** Reads one answer here, if as many wait as before. */
  private takeTurn(): void {
    this.turn = null;
    if (this.line.length < OVERFLOW) return;
    const index = this.line.findIndex(({ answer }) => answer.bytes.length <= LARGEST_OVERFLOW);
    const [small] = index < 0 ? [] : this.line.splice(index, 1);
    if (small === undefined) return;
    try {
      small.resolve(readAnswer(small.answer, this.aim));
    } catch (error) {
      small.reject(error);
    }
    this.handOut();
  }

  private end(error: Error): void {
    this.endedBy ??= error;
    for (const { reject } of this.line.splice(0)) reject(this.endedBy);
  }
}
