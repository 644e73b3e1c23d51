/** Characters that turn round what follows them, up to an end that may never come. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text that strangers have a part in, without characters that turn round what stands beside it. */
export function withoutTurning(text: string): string {
  return text.replace(TURNING, '');
}

export interface TextPart {
  readonly text: string;
  /** Stands between quotation marks: the words of a page. */
  readonly isQuoted: boolean;
}

/**
 * A sentence of ours taken apart at its quotations, so that each can have a direction of its own: words of a page that are
 * written from right to left would else take our words and numbers beside them along.
 *
 * @example splitQuotations('holds “שלום” twice').map(({ text }) => text) // ['holds ', '“', 'שלום', '”', ' twice']
 */
export function splitQuotations(sentence: string): TextPart[] {
  return withoutTurning(sentence)
    .split(/(“[^”]+”|"[^"]+")/)
    .flatMap((text, index) => (index % 2 === 0 ? [own(text)] : takeOutOfMarks(text)))
    .filter(({ text }) => text !== '');
}

/** The marks are ours. */
function takeOutOfMarks(text: string): TextPart[] {
  return [own(text.slice(0, 1)), { text: text.slice(1, -1), isQuoted: true }, own(text.slice(-1))];
}

function own(text: string): TextPart {
  return { text, isQuoted: false };
}
