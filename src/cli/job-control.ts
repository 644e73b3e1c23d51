import { AppError } from '../contract/app-error.ts';
import { type JobControl, plainControl } from '../engine/jobs/job-control.ts';

const INTERVAL_MS = 200;

/**
 * A job's control for a command: progress goes to stderr where that is a terminal, Ctrl C cancels once and ends the process
 * when pressed again.
 */
export function commandControl(title: string, unit: string): JobControl & { end(): void } {
  const stop = new AbortController();
  const line = createProgressLine(title, unit);
  const onInterrupt = () => {
    if (stop.signal.aborted) process.exit(3);
    process.stderr.write('\nStopping. What is finished is kept. Press Ctrl C again to end at once.\n');
    stop.abort(new AppError('cancelled', 'Cancelled. What was finished is kept.'));
  };
  process.on('SIGINT', onInterrupt);
  return {
    ...plainControl(stop.signal, (done, total) => line.show(done, total)),
    end() {
      process.off('SIGINT', onInterrupt);
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
  const numbers = new Intl.NumberFormat('en');
  let shownAtMs = 0;
  return {
    show(done: number, total: number): void {
      if (!isShown || Date.now() - shownAtMs < INTERVAL_MS) return;
      shownAtMs = Date.now();
      process.stderr.write(`\r\u001B[K${title} ${numbers.format(done)} of ${numbers.format(total)} ${unit}`);
    },
    clear(): void {
      if (isShown) process.stderr.write('\r\u001B[K');
    },
  };
}
