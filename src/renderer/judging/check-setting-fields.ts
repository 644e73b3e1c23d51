import { type CheckSettings, checkSettingsSchema } from '../../contract/check-settings.ts';
import { formatCount, formatExact } from '../format.ts';

/** What the window calls the check settings, and what each of them takes. */
export const CHECK_SETTING_LABELS = {
  concurrency: 'Pages at a time',
  perHost: 'Per host',
  delaySeconds: 'Pause per host, s',
  pagesPerSecond: 'Pages a second, 0: all',
  timeoutSeconds: 'Seconds to wait',
  maxPageMegabytes: 'Largest page, MB',
  quietHours: 'Ask nothing from–to',
  proxy: 'Proxy',
  contactUrl: 'Page about who asks',
  ignoreCertificates: 'Read pages whose certificate is not valid',
  rereadAll: 'Read unchanged pages again',
  renderPages: 'Look at JavaScript pages in a browser',
} as const satisfies Record<keyof CheckSettings, string>;

type FieldOf<Value> = {
  [Field in keyof CheckSettings]: CheckSettings[Field] extends Value ? Field : never;
}[keyof CheckSettings];
export type NumberSetting = FieldOf<number>;
export type TextSetting = FieldOf<string>;
export type FlagSetting = FieldOf<boolean>;

const TEXT_RULES = {
  quietHours: 'Write two times: 22:00-06:30.',
  proxy: 'Write http://host:port, without a user name.',
  contactUrl: 'Write an http or https address.',
} as const satisfies Record<TextSetting, string>;

/** What a number may be, as the engine's schema says. */
export function numberSettingRange(field: NumberSetting): {
  readonly min: number;
  readonly max: number;
  isWhole: boolean;
} {
  const { minValue, maxValue, isInt } = checkSettingsSchema.shape[field].unwrap();
  return { min: minValue ?? 0, max: maxValue ?? Number.MAX_SAFE_INTEGER, isWhole: isInt };
}

/** What is wrong with the value of a setting; null where the engine takes it. */
export function checkSettingProblem<Field extends keyof CheckSettings>(
  field: Field,
  value: CheckSettings[Field],
): string | null {
  if (checkSettingsSchema.shape[field].safeParse(value).success) return null;
  if (field in TEXT_RULES) return TEXT_RULES[field as TextSetting];
  const { min, max } = numberSettingRange(field as NumberSetting);
  return `Write a number from ${formatExact(min)} to ${formatExact(max)}.`;
}

/** The first thing that is wrong with these settings, with the field's name; null where all of them can be used. */
export function checkSettingsProblem(settings: Partial<CheckSettings>): string | null {
  for (const field of Object.keys(settings) as (keyof CheckSettings)[]) {
    const value = settings[field];
    const problem = value === undefined ? null : checkSettingProblem(field, value);
    if (problem !== null) return `${CHECK_SETTING_LABELS[field]}: ${problem}`;
  }
  return null;
}

/** How a check asks, each setting in its own words: `1 page per host at a time`. */
export function settingTexts(settings: Partial<CheckSettings>): string[] {
  const texts = Object.entries(SETTING_WORDS) as [keyof CheckSettings, (value: never) => string][];
  return texts.flatMap(([field, words]) => {
    const value = settings[field];
    return value === undefined ? [] : [words(value as never)];
  });
}

const SETTING_WORDS: { readonly [Field in keyof CheckSettings]: (value: CheckSettings[Field]) => string } = {
  concurrency: (pages) => `${formatCount(pages, 'page')} at a time`,
  perHost: (pages) => `${formatCount(pages, 'page')} per host at a time`,
  delaySeconds: (seconds) => `a pause of ${formatExact(seconds)} s per host`,
  pagesPerSecond: (pages) => `at most ${formatExact(pages)} ${pages === 1 ? 'page' : 'pages'} a second`,
  timeoutSeconds: (seconds) => `${formatExact(seconds)} s to wait for an answer`,
  maxPageMegabytes: (megabytes) => `pages up to ${formatExact(megabytes)} MB`,
  quietHours: (hours) => `nothing asked ${hours}`,
  proxy: (proxy) => `through the proxy ${proxy}`,
  contactUrl: (url) => `named ${url} as the page about who asks`,
  ignoreCertificates: () => 'pages read whose certificate is not valid',
  rereadAll: () => 'unchanged pages read again',
  renderPages: () => 'JavaScript pages looked at in a browser',
};
