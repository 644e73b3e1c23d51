import { deserialize, serialize } from 'node:v8';
import type { LinkRecord, MetricValues, RejectedRecord } from '../../core/model/export-record.ts';
import type { PreparedDomain, PreparedLink, PreparedRecord } from '../../core/model/prepared-record.ts';
import { isFollowed } from '../../core/model/rel.ts';
import { GrowingInts } from './growing-ints.ts';
import { createPlaceNumbers, type NewPlaces } from './packed-places.ts';
import { createTextUnpacker, type PackedTexts, TextPacker } from './packed-texts.ts';
import { hashKey } from './page-keys.ts';
import { type PageSpelling, spellingOf } from './page-spelling.ts';

/**
 * Records on their way from the thread that reads to the thread that writes, as the values that are stored: one text and one list of
 * numbers for a pack instead of an object for each row, because cloning objects from thread to thread costs about as much as
 * reading them, and because the writing thread has more to do. Domains and targets, which repeat from row to row, are numbers.
 */

/** A record as it is merged. */
export type MergeRecord = MergeLink | MergeDomain | RejectedRecord;

/** A link with its columns as they are stored. */
export interface MergeLink {
  readonly kind: 'link';
  readonly line: number;
  /** The source as written; null where that is the page's address. */
  readonly source: string | null;
  readonly page: MergePage;
  /** Number of the page's domain. */
  readonly domain: number;
  /** Number of the target; null where the export names none. */
  readonly target: number | null;
  readonly anchor: string | null;
  /** Tokens with blanks between: null where not told, '' where followed. */
  readonly rel: string | null;
  readonly followed: number | null;
  readonly linkType: string | null;
  readonly title: string | null;
  readonly language: string | null;
  readonly httpStatus: number | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly lost: string | null;
  readonly externalLinks: number | null;
  /** All the row's words of the link, as column `said` keeps them. */
  readonly said: string;
  /** JSON list; null where there are none. */
  readonly metrics: string | null;
}

export interface MergePage extends PageSpelling {
  readonly key: string;
  /** `hashKey` of the key. */
  readonly mark: number;
}

/** A row of an export of domains, with the number of its domain. */
export interface MergeDomain extends Omit<PreparedDomain, 'domain'> {
  readonly domain: number;
}

/** Metrics as one column: a JSON list in the order of the import's names, null where there are none. */
export function metricsColumn(metrics: MetricValues): string | null {
  return metrics.some((value) => value !== null) ? JSON.stringify(metrics) : null;
}

/** What is packed. Links stand in the rows that no position of the others takes. */
interface Pack {
  readonly places: NewPlaces;
  readonly others: readonly (MergeDomain | RejectedRecord)[];
  readonly positions: readonly number[];
  readonly texts: PackedTexts;
  /** {@link NUMBERS_OF_LINK} for each link; -1 where there is none. */
  readonly numbers: Int32Array;
  /** Words that repeat, each once: rel, link types, languages. */
  readonly words: readonly string[];
}

/** As many as `addNumbers` adds. */
const NUMBERS_OF_LINK = 11;

/** Packs the records of one export, as they come. */
export interface RecordPacker {
  /** Records since the last `take`. */
  readonly count: number;
  add(record: PreparedRecord): void;
  /** What was added since, in order, for {@link unpackEach}. */
  take(): Uint8Array;
}

export function createRecordPacker(): RecordPacker {
  const numbersOf = createPlaceNumbers();
  const pack: OpenPack = {
    others: [],
    positions: [],
    texts: new TextPacker(),
    numbers: new GrowingInts(),
    words: new Map(),
  };
  let count = 0;

  function clear(): void {
    pack.others.length = 0;
    pack.positions.length = 0;
    pack.texts.clear();
    pack.numbers.clear();
    pack.words.clear();
    count = 0;
  }

  return {
    get count() {
      return count;
    },
    add(record) {
      if (record.kind === 'link') {
        const { spelling, oddUrl } = spellingOf(record.page);
        addTexts(pack.texts, record, oddUrl);
        addNumbers(pack, record, spelling, numbersOf.domain(record.page.domain), numbersOf.target(record));
      } else {
        pack.others.push(record.kind === 'domain' ? { ...record, domain: numbersOf.domain(record.domain) } : record);
        pack.positions.push(count);
      }
      count += 1;
    },
    take() {
      const { others, positions, texts, numbers, words } = pack;
      const taken = serialize({
        places: numbersOf.takeNew(),
        others,
        positions,
        texts: texts.pack(),
        numbers: numbers.list(),
        words: [...words.keys()],
      } satisfies Pack);
      clear();
      return taken;
    },
  };
}

/**
 * Hands the records of a pack out one by one, so that no more than one is held. The packs of one packer are to be unpacked in the order
 * in which they were taken.
 *
 * @param learn is told first of the domains and targets that the records speak of by number
 */
export function unpackEach(
  bytes: Uint8Array,
  learn: (places: NewPlaces) => void,
  take: (record: MergeRecord) => void,
): void {
  const { places, others, positions, texts, numbers, words } = deserialize(bytes) as Pack;
  learn(places);
  const nextText = createTextUnpacker(texts);
  const links = numbers.length / NUMBERS_OF_LINK;
  let next = 0;
  for (let position = 0, link = 0; link < links || next < others.length; position += 1) {
    const other = positions[next] === position ? others[next] : undefined;
    if (other === undefined) {
      take(takeLink(nextText, numbers, link * NUMBERS_OF_LINK, words));
      link += 1;
    } else {
      take(other);
      next += 1;
    }
  }
}

interface OpenPack {
  readonly others: (MergeDomain | RejectedRecord)[];
  readonly positions: number[];
  readonly texts: TextPacker;
  readonly numbers: GrowingInts;
  readonly words: Map<string, number>;
}

/** In the order in which {@link takeLink} takes them. */
function addTexts(texts: TextPacker, { record, page }: PreparedLink, oddUrl: string | null): void {
  texts.add(page.key);
  texts.add(oddUrl);
  texts.add(record.source === page.url ? null : record.source);
  texts.add(record.anchor);
  texts.add(record.title);
  texts.add(record.firstSeen);
  texts.add(record.lastSeen);
  texts.add(record.lost);
  texts.add(saidColumn(record));
  texts.add(metricsColumn(record.metrics));
}

function addNumbers(
  { numbers, words }: OpenPack,
  { record, page }: PreparedLink,
  spelling: number,
  domain: number,
  target: number,
): void {
  numbers.push(record.line);
  numbers.push(record.httpStatus ?? -1);
  numbers.push(record.externalLinks ?? -1);
  numbers.push(followedColumn(record.rel) ?? -1);
  numbers.push(domain);
  numbers.push(target);
  numbers.push(hashKey(page.key));
  numbers.push(spelling);
  numbers.push(numberOfWord(words, relColumn(record.rel)));
  numbers.push(numberOfWord(words, record.linkType));
  numbers.push(numberOfWord(words, record.language));
}

function numberOfWord(words: Map<string, number>, word: string | null): number {
  if (word === null) return -1;
  const known = words.get(word);
  if (known !== undefined) return known;
  words.set(word, words.size);
  return words.size - 1;
}

function takeLink(nextText: () => string | null, numbers: Int32Array, at: number, words: readonly string[]): MergeLink {
  const key = nextText() ?? '';
  const oddUrl = nextText();
  return {
    kind: 'link',
    line: numbers[at] ?? 0,
    source: nextText(),
    page: { key, mark: numbers[at + 6] ?? 0, spelling: numbers[at + 7] ?? 0, oddUrl },
    domain: numbers[at + 4] ?? 0,
    target: numberOrNull(numbers[at + 5]),
    anchor: nextText(),
    rel: words[numbers[at + 8] ?? -1] ?? null,
    followed: numberOrNull(numbers[at + 3]),
    linkType: words[numbers[at + 9] ?? -1] ?? null,
    title: nextText(),
    language: words[numbers[at + 10] ?? -1] ?? null,
    httpStatus: numberOrNull(numbers[at + 1]),
    firstSeen: nextText(),
    lastSeen: nextText(),
    lost: nextText(),
    externalLinks: numberOrNull(numbers[at + 2]),
    said: nextText() ?? '[]',
    metrics: nextText(),
  };
}

function numberOrNull(value = -1): number | null {
  return value < 0 ? null : value;
}

function relColumn(rel: readonly string[] | null): string | null {
  return rel === null ? null : rel.join(' ');
}

function followedColumn(rel: readonly string[] | null): number | null {
  return rel === null ? null : Number(isFollowed(rel));
}

/** In the order of the view `sighting` (schema/0005-sightings-by-import.ts). */
function saidColumn(record: LinkRecord): string {
  return JSON.stringify([
    record.anchor,
    relColumn(record.rel),
    record.linkType,
    record.title,
    record.language,
    record.contextLeft,
    record.contextRight,
    record.httpStatus,
    record.firstSeen,
    record.lastSeen,
    record.lost,
    record.lostReason,
    record.externalLinks,
    record.linksInGroup,
  ]);
}
