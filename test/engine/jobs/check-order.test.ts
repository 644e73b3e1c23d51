import { describe, expect, it } from 'vitest';
import { checkSettingsSchema } from '../../../src/contract/check-settings.ts';
import { checkOrderOf } from '../../../src/engine/jobs/check-order.ts';

const ALL_LINKS = { kind: 'filter', table: 'links', filter: '' } as const;
const EVERYTHING = { only: 'all', olderThan: '' } as const;

describe('checkOrderOf', () => {
  it.each([
    [
      'a filter, with the settings that are not the usual ones',
      {
        selection: { ...ALL_LINKS, filter: 'risk>=60' },
        policy: { only: 'unknown', olderThan: '30d' },
        settings: { ...checkSettingsSchema.parse({}), perHost: 1, quietHours: '22:00-06:30' },
        startedFrom: 'command-line',
      },
      {
        scope: { kind: 'filter', table: 'links', filter: 'risk>=60' },
        policy: { only: 'unknown', olderThan: '30d' },
        settings: { perHost: 1, quietHours: '22:00-06:30' },
        startedFrom: 'command-line',
      },
    ],
    [
      'chosen rows, by their number',
      { selection: { kind: 'ids', table: 'domains', ids: [4, 8, 15] }, startedFrom: 'window' },
      {
        scope: { kind: 'selection', table: 'domains', count: 3 },
        policy: EVERYTHING,
        settings: {},
        startedFrom: 'window',
      },
    ],
    [
      'a run of an earlier version, which noted less',
      { selection: ALL_LINKS },
      { scope: ALL_LINKS, policy: EVERYTHING, settings: {}, startedFrom: null },
    ],
    ['nothing of a check', { requests: [] }, null],
  ])('tells %s', (_, params, order) => {
    expect(checkOrderOf(params)).toEqual(order);
  });
});
