import { describe, expect, it } from 'vitest';
import type { CheckScope } from '../../../../src/contract/jobs.ts';
import { scopeText } from '../../../../src/renderer/features/checks/run-words.ts';

const EVERYTHING = { only: 'all', olderThan: '' } as const;
const UNKNOWN = { only: 'unknown', olderThan: '' } as const;

function filter(text: string, table: CheckScope['table'] = 'links'): CheckScope {
  return { kind: 'filter', table, filter: text };
}

describe('scopeText', () => {
  it.each([
    [filter(''), EVERYTHING, 'All links'],
    [filter(''), UNKNOWN, 'Links that could not be checked'],
    [filter(''), { only: 'unknown', olderThan: '30d' }, 'Links that could not be checked, not checked for 30 days'],
    [filter(''), { only: 'all', olderThan: '1y' }, 'All links, not checked for 1 year'],
    [filter('state:live'), EVERYTHING, 'Live links'],
    [filter('has:changed', 'checks'), EVERYTHING, 'Links of the checks has:changed'],
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
