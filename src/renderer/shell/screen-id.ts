import type { TableName } from '../../contract/engine-contract.ts';

/** The screens, in the order of the navigation. */
export const SCREEN_IDS = [
  'overview',
  'backlinks',
  'domains',
  'anchors',
  'targets',
  'review',
  'disavow',
  'imports',
  'checks',
  'settings',
] as const;
export type ScreenId = (typeof SCREEN_IDS)[number];

/** The table a screen shows, where it shows one that can be filtered. */
export const TABLE_OF_SCREEN: Readonly<Partial<Record<ScreenId, TableName>>> = {
  backlinks: 'links',
  domains: 'domains',
  anchors: 'anchors',
  targets: 'targets',
  checks: 'checks',
};
