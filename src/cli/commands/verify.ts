import { AppError } from '../../contract/app-error.ts';
import {
  type CheckPolicy,
  type CheckSettings,
  checkPolicySchema,
  checkSettingsSchema,
} from '../../contract/check-settings.ts';
import type { CheckTally } from '../../contract/jobs.ts';
import { CHECK_REASONS, type CheckReason } from '../../core/model/check-reason.ts';
import { parseResolveOverride, type ResolveOverride } from '../../engine/crawl/resolve-override.ts';
import { findInterruptedCheck, type InterruptedCheck, runCheck } from '../../engine/jobs/run-check.ts';
import { EXIT } from '../exit-codes.ts';
import { withControl } from '../job-control.ts';
import { withProject } from '../open-project.ts';
import { countOf, printJson, printLine, printNumber, remark } from '../output.ts';
import { APP_VERSION } from '../version.ts';

interface VerifyOptions {
  readonly filter?: string;
  readonly only?: string;
  readonly olderThan?: string;
  readonly concurrency?: number;
  readonly perHost?: number;
  readonly timeout?: number;
  readonly delay?: number;
  readonly rate?: number;
  readonly quietHours?: string;
  readonly maxSize?: number;
  readonly ignoreCertificates?: boolean;
  readonly proxy?: string;
  readonly contact?: string;
  readonly reread?: boolean;
  readonly render?: boolean;
  readonly browser?: string;
  readonly resolve?: readonly string[];
  readonly allowPrivate?: boolean;
  readonly restart?: boolean;
  readonly fail?: boolean;
  readonly json?: boolean;
}

/** `anchorage verify`: asks the source pages and stores what each look found. */
export async function verify(file: string, options: VerifyOptions): Promise<void> {
  const settings = settingsOf(options);
  const policy = policyOf(options);
  const resolve = (options.resolve ?? []).map(overrideOf);
  if (resolve.length > 0 && settings.proxy !== '') {
    throw new AppError('wrong-use', 'A proxy looks hosts up itself: --resolve and --proxy exclude each other.');
  }
  await withProject(file, async (project) => {
    const selection = { kind: 'filter', table: 'links', filter: options.filter ?? '' } as const;
    const startedMs = performance.now();
    const request = {
      selection,
      policy,
      settings,
      resolve,
      allowPrivate: options.allowPrivate ?? false,
      ...(options.browser === undefined ? {} : { browser: options.browser }),
    };
    const interrupted = options.restart === true ? null : await findInterruptedCheck(project, request);
    if (interrupted !== null) remark(goingOn(interrupted));
    const outcome = await withControl('Checked', 'pages', (control) =>
      runCheck(project, request, control, APP_VERSION, interrupted?.jobId ?? null),
    ).catch(sayHowToGoOn);
    const seconds = Math.round(performance.now() - startedMs) / 1000;
    const { checked, live, gone, unknown, changed, reasons } = outcome;
    if (options.json === true) printJson({ checked, live, gone, unknown, changed, reasons, seconds });
    else {
      printLine(
        `Checked ${countOf(checked, 'link')} in ${seconds} s: ${printNumber(live)} live, ${printNumber(gone)} gone, ${printNumber(unknown)} could not be checked.`,
      );
      for (const line of reasonLines(reasons)) printLine(line);
      if (changed > 0) printLine(`${countOf(changed, 'link')} not as known before.`);
    }
    if (options.fail === true && gone > 0) process.exitCode = EXIT.findings;
  });
}

function sayHowToGoOn(error: unknown): never {
  if (error instanceof AppError && error.code === 'unreachable') {
    throw new AppError(error.code, `${error.message} The same command does.`, error.details);
  }
  throw error;
}

/** What was found, the most frequent first: `  120  the page answers 404`. */
function reasonLines(reasons: CheckTally['reasons']): string[] {
  const counts = (Object.keys(reasons) as CheckReason[]).map((reason) => ({ reason, count: reasons[reason] ?? 0 }));
  const width = Math.max(...counts.map(({ count }) => printNumber(count).length));
  return counts
    .toSorted((a, b) => b.count - a.count)
    .map(({ reason, count }) => `  ${printNumber(count).padStart(width)}  ${CHECK_REASONS[reason].text}`);
}

function goingOn({ createdAt, done, total }: InterruptedCheck): string {
  const when = createdAt.slice(0, 16).replace('T', ' ');
  return `Going on with the check of ${when} UTC that was interrupted after ${printNumber(done)} of ${printNumber(total)} pages. --restart begins anew.`;
}

const SETTING_LIMITS: Readonly<Record<keyof CheckSettings, string>> = {
  concurrency: '--concurrency takes a whole number from 1 to 512.',
  perHost: '--per-host takes a whole number from 1 to 32.',
  timeoutSeconds: '--timeout takes seconds from 1 to 300.',
  delaySeconds: '--delay takes seconds from 0 to 3600.',
  pagesPerSecond: '--rate takes pages a second from 0 to 10,000; 0 is no limit.',
  quietHours: '--quiet-hours takes two times of the day, as in 22:00-06:30.',
  maxPageMegabytes: '--max-size takes megabytes from 0.1 to 100.',
  ignoreCertificates: '--ignore-certificates takes no value.',
  proxy: '--proxy takes the address of a proxy without a user name, as in http://127.0.0.1:8080.',
  renderPages: '--render takes no value.',
  rereadAll: '--reread takes no value.',
  contactUrl: '--contact takes an http or https address.',
};

function settingsOf(options: VerifyOptions): CheckSettings {
  const parsed = checkSettingsSchema.safeParse({
    concurrency: options.concurrency,
    perHost: options.perHost,
    timeoutSeconds: options.timeout,
    delaySeconds: options.delay,
    pagesPerSecond: options.rate,
    quietHours: options.quietHours,
    maxPageMegabytes: options.maxSize,
    ignoreCertificates: options.ignoreCertificates,
    proxy: options.proxy,
    contactUrl: options.contact,
    rereadAll: options.reread,
    renderPages: options.render,
  } satisfies Partial<Record<keyof CheckSettings, unknown>>);
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0]);
  throw new AppError('wrong-use', SETTING_LIMITS[field as keyof CheckSettings] ?? 'These settings cannot be used.', {
    field,
  });
}

function policyOf({ only, olderThan }: VerifyOptions): CheckPolicy {
  const parsed = checkPolicySchema.safeParse({ only, olderThan });
  if (parsed.success) return parsed.data;
  throw new AppError('wrong-use', '--older-than takes a time such as 30d, 2w, 6m or 1y.', { olderThan });
}

function overrideOf(text: string): ResolveOverride {
  const override = parseResolveOverride(text);
  if (override !== null) return override;
  throw new AppError('wrong-use', `"${text}" is no address for --resolve. Write HOST:IP or HOST:IP:PORT.`, {
    resolve: text,
  });
}
