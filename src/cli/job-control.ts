import { AppError } from '../contract/app-error.ts';
import type { CheckTally } from '../contract/jobs.ts';
import { type JobControl, plainControl } from '../engine/jobs/job-control.ts';
import { createProgressRate } from '../engine/jobs/progress-rate.ts';
import { printNumber, remark } from './output.ts';

const INTERVAL_MS = 200;

/**
 * A job's control for a command: progress goes to stderr where that is a terminal, Ctrl C (or a request to terminate)
 * cancels once and ends the process when it comes again.
 */
export function commandControl(title: string, unit: string): JobControl & { end(): void } {
  const stop = new AbortController();
  const line = createProgressLine(title, unit);
  let said = '';
  const onInterrupt = () => {
    if (stop.signal.aborted) process.exit(3);
    process.stderr.write('\nStopping. What is finished is kept. Press Ctrl C again to end at once.\n');
    stop.abort(new AppError('cancelled', 'Cancelled. What was finished is kept.'));
  };
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onInterrupt);
  return {
    ...plainControl(stop.signal, (done, total, tally) => line.show(done, total, tally)),
    say(message) {
      if (message !== said) remark(message);
      said = message;
    },
    end() {
      process.off('SIGINT', onInterrupt);
      process.off('SIGTERM', onInterrupt);
      line.clear();
    },
  };
}

/** Runs work under a control that ends with it. */
export async function withControl<Result>(
  title: string,
  unit: string,
  work: (control: JobControl) => Promise<Result>,
): Promise<Result> {
  const control = commandControl(title, unit);
  try {
    return await work(control);
  } finally {
    control.end();
  }
}

function createProgressLine(title: string, unit: string) {
  const isShown = process.stderr.isTTY;
  const rate = createProgressRate();
  let shownAtMs = 0;
  return {
    show(done: number, total: number, tally?: CheckTally): void {
      const nowMs = Date.now();
      if (!isShown || nowMs - shownAtMs < INTERVAL_MS) return;
      shownAtMs = nowMs;
      rate.note(nowMs, done);
      const parts = [`${title} ${printNumber(done)} of ${printNumber(total)} ${unit}`];
      const perSecond = rate.perSecond() ?? 0;
      if (perSecond > 0) parts.push(`${printNumber(Math.round(perSecond))}/s`, timeLeft((total - done) / perSecond));
      if (tally !== undefined) parts.push(found(tally));
      process.stderr.write(`\r\u001B[K${parts.join(' · ')}`);
    },
    clear(): void {
      if (isShown) process.stderr.write('\r\u001B[K');
    },
  };
}

function found({ live, gone, unknown }: CheckTally): string {
  return `${printNumber(live)} live, ${printNumber(gone)} gone, ${printNumber(unknown)} unknown`;
}

function timeLeft(seconds: number): string {
  return seconds < 90 ? `${Math.ceil(seconds)} s left` : `${Math.ceil(seconds / 60)} min left`;
}
