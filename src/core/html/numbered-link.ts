import type { RawLink } from './page-walk.ts';

/** Numbers of fewer digits stand in other addresses too. */
const NUMBER = /(?<![\d.])\d{3,}(?!\d)/g;
const MAX_NUMBERS = 4;
/** Where a link takes its reader back to from a login or another language. */
const RETURNS = /redirect|return|next=|goto|continue=|back=|referr?er|log-?in|sign-?in|register|lang(?:uage)?=/i;

/**
 * A link of a page that carries a number of the page's own address, such as the one to reply to `viewtopic.php?t=5518`; null for none. The
 * notice that a system shows in place of a page it does not have has no such links.
 */
export function findNumberedLink(links: readonly RawLink[], pageUrl: string): string | null {
  const address = URL.parse(pageUrl);
  const numbers = `${address?.pathname ?? ''}${address?.search ?? ''}`.match(NUMBER)?.slice(-MAX_NUMBERS) ?? [];
  if (numbers.length === 0) return null;
  const patterns = numbers.filter(isNoYear).map((number) => new RegExp(`(?<!\\d)${number}(?!\\d)`));
  const link = links.find(({ href }) => !RETURNS.test(href) && patterns.some((pattern) => pattern.test(href)));
  return link?.href ?? null;
}

function isNoYear(number: string): boolean {
  return !/^(?:19|20)\d\d$/.test(number);
}
