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
import { type CheckSettingOptions, givenSettings, keptSettings, keptSettingsLine } from '../check-setting-options.ts';
import { EXIT } from '../exit-codes.ts';
import { withControl } from '../job-control.ts';
import { withProject } from '../open-project.ts';
import { countOf, printJson, printLine, printNumber, remark } from '../output.ts';
import { APP_VERSION } from '../version.ts';

interface VerifyOptions extends CheckSettingOptions {
  readonly filter?: string;
  readonly only?: string;
  readonly olderThan?: string;
  readonly browser?: string;
  readonly resolve?: readonly string[];
  readonly allowPrivate?: boolean;
  readonly restart?: boolean;
  readonly fail?: boolean;
  readonly json?: boolean;
}

/** `anchorage verify`: asks the source pages and stores what each look found. */
export async function verify(file: string, options: VerifyOptions): Promise<void> {
  const given = givenSettings(options);
  const policy = policyOf(options);
  const resolve = (options.resolve ?? []).map(overrideOf);
  await withProject(file, async (project) => {
    const kept = keptSettings(project, given, options);
    const settings = checkSettingsSchema.parse({ ...kept, ...given });
    if (resolve.length > 0 && settings.proxy !== '') throw proxyLooksUp(kept);
    const line = keptSettingsLine(kept);
    if (line !== '') remark(line);
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
    );
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

function policyOf({ only, olderThan }: VerifyOptions): CheckPolicy {
  const parsed = checkPolicySchema.safeParse({ only, olderThan });
  if (parsed.success) return parsed.data;
  throw new AppError('wrong-use', '--older-than takes a time such as 30d, 2w, 6m or 1y.', { olderThan });
}

function proxyLooksUp(kept: Partial<CheckSettings>): AppError {
  const whose =
    'proxy' in kept ? ' The proxy is one of the check settings of the project; --defaults leaves it out.' : '';
  return new AppError('wrong-use', `A proxy looks hosts up itself: --resolve and --proxy exclude each other.${whose}`);
}

function overrideOf(text: string): ResolveOverride {
  const override = parseResolveOverride(text);
  if (override !== null) return override;
  throw new AppError('wrong-use', `"${text}" is no address for --resolve. Write HOST:IP or HOST:IP:PORT.`, {
    resolve: text,
  });
}
