import type { CheckPolicy } from '../../contract/check-settings.ts';
import type { Selection } from '../../contract/engine-contract.ts';
import { policyFilter } from '../../core/check/recheck-policy.ts';

/** The links a check can be started for on the Checks screen. */
export const CHECK_SCOPES = {
  unchecked: { label: 'Links not checked yet', filter: '', only: 'unchecked', none: 'Every link has been checked.' },
  unknown: {
    label: 'Links that could not be checked',
    filter: '',
    only: 'unknown',
    none: 'There is no link that could not be checked.',
  },
  changed: { label: 'Links that changed', filter: '', only: 'changed', none: 'No link has changed.' },
  live: { label: 'Live links', filter: 'state:live', only: 'all', none: 'No link is known to be live.' },
  all: { label: 'All links', filter: '', only: 'all', none: 'There are no links to check yet.' },
  filter: { label: 'Links that match a filter', filter: '', only: 'all', none: 'No link matches this filter.' },
} as const satisfies Readonly<Record<string, ScopeEntry>>;
export type CheckScopeName = keyof typeof CHECK_SCOPES;

interface ScopeEntry {
  readonly label: string;
  readonly filter: string;
  readonly only: CheckPolicy['only'];
  /** What to say where it holds no link. */
  readonly none: string;
}

/** A scope as a person has chosen it. */
export interface CheckChoice {
  readonly name: CheckScopeName;
  /** The filter as typed, for the scope `filter`. */
  readonly filter: string;
  /** Of these links only those not checked for so many days; 0 for all. */
  readonly days: number;
}

/** What a choice means to the engine. */
export function requestOf({ name, filter, days }: CheckChoice): {
  readonly selection: Selection;
  readonly policy: CheckPolicy;
} {
  const entry = CHECK_SCOPES[name];
  return {
    selection: { kind: 'filter', table: 'links', filter: name === 'filter' ? filter : entry.filter },
    // What was never checked is older than any time.
    policy: { only: entry.only, olderThan: days === 0 || name === 'unchecked' ? '' : `${days}d` },
  };
}

/** What the start bar calls these links; null where it does not offer them. Of older runs the filter alone says what the policy does. */
export function scopeLabel(filter: string, only: CheckPolicy['only']): string | null {
  const asFilter = (text: string, which: CheckPolicy['only']) =>
    [text, policyFilter({ only: which, olderThan: '' })].filter((term) => term !== '').join(' ');
  const wanted = asFilter(filter, only);
  return Object.values(CHECK_SCOPES).find((entry) => asFilter(entry.filter, entry.only) === wanted)?.label ?? null;
}
