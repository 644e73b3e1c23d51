import { gzipSync } from 'node:zlib';
import type { SeededRandom } from '../../src/engine/sample/seeded-random.ts';

/** One way to spoil a file. */
type Mutation = (bytes: Buffer, random: SeededRandom, others: readonly Buffer[]) => Buffer;

/** Longest file that is made by repeating parts of one, in bytes. */
const MAX_BYTES = 400_000;
const DELIMITERS = [',', ';', '\t', '|', '^', '~'];
const LINE_ENDS = ['\n', '\r\n', '\r', '\n\n', '\u2028'];
const INSERTS = [
  '"',
  '""',
  "'",
  '\\"',
  ',',
  ';',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\uFEFF',
  '\uFFFD',
  '=1+1',
  'sep=;\n',
  '<html>',
  '%PDF-',
  'PK\x03\x04',
  '[',
  '{',
  '𝄞',
  'http://',
  'https://[',
  '9'.repeat(400),
  'x'.repeat(5000),
];

const MUTATIONS: readonly Mutation[] = [
  flipBytes,
  insertText,
  insertText,
  function cut(bytes, random) {
    return bytes.subarray(0, position(bytes, random));
  },
  function cutStart(bytes, random) {
    return bytes.subarray(position(bytes, random));
  },
  function removeSlice(bytes, random) {
    const from = position(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + random.between(1, 200))]);
  },
  function repeatSlice(bytes, random) {
    const from = position(bytes, random);
    const slice = bytes.subarray(from, from + random.between(1, 2000));
    const times = random.between(1, Math.max(1, Math.floor(MAX_BYTES / (slice.length + 1))));
    return Buffer.concat([bytes, ...Array.from({ length: Math.min(times, 500) }, () => slice)]);
  },
  function splice(bytes, random, others) {
    const other = random.pick(others);
    const from = position(other, random);
    return Buffer.concat([bytes.subarray(0, position(bytes, random)), other.subarray(from, from + 5000)]);
  },
  function swapDelimiter(bytes, random) {
    return replaceText(bytes, random.pick(DELIMITERS), random.pick(DELIMITERS), random);
  },
  function swapLineEnds(bytes, random) {
    return replaceText(bytes, random.pick(LINE_ENDS), random.pick(LINE_ENDS), random);
  },
  function doubleQuotes(bytes, random) {
    return replaceText(bytes, '"', random.pick(['""', "'", '', '\\"', '“']), random);
  },
  function recode(bytes, random) {
    const text = bytes.toString(random.pick(['utf8', 'latin1', 'utf16le']));
    return Buffer.from(text, random.pick(['utf8', 'latin1', 'utf16le']));
  },
  function compress(bytes) {
    return gzipSync(bytes);
  },
  function halve(bytes) {
    return Buffer.concat([bytes, Buffer.from([0]), bytes.subarray(0, bytes.length / 2)]);
  },
];

/** A spoiled copy of one of the files, by one to four mutations; the same for the same random numbers. */
export function mutateExport(files: readonly Buffer[], random: SeededRandom): Buffer {
  let bytes = random.pick(files);
  for (let count = random.between(1, 4); count > 0; count -= 1) {
    bytes = random
      .pick(MUTATIONS)(bytes, random, files)
      .subarray(0, MAX_BYTES * 4);
  }
  return bytes;
}

function position(bytes: Buffer, random: SeededRandom): number {
  return random.between(0, bytes.length);
}

function flipBytes(bytes: Buffer, random: SeededRandom): Buffer {
  const flipped = Buffer.from(bytes);
  for (let count = random.between(1, 20); count > 0 && flipped.length > 0; count -= 1) {
    flipped[random.between(0, flipped.length - 1)] = random.between(0, 255);
  }
  return flipped;
}

function insertText(bytes: Buffer, random: SeededRandom): Buffer {
  let spoiled = bytes;
  for (let count = random.between(1, 5); count > 0; count -= 1) {
    const at = position(spoiled, random);
    spoiled = Buffer.concat([spoiled.subarray(0, at), Buffer.from(random.pick(INSERTS)), spoiled.subarray(at)]);
  }
  return spoiled;
}

/** Everywhere, or at some of the places. */
function replaceText(bytes: Buffer, from: string, to: string, random: SeededRandom): Buffer {
  const share = random.chance(0.5) ? 1 : random.next();
  const text = bytes.toString('latin1').split(from);
  const joined = text.reduce(
    (whole, part, index) => (index === 0 ? part : whole + (random.chance(share) ? to : from) + part),
    '',
  );
  return Buffer.from(joined, 'latin1');
}
