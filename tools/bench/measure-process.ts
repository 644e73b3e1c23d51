import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** What one whole process took. */
export interface ProcessMeasure {
  /** From start to exit. */
  readonly seconds: number;
  /** User and system time of all its threads, to within the sampling interval; null where the system does not tell. */
  readonly cpuSeconds: number | null;
  /** The most memory it had resident at once; null where the system does not tell. */
  readonly peakBytes: number | null;
  readonly output: string;
}

const SAMPLE_MS = 10;
/** Linux counts process times in hundredths of a second. */
const TICKS_PER_SECOND = 100;

/** Runs a program to its end and measures it from outside, so that every program is measured alike. Throws when it fails. */
export async function measureProcess(program: string, args: readonly string[]): Promise<ProcessMeasure> {
  const started = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  const last: { cpuSeconds: number | null; peakBytes: number | null } = { cpuSeconds: null, peakBytes: null };
  const timer = setInterval(() => Object.assign(last, sample(child.pid) ?? {}), SAMPLE_MS);
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  }).finally(() => clearInterval(timer));
  const seconds = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(code)}.\n${output}`);
  return { seconds, ...last, output };
}

/** What Linux knows of a running process; null elsewhere, and once it is gone. */
function sample(pid: number | undefined): { cpuSeconds: number; peakBytes: number } | null {
  if (pid === undefined || process.platform !== 'linux') return null;
  try {
    const peak = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    if (peak === undefined) return null;
    // The name in parentheses may hold blanks; user and system time are the 12th and 13th field behind it.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = Number(fields[11]) + Number(fields[12]);
    return { cpuSeconds: ticks / TICKS_PER_SECOND, peakBytes: Number(peak) * 1024 };
  } catch {
    return null;
  }
}
