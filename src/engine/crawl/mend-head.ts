/** The head of an answer put in order, or why there is none to read. */
export type MendedHead =
  | { readonly kind: 'head'; readonly text: string }
  /** An interim answer (1xx), behind which the one that counts follows. */
  | { readonly kind: 'interim' };

const TOKEN = /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/;

/**
 * Puts the head of an answer in order where strict parsers give up and browsers do not: lines that end in LF alone or are folded, blanks
 * before a colon, lines that are no header (RFC 9112 sections 2.2, 5.1 and 5.2), a length given twice, or beside chunks, which then count
 * (section 6.3). What contradicts itself is left as it is.
 *
 * @param head all before the empty line
 * @example mendHead('HTTP/1.1 200 OK\nA : b\n c') // { kind: 'head', text: 'HTTP/1.1 200 OK\r\nA: b c\r\n\r\n' }
 */
export function mendHead(head: string): MendedHead {
  const [status = '', ...lines] = head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  if (/^HTTP\/1\.\d 1(?!01)\d\d/.test(status)) return { kind: 'interim' };
  const fields = lines.flatMap(readField);
  const isChunked = fields.some(({ key, value }) => key === 'transfer-encoding' && /\bchunked$/i.test(value));
  const lengths = new Set(fields.filter(isLength).flatMap(({ value }) => value.split(',').map((one) => one.trim())));
  const kept = fields.filter((field) => !isLength(field) && (isChunked || field.key !== 'transfer-encoding'));
  const length = isChunked ? [] : [...lengths].map((value) => `Content-Length: ${value}`);
  const text = [status, ...kept.map(({ name, value }) => `${name}: ${value}`), ...length, '', ''].join('\r\n');
  return { kind: 'head', text };
}

interface Field {
  readonly name: string;
  readonly key: string;
  readonly value: string;
}

function readField(line: string): Field[] {
  const colon = line.indexOf(':');
  const name = line.slice(0, Math.max(0, colon)).trim();
  return TOKEN.test(name) ? [{ name, key: name.toLowerCase(), value: line.slice(colon + 1).trim() }] : [];
}

function isLength({ key }: Field): boolean {
  return key === 'content-length';
}
