import { type AnswerToRead, type ReadAnswer, type ReadingAim, readAnswer } from './read-answer.ts';

/** Reads answers, on this thread or on others. */
export interface AnswerReader {
  /** Takes the bytes of the answer for itself: they are gone afterwards. Rejects when a thread has ended. */
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
