import { describe, expect, it } from 'vitest';
import { type CheckSettings, checkSettingsSchema } from '../../../src/contract/check-settings.ts';
import {
  checkSettingsProblem,
  numberSettingRange,
  settingTexts,
} from '../../../src/renderer/judging/check-setting-fields.ts';

describe('checkSettingsProblem', () => {
  it.each([
    [{}, null],
    [checkSettingsSchema.parse({}), null],
    [{ proxy: 'http://127.0.0.1:9100', quietHours: '22:00-06:30' }, null],
    [{ rereadAll: true, proxy: '127.0.0.1:9100' }, 'Proxy: Write http://host:port, without a user name.'],
    [{ quietHours: '22:00-' }, 'Ask nothing from–to: Write two times: 22:00-06:30.'],
    [{ contactUrl: 'us.example' }, 'Page about who asks: Write an http or https address.'],
    [{ concurrency: 0.5 }, 'Pages at a time: Write a number from 1 to 512.'],
    [{ maxPageMegabytes: 0 }, 'Largest page, MB: Write a number from 0.1 to 100.'],
  ] as const satisfies readonly (readonly [Partial<CheckSettings>, string | null])[])(
    'says of %j: %s',
    (settings, problem) => {
      expect(checkSettingsProblem(settings)).toBe(problem);
    },
  );
});

describe('numberSettingRange', () => {
  it.each([
    ['maxPageMegabytes', { min: 0.1, max: 100, isWhole: false }],
    ['concurrency', { min: 1, max: 512, isWhole: true }],
    ['pagesPerSecond', { min: 0, max: 10_000, isWhole: false }],
  ] as const)('of %s is what the engine takes', (field, range) => {
    expect(numberSettingRange(field)).toEqual(range);
  });
});

describe('settingTexts', () => {
  it('says each setting in its own words', () => {
    expect(
      settingTexts({
        perHost: 1,
        delaySeconds: 90,
        pagesPerSecond: 0.5,
        maxPageMegabytes: 0.5,
        quietHours: '22:00-06:30',
      }),
    ).toEqual([
      '1 page per host at a time',
      'a pause of 90 s per host',
      'at most 0.5 pages a second',
      'pages up to 0.5 MB',
      'nothing asked 22:00-06:30',
    ]);
    const all = checkSettingsSchema.parse({});
    expect(settingTexts(all)).toHaveLength(Object.keys(all).length);
  });
});
