import { Worker } from 'node:worker_threads';
import { AppError, type ErrorBody, errorBody } from '../../contract/app-error.ts';
import { threadEntry } from '../thread-entry.ts';
import type { ScoreBatch } from './judge-project.ts';

/** What the judging thread answers to each "next". */
export type ScoreAnswer =
  | { readonly kind: 'batch'; readonly batch: ScoreBatch }
  | { readonly kind: 'end' }
  | { readonly kind: 'error'; readonly error: ErrorBody };

/** Judgements of a project file from a thread of its own. The next batch is judged while the last one is being written. */
export async function* judgeInThread(path: string): AsyncGenerator<ScoreBatch, void, void> {
  const worker = new Worker(threadEntry('score/score-thread'), { workerData: { path } });
  const ask = askThread(worker);
  try {
    let pending = ask();
    for (;;) {
      const answer = await pending;
      if (answer.kind === 'end') return;
      if (answer.kind === 'error') {
        throw new AppError(answer.error.code, answer.error.message, answer.error.details);
      }
      pending = ask();
      yield answer.batch;
    }
  } finally {
    await worker.terminate();
  }
}

/**
 * Questions to the thread, one at a time. A thread that dies is an answer and never a rejection: it may die while its last
 * batch is being written and nobody waits, and a rejection nobody hears ends the engine.
 */
function askThread(worker: Worker): () => Promise<ScoreAnswer> {
  let waiting = Promise.withResolvers<ScoreAnswer>();
  let death: ScoreAnswer | null = null;
  const die = (error: unknown): void => {
    death ??= { kind: 'error', error: errorBody(error) };
    waiting.resolve(death);
  };
  worker.on('message', (answer: ScoreAnswer) => waiting.resolve(answer));
  worker.on('error', die);
  worker.on('exit', () => die(new Error('the thread that judges ended unexpectedly')));
  return () => {
    if (death !== null) return Promise.resolve(death);
    waiting = Promise.withResolvers();
    worker.postMessage('next');
    return waiting.promise;
  };
}
