import { identifyUrl } from '../url/url-identity.ts';
import { commentText, wrapComment } from './comment-text.ts';
import { MAXIMUM_URL_LENGTH } from './disavow-file.ts';
import { explainForeignList, explainHeldEntry, explainRow, explainSeveralHosts } from './explain-foreign-line.ts';
import { hasKnownSuffix, type InvalidText, invalidText } from './invalid-text.ts';
import { mendScheme } from './mend-address.ts';
import { hostOf, isIpRange } from './parse-entry-host.ts';
import { startsRemark } from './remark-mark.ts';

/**
 * Names what is wrong with a trimmed line that begins with neither a web address, `domain:` nor `#`.
 *
 * @example explainInvalidText('a.example').reason === 'bare-host'
 */
export function explainInvalidText(text: string): InvalidText {
  if (text.length > MAXIMUM_URL_LENGTH) return invalidText('plain-text');
  if (/^(?:(?:\/\/|;|--|!|'|\/\*)\s|＃|﹟)/.test(text)) return explainCommentMark(text);
  if (isIpRange(text)) return invalidText('ip-range');
  return (
    explainBareHost(text) ??
    explainMaskedAddress(text) ??
    explainAddress(text) ??
    explainForeignList(text) ??
    explainPattern(text) ??
    explainRow(text) ??
    explainSeveralHosts(text) ??
    explainHeldEntry(text) ??
    explainWords(text)
  );
}

function explainCommentMark(text: string): InvalidText {
  const body = text.replace(/^(?:＃|﹟|\/\/+|;+|--+|!+|'|\/\*|<!--)\s*/, '').trim();
  return invalidText('other-comment-mark', 0, `# ${body}`.trim(), true);
}

/** A host alone, perhaps with a dot in front, a port, a closing slash or a remark behind it. */
function explainBareHost(text: string): InvalidText | null {
  const blank = text.search(/\s/);
  const remark = blank === -1 ? '' : text.slice(blank).trim();
  if (remark !== '' && !startsRemark(remark)) return null;
  const name = (blank === -1 ? text : text.slice(0, blank)).replace(/^\.(?=[^.])/, '');
  const host = hostOf(name.replace(/\/$/, '').replace(/:\d{1,5}$/, ''));
  if (!host?.includes('.')) return null;
  const isPlain = remark === '' || remark.startsWith('#');
  const suggestion = [...(remark === '' ? [] : wrapComment(commentText(remark))), `domain:${host}`].join('\n');
  return invalidText('bare-host', 0, suggestion, isPlain);
}

/** Addresses that were made unreadable so that nobody follows them: `example[.]com`, `hxxp://`. */
function explainMaskedAddress(text: string): InvalidText | null {
  if (/\s/.test(text) || !/[[({](?:\.|dot)[\])}]/i.test(text)) return null;
  const plain = text.replace(/[[({](?:\.|dot)[\])}]/gi, '.');
  const host = hostOf(plain.replace(/^domain:/i, ''));
  if (host?.includes('.')) return invalidText('masked-address', 0, `domain:${host}`, hasKnownSuffix(host));
  const address = /^https?:\/\//i.test(plain) ? plain : mendScheme(plain);
  return address === null || identifyUrl(address) === null ? null : invalidText('masked-address', 0, address);
}

function explainWords(text: string): InvalidText {
  if (/^(?:\/\/|;|!|--|<!--)/.test(text)) return { ...explainCommentMark(text), isPlain: false };
  return invalidText(hostOf(text) === null ? 'plain-text' : 'bare-word');
}

function explainAddress(text: string): InvalidText | null {
  const address = mendScheme(text);
  if (address !== null || /^(?:h(?:tt?|ttt|xx|t)|ttt?)ps?:[\\/]{2}/i.test(text)) {
    return invalidText('other-scheme', 0, address);
  }
  if (/^[a-z][a-z\d+.-]{1,20}:\/\//i.test(text) || /^(?:mailto|javascript|tel|data|file):/i.test(text)) {
    return invalidText('other-scheme');
  }
  if (/[\s,;|"*^$()[\]\\]/.test(text)) return null;
  const bare = text.replace(/^\/\//, '');
  const slash = bare.search(/[/?#]/);
  const host = slash === -1 ? null : hostOf(bare.slice(0, slash).replace(/:\d{1,5}$/, ''));
  return host?.includes('.') ? invalidText('no-scheme', 0, `http://${bare}`) : null;
}

function explainPattern(text: string): InvalidText | null {
  const wildcard = text.indexOf('*');
  const isPattern = /\.\*|\\[.dws/]|^\^|\$$|\(\?|\([^)]*\|[^)]*\)|\[[a-z\d]-[a-z\d]\]/i.test(text);
  if (isPattern && !/^\*\.[\w.-]+$/.test(text)) {
    return invalidText('regular-expression', Math.max(text.search(/[\\^$*([]/), 0));
  }
  if (wildcard === -1 || /\s/.test(text)) return null;
  const host = text.startsWith('*.') ? hostOf(text.slice(2).replace(/\/?\*?$/, '')) : null;
  return invalidText('wildcard', wildcard, host?.includes('.') ? `domain:${host}` : null);
}
