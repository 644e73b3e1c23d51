import { parentPort, workerData } from 'node:worker_threads';
import { type AnswerToRead, type ReadAnswer, type ReadingAim, readAnswer } from './read-answer.ts';

/** What the thread is asked: some answers at once, since a message costs as much as reading a small page. */
export type PageReaderRequest = readonly AnswerToRead[];
/** One for each answer of the request. */
export type PageReaderAnswer = readonly ReadAnswer[];

if (parentPort !== null) {
  const port = parentPort;
  const aim = workerData as ReadingAim;
  port.on('message', (answers: PageReaderRequest) => {
    port.postMessage(answers.map((answer) => readAnswer(answer, aim)) satisfies PageReaderAnswer);
  });
}
