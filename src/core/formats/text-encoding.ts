/** Encodings an export is read in, under the names of the WHATWG standard, with what they are called for people. */
export const TEXT_ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  'windows-1252': 'windows-1252 (Western European)',
  'windows-1250': 'windows-1250 (Central European)',
  'windows-1251': 'windows-1251 (Cyrillic)',
  'koi8-r': 'KOI8-R (Cyrillic)',
  'windows-1253': 'windows-1253 (Greek)',
  'windows-1254': 'windows-1254 (Turkish)',
  'windows-1255': 'windows-1255 (Hebrew)',
  'windows-1256': 'windows-1256 (Arabic)',
  shift_jis: 'Shift_JIS (Japanese)',
  'euc-jp': 'EUC-JP (Japanese)',
  gb18030: 'GBK, GB18030 (Chinese)',
  big5: 'Big5 (Chinese)',
  'euc-kr': 'EUC-KR (Korean)',
} as const;
export type TextEncoding = keyof typeof TEXT_ENCODINGS;

/** The names, the most usual first. */
export const TEXT_ENCODING_NAMES: readonly TextEncoding[] = Object.keys(TEXT_ENCODINGS).filter(isTextEncoding);

export function isTextEncoding(name: string): name is TextEncoding {
  return Object.hasOwn(TEXT_ENCODINGS, name);
}
