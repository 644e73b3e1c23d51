import { isBlank } from './tidy-attributes.ts';

const LESS = 60;
const AMPERSAND = 38;
const SPACE = 32;
const NO_BREAK_SPACE = 160;
/** From here on characters may be blanks of other scripts. */
const FIRST_RARE_BLANK = 0x1680;

/** Looks over one text after the other of a page, from tag to tag, and tells in that one pass what is to be done with it. */
export class TextScanner {
  /** Where the next tag starts, or the page ends. */
  end = 0;
  isBlank = true;
  /** False where blanks may have to be collapsed: two in a row, or others than spaces. */
  hasEvenBlanks = true;
  hasReference = false;

  read(text: string, start: number): void {
    let blanks = 0;
    let isEven = true;
    let hasReference = false;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      // Letters, which most of a page is, are asked for first.
      if (code > LESS && code < NO_BREAK_SPACE) continue;
      if (code === LESS) break;
      if (code <= SPACE) {
        if (isBlank(code)) blanks++;
        if (code !== SPACE || (at > start && text.charCodeAt(at - 1) === SPACE)) isEven = false;
      } else if (code === AMPERSAND) hasReference = true;
      else if (code === NO_BREAK_SPACE || code >= FIRST_RARE_BLANK) isEven = false;
    }
    this.end = at;
    this.isBlank = blanks === at - start;
    this.hasEvenBlanks = isEven;
    this.hasReference = hasReference;
  }
}
