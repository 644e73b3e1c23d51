/** Which of the links at hand are asked again. */
export interface RecheckPolicy {
  /** `changed`: what the last check found changed, or what an import has named since. */
  readonly only: 'all' | 'unchecked' | 'unknown' | 'changed';
  /** A time before today as the filter language writes it, such as `30d`; empty for any. */
  readonly olderThan: string;
}

const ONLY = {
  all: '',
  unchecked: 'state:unchecked',
  unknown: 'state:unknown',
  changed: '(has:changed OR is:reimported)',
} as const satisfies Record<RecheckPolicy['only'], string>;

/**
 * The filter of the links a policy asks again; empty for all. A link that was never checked is older than any time.
 *
 * @example policyFilter({ only: 'unknown', olderThan: '30d' }) // 'state:unknown (checked<30d OR checked:never)'
 */
export function policyFilter({ only, olderThan }: RecheckPolicy): string {
  const age = olderThan === '' ? '' : `(checked<${olderThan} OR checked:never)`;
  return [ONLY[only], age].filter((term) => term !== '').join(' ');
}
