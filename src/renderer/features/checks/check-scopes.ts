import { policyFilter } from '../../../core/check/recheck-policy.ts';

/** The links a check can be started for, by the filter that finds them. */
export const CHECK_SCOPES = [
  { value: 'unchecked', label: 'Links not checked yet', filter: policyFilter({ only: 'unchecked', olderThan: '' }) },
  {
    value: 'unknown',
    label: 'Links that could not be checked',
    filter: policyFilter({ only: 'unknown', olderThan: '' }),
  },
  { value: 'changed', label: 'Links that changed', filter: policyFilter({ only: 'changed', olderThan: '' }) },
  { value: 'old', label: 'Links not checked for 30 days', filter: policyFilter({ only: 'all', olderThan: '30d' }) },
  { value: 'live', label: 'Live links', filter: 'state:live' },
  { value: 'all', label: 'All links', filter: '' },
  { value: 'filter', label: 'Links that match a filter', filter: '' },
] as const;
export type CheckScopeId = (typeof CHECK_SCOPES)[number]['value'];
