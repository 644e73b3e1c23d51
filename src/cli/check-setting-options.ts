import { AppError } from '../contract/app-error.ts';
import { type CheckSettings, checkSettingsSchema, unusualSettings } from '../contract/check-settings.ts';
import type { OpenProject } from '../engine/open-projects.ts';
import { readCheckSettings } from '../engine/project-check-settings.ts';

/** Options of `anchorage verify` that say how pages are asked, and the project's check settings where they say nothing. */
export interface CheckSettingOptions {
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
  /** Leaves the project's check settings out. */
  readonly defaults?: boolean;
}

/** The option of each setting and what it takes. */
const OPTIONS = {
  concurrency: ['--concurrency', 'a whole number from 1 to 512'],
  perHost: ['--per-host', 'a whole number from 1 to 32'],
  timeoutSeconds: ['--timeout', 'seconds from 1 to 300'],
  delaySeconds: ['--delay', 'seconds from 0 to 3600'],
  pagesPerSecond: ['--rate', 'pages a second from 0 to 10,000; 0 is no limit'],
  quietHours: ['--quiet-hours', 'two times of the day, as in 22:00-06:30'],
  maxPageMegabytes: ['--max-size', 'megabytes from 0.1 to 100'],
  ignoreCertificates: ['--ignore-certificates', 'no value'],
  proxy: ['--proxy', 'the address of a proxy without a user name, as in http://127.0.0.1:8080'],
  renderPages: ['--render', 'no value'],
  rereadAll: ['--reread', 'no value'],
  contactUrl: ['--contact', 'an http or https address'],
} as const satisfies Record<keyof CheckSettings, readonly [string, string]>;

/** The settings that options name. Throws `wrong-use` for a value that cannot be used. */
export function givenSettings(options: CheckSettingOptions): Partial<CheckSettings> {
  const named = {
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
  } satisfies Record<keyof CheckSettings, unknown>;
  const parsed = checkSettingsSchema.safeParse(named);
  if (parsed.success) return without(parsed.data, (field) => named[field] === undefined);
  const field = parsed.error.issues[0]?.path[0] as keyof CheckSettings;
  throw new AppError('wrong-use', `${OPTIONS[field].join(' takes ')}.`, { field });
}

/** The project's own settings that apply where no option says otherwise. */
export function keptSettings(
  project: OpenProject,
  given: Partial<CheckSettings>,
  { defaults }: CheckSettingOptions,
): Partial<CheckSettings> {
  if (defaults === true) return {};
  return without(unusualSettings(readCheckSettings(project.reader)), (field) => field in given);
}

/** What the project's settings add to a command, as the options they stand for; empty where they add nothing. */
export function keptSettingsLine(kept: Partial<CheckSettings>): string {
  const options = fieldsOf(kept).map((field) => {
    const [option] = OPTIONS[field];
    return kept[field] === true ? option : `${option} ${kept[field]}`;
  });
  return options.length === 0 ? '' : `Check settings of the project: ${options.join(' ')} (--defaults leaves them out)`;
}

function without(
  settings: Partial<CheckSettings>,
  isLeftOut: (field: keyof CheckSettings) => boolean,
): Partial<CheckSettings> {
  return Object.fromEntries(
    fieldsOf(settings)
      .filter((field) => !isLeftOut(field))
      .map((field) => [field, settings[field]]),
  );
}

function fieldsOf(settings: Partial<CheckSettings>): (keyof CheckSettings)[] {
  return Object.keys(settings) as (keyof CheckSettings)[];
}
