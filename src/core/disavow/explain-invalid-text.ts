import { identifyUrl } from '../url/url-identity.ts';
import { commentText, wrapComment } from './comment-text.ts';
import { type InvalidReason, MAXIMUM_URL_LENGTH } from './disavow-file.ts';
import { hostOf, isIpRange } from './parse-entry-host.ts';

/** Why a text is no entry, and what it was probably meant to be. */
export interface InvalidText {
  readonly reason: InvalidReason;
  /** Index of the offending part in the text. */
  readonly index: number;
  readonly suggestion: string | null;
  /** True where the suggestion has only one reading. */
  readonly isPlain: boolean;
}

/**
 * Names what is wrong with a trimmed line that begins with neither a web address, `domain:` nor `#`.
 *
 * @example explainInvalidText('a.example').reason === 'bare-host'
 */
export function explainInvalidText(text: string): InvalidText {
  if (text.length > MAXIMUM_URL_LENGTH) return found('plain-text');
  if (/^(?:\/\/|;|--|!|')\s/.test(text)) return found('other-comment-mark', 0, `# ${commentBody(text)}`, true);
  if (isIpRange(text)) return found('ip-range');
  return explainBareHost(text) ?? explainAddress(text) ?? explainPattern(text) ?? explainWords(text);
}

/** A host alone, perhaps with a port, a closing slash or a remark behind it. */
function explainBareHost(text: string): InvalidText | null {
  const hash = text.search(/\s#/);
  const name = (hash === -1 ? text : text.slice(0, hash)).trim();
  const host = hostOf(name.replace(/\/$/, '').replace(/:\d{1,5}$/, ''));
  if (!host?.includes('.')) return null;
  const remarks = hash === -1 ? [] : wrapComment(commentText(text.slice(hash)));
  return found('bare-host', 0, [...remarks, `domain:${host}`].join('\n'), true);
}

function explainWords(text: string): InvalidText {
  return found(hostOf(text) === null ? 'plain-text' : 'bare-word');
}

function explainAddress(text: string): InvalidText | null {
  const misspelt = /^h(?:tt?|ttt|xx|t)p(s?)(?::\/{0,3}|\/\/:?|;\/\/)(?=[^\s/])/i.exec(text);
  if (misspelt !== null) {
    const address = `http${(misspelt[1] ?? '').toLowerCase()}://${text.slice(misspelt[0].length)}`;
    return found('other-scheme', 0, identifyUrl(address) === null || /\s/.test(address) ? null : address);
  }
  if (/^[a-z][a-z\d+.-]{1,20}:\/\//i.test(text) || /^(?:mailto|javascript|tel|data|file):/i.test(text)) {
    return found('other-scheme');
  }
  if (/[\s,;|"*^$()[\]\\]/.test(text)) return null;
  const address = text.replace(/^\/\//, '');
  const slash = address.search(/[/?#]/);
  const host = slash === -1 ? null : hostOf(address.slice(0, slash).replace(/:\d{1,5}$/, ''));
  return host?.includes('.') ? found('no-scheme', 0, `http://${address}`) : null;
}

function explainPattern(text: string): InvalidText | null {
  const wildcard = text.indexOf('*');
  const isPattern = /\.\*|\\[.dws/]|^\^|\$$|\(\?|\[[a-z\d]-[a-z\d]\]/i.test(text);
  if (isPattern && !/^\*\.[\w.-]+$/.test(text)) return found('regular-expression', text.search(/[\\^$*([]/));
  if (wildcard !== -1 && !/\s/.test(text)) {
    const host = text.startsWith('*.') ? hostOf(text.slice(2).replace(/\/?\*?$/, '')) : null;
    return found('wildcard', wildcard, host?.includes('.') ? `domain:${host}` : null);
  }
  const cell = text.search(/[,;|\t]/);
  const first = cell === -1 ? '' : text.slice(0, cell);
  const isRow = first.includes('.') && !/\s/.test(first);
  return isRow || text.split(/[,;|\t]/, 4).length > 3 ? found('csv-row', Math.max(cell, 0)) : null;
}

function commentBody(text: string): string {
  return text.replace(/^\S+\s+/, '').trim();
}

function found(reason: InvalidReason, index = 0, suggestion: string | null = null, isPlain = false): InvalidText {
  return { reason, index, suggestion, isPlain };
}
