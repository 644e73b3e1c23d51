/**
 * The pause a Retry-After header asks for, in milliseconds from `now`; null where it says nothing usable. Reads seconds
 * and HTTP dates (RFC 9110 section 10.2.3).
 */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  const text = value?.trim() ?? '';
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text) * 1_000;
  const date = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
