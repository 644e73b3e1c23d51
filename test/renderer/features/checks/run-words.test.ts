import { describe, expect, it } from 'vitest';
import { checkSettingsSchema } from '../../../../src/contract/check-settings.ts';
import type { CheckScope } from '../../../../src/contract/jobs.ts';
import { scopeText, settingTexts } from '../../../../src/renderer/features/checks/run-words.ts';

const EVERYTHING = { only: 'all', olderThan: '' } as const;
const UNKNOWN = { only: 'unknown', olderThan: '' } as const;

function filter(text: string, table: CheckScope['table'] = 'links'): CheckScope {
  return { kind: 'filter', table, filter: text };
}

describe('scopeText', () => {
  it.each([
    [filter(''), EVERYTHING, 'All links'],
    [filter(''), UNKNOWN, 'Links that could not be checked'],
    [filter('state:unknown'), EVERYTHING, 'Links that could not be checked'],
    [filter('risk>=60'), EVERYTHING, 'risk>=60'],
    [filter('risk>=60'), UNKNOWN, 'risk>=60 state:unknown'],
    [filter('risk>=60', 'domains'), EVERYTHING, 'Links of the domains risk>=60'],
    [filter('', 'domains'), EVERYTHING, 'Links of all domains'],
    [{ kind: 'selection', table: 'links', count: 1 }, EVERYTHING, '1 selected link'],
    [{ kind: 'selection', table: 'domains', count: 12 }, UNKNOWN, 'Links of 12 selected domains, state:unknown'],
  ] as const)('says %j with %j', (scope, policy, text) => {
    expect(scopeText({ scope, policy, settings: {}, startedFrom: null })).toBe(text);
  });
});

describe('settingTexts', () => {
  it('says each setting in its own words', () => {
    expect(settingTexts({ perHost: 1, delaySeconds: 90, quietHours: '22:00-06:30' })).toEqual([
      '1 page per host at a time',
      'a pause of 2 min per host',
      'nothing asked 22:00-06:30',
    ]);
    const all = checkSettingsSchema.parse({});
    expect(settingTexts(all)).toHaveLength(Object.keys(all).length);
  });
});
