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
    let isBlankSoFar = true;
    let isEven = true;
    let hasReference = false;
    let before = 0;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === LESS) break;
      if (code > SPACE) {
        isBlankSoFar = false;
        if (code === AMPERSAND) hasReference = true;
        else if (code === NO_BREAK_SPACE || code >= FIRST_RARE_BLANK) isEven = false;
      } else if (code !== SPACE || before === SPACE) {
        isEven = false;
        if (!isBlank(code)) isBlankSoFar = false;
      }
      before = code;
    }
    this.end = at;
    this.isBlank = isBlankSoFar;
    this.hasEvenBlanks = isEven;
    this.hasReference = hasReference;
  }
}
