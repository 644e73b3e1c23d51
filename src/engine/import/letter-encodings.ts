import iconv from 'iconv-lite';
import type { TextEncoding } from '../../core/formats/text-encoding.ts';

/** How text beyond ASCII speaks for one encoding, 0 to 1; 0 where it cannot be in it. */
export interface LetterEvidence {
  readonly encoding: TextEncoding;
  readonly score: number;
}

/** What the letters of an encoding of double bytes are like. */
interface DoubleByteEncoding {
  readonly encoding: TextEncoding;
  /** How usual a pair is, 0 to 1; null where it is none. Each standard has the usual letters on its first level. */
  readonly weigh: (lead: number, trail: number) => number | null;
  /** Characters that make up a good part of every text in the language. */
  readonly common: RegExp;
  /** From which share of them on more say nothing. */
  readonly plenty: number;
}

/** What the letters of an encoding of single bytes are like. */
interface SingleByteEncoding {
  readonly encoding: TextEncoding;
  readonly letter: RegExp;
  /** The letters of which four of five in a text are. */
  readonly common: ReadonlySet<string>;
}

const USUAL = 1;
const KANJI = 0.8;
const RARE = 0.1;

const JAPANESE =
  /[\u3041-\u30fc日一国人年大十二本中長出三時行見月後前生五間上東四今金入学高円子外下来気小山話女北書先名川水電語車何南白天会社事業方法情報利用新着無料商品店性動物部家県市区的]/u;
const SIMPLIFIED =
  /[的一是不了在人有我他这中大来上个国和也子时道说出要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小二无同么经法当起与好看学进种将还分此心前面又定见只主没公从网站首页司产品服务新闻最市场信息技术联系北京海关更全区文电手机]/u;
const TRADITIONAL =
  /[的一是不了在人有我他這中大來上個國和也子時道說出要於就下得可你年生自會那後能對著事其裡所去行過家十用發天如然作方成者多日都三小二無同麼經法當起與好看學進種將還分此心前面又定見只主沒公從網站首頁司產品服務新聞最市場資訊技術聯絡台灣關更全區文電手機]/u;
const KOREAN =
  /[이다는을의에가고하지기로리사은도인스대자어아시한서라일나부정그수보전장들해주제상구여유공원조비국선세신동성오마경안트과위간것중소만우관무미계문회할를와면년모분화개용실학되있으업체품센터홈페]/u;

const DOUBLE_BYTE_ENCODINGS: readonly DoubleByteEncoding[] = [
  {
    encoding: 'shift_jis',
    common: JAPANESE,
    plenty: 0.4,
    weigh(lead, trail) {
      // Half-width katakana are single bytes, which any text has.
      const isLead = (lead >= 0x81 && lead <= 0x9f) || (lead >= 0xe0 && lead <= 0xfc);
      if (!isLead || trail < 0x40 || trail === 0x7f || trail > 0xfc) return null;
      if (lead <= 0x83) return USUAL;
      return lead >= 0x88 && lead <= 0x97 ? KANJI : RARE;
    },
  },
  {
    encoding: 'euc-jp',
    common: JAPANESE,
    plenty: 0.4,
    weigh(lead, trail) {
      if (!isHigh(lead) || !isHigh(trail)) return null;
      if (lead <= 0xa5) return USUAL;
      return lead >= 0xb0 && lead <= 0xcf ? KANJI : RARE;
    },
  },
  {
    encoding: 'gb18030',
    common: SIMPLIFIED,
    plenty: 0.2,
    weigh(lead, trail) {
      if (lead < 0x81 || lead > 0xfe || trail < 0x30 || trail === 0x7f || trail === 0xff) return null;
      if (trail < 0xa1) return trail < 0x40 && trail > 0x39 ? null : 0;
      return lead <= 0xa3 || (lead >= 0xb0 && lead <= 0xd7) ? USUAL : RARE;
    },
  },
  {
    encoding: 'big5',
    common: TRADITIONAL,
    plenty: 0.2,
    weigh(lead, trail) {
      const isTrail = (trail >= 0x40 && trail <= 0x7e) || isHigh(trail);
      if (lead < 0x87 || lead > 0xfe || !isTrail) return null;
      return lead >= 0xa1 && lead <= 0xc6 ? USUAL : RARE;
    },
  },
  {
    encoding: 'euc-kr',
    common: KOREAN,
    plenty: 0.5,
    weigh(lead, trail) {
      if (!isHigh(lead) || !isHigh(trail)) return null;
      return lead <= 0xa3 || (lead >= 0xb0 && lead <= 0xc8) ? USUAL : RARE;
    },
  },
];

const CYRILLIC = { letter: /\p{Script=Cyrillic}/gu, common: new Set('оеаинтсрвлкмдпуі') };

const SINGLE_BYTE_ENCODINGS: readonly SingleByteEncoding[] = [
  { encoding: 'windows-1251', ...CYRILLIC },
  { encoding: 'koi8-r', ...CYRILLIC },
  { encoding: 'windows-1253', letter: /\p{Script=Greek}/gu, common: new Set('αοιετσνηυρκπμλςά') },
  { encoding: 'windows-1255', letter: /\p{Script=Hebrew}/gu, common: new Set('יוהלאמתרבשנדק') },
  { encoding: 'windows-1256', letter: /\p{Script=Arabic}/gu, common: new Set('اليمنوترهبةعدسفك') },
];

/** More pairs that are none than these are no damage but another encoding. */
const MOST_BROKEN = 0.04;
/** Fewer letters prove nothing. */
const FEWEST_LETTERS = 6;

/** What bytes that are not UTF-8 say for each encoding that can be told by its letters, the likeliest first. */
export function weighEncodings(bytes: Buffer): LetterEvidence[] {
  return [
    ...DOUBLE_BYTE_ENCODINGS.map((one) => ({ encoding: one.encoding, score: weighPairs(bytes, one) })),
    ...SINGLE_BYTE_ENCODINGS.map((one) => ({ encoding: one.encoding, score: weighWords(bytes, one) })),
  ].sort((one, other) => other.score - one.score);
}

function weighPairs(bytes: Buffer, { encoding, weigh, common, plenty }: DoubleByteEncoding): number {
  let [pairs, weight, broken, behindPair] = [0, 0, 0, 0];
  for (let index = 0; index < bytes.length; index += 1) {
    const [lead = 0, trail = 0] = [bytes[index], bytes[index + 1]];
    if (lead < 0x80) continue;
    const weighed = weigh(lead, trail);
    if (weighed === null) broken += 1;
    else {
      // Amid Latin letters it is one accented letter of some other encoding.
      const isAmidLatin = index > behindPair && isLatin(bytes[index - 1] ?? 0) && isLatin(trail);
      pairs += 1;
      weight += isAmidLatin ? 0 : weighed;
      index += 1;
      behindPair = index + 1;
    }
  }
  if (pairs < FEWEST_LETTERS || broken / (pairs + broken) > MOST_BROKEN) return 0;
  const letters = Array.from(iconv.decode(bytes, encoding)).filter((character) => character > '\x7f');
  const share = letters.filter((letter) => common.test(letter)).length / letters.length;
  return (weight / pairs) * (0.5 + 0.5 * Math.min(1, share / plenty));
}

function isLatin(byte: number): boolean {
  const lower = byte | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function isHigh(byte: number): boolean {
  return byte >= 0xa1 && byte <= 0xfe;
}

/**
 * How much a text is like writing in one script: usual letters, capitals where words begin or throughout a word, and no words half in
 * Latin letters, which is what accents of other languages turn into.
 */
function weighWords(bytes: Buffer, { encoding, letter, common }: SingleByteEncoding): number {
  let [letters, weight] = [0, 0];
  for (const word of iconv.decode(bytes, encoding).match(/[\p{L}\p{S}]+/gu) ?? []) {
    const beyond = word.match(/\P{ASCII}/gu)?.length ?? 0;
    letters += beyond;
    if (beyond < word.length || word.match(letter)?.length !== word.length) continue;
    if (word !== word.toUpperCase() && word.slice(1) !== word.slice(1).toLowerCase()) continue;
    const usual = Array.from(word.toLowerCase()).filter((one) => common.has(one)).length;
    weight += (word.length + 3 * usual) / 4;
  }
  return letters < FEWEST_LETTERS ? 0 : weight / letters;
}
