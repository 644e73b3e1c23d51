import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/core/formats/detect-format.ts';
import { createRowRealigner, type RowRealigner } from '../../../src/core/formats/realign-row.ts';
import { createRowSplitter, type SplitRow } from '../../../src/core/formats/row-splitter.ts';

function split(text: string): SplitRow[] {
  const splitter = createRowSplitter({ delimiter: ',', lineEnd: '\n' });
  return [...splitter.push(text), ...splitter.end()];
}

interface Table {
  readonly realigner: RowRealigner;
  /** A line as it is read behind the table's own rows. */
  readonly last: (line: string) => SplitRow;
}

function tableOf(header: string, rows: readonly string[]): Table {
  const text = `${[header, ...rows].join('\n')}\n`;
  const [, ...data] = split(text);
  const detection = detectFormat({ rows: split(text).map((row) => row.fields) });
  const { columns } = detection;
  const width = detection.header.length;
  const last = (line: string): SplitRow => split(`${text}${line}\n`).at(-1) as SplitRow;
  return { realigner: createRowRealigner({ columns, width, rows: data, delimiter: ',', quote: '"' }), last };
}

/** What becomes of a line: its cells with bars between them, or the reason against it. */
function settle({ realigner, last }: Table, line: string): string {
  const settled = realigner.settle(last(line));
  return typeof settled === 'string' ? settled : settled.join('|');
}

const COLOURS = ['red', 'white', 'pink', 'amber', 'violet'];
const KINDS = ['roses', 'lilies', 'tulips', 'daisies', 'asters', 'irises', 'poppies'];
const text = (row: number): string => `${COLOURS[row % 5]} ${KINDS[row % 7]}`;
const day = (row: number): string => `2026-0${1 + (row % 9)}-${10 + (row % 18)}`;
const rowsOf = (count: number, row: (number: number) => readonly unknown[]): string[] =>
  Array.from({ length: count }, (_, index) => row(index).join(','));

const AHREFS = tableOf(
  'Domain rating,Referring page title,Referring page URL,Target URL,Anchor,Type,Nofollow,UGC,Sponsored,Lost status,First seen,Last seen',
  rowsOf(60, (row) => [
    row,
    `All about ${text(row)}`,
    `https://page${row}.example/${row}`,
    `https://client.example/${COLOURS[row % 5]}`,
    row % 4 === 0 ? '' : text(row),
    row % 3 === 0 ? 'image' : 'text',
    row % 2 === 0,
    row % 5 === 0,
    row % 7 === 0,
    row % 6 === 0 ? 'notfound' : '',
    day(row),
    `${day(row + 3)} 10:11:12`,
  ]),
);
const [PAGE, TARGET] = ['https://new.example/p', 'https://client.example/x'];
const HEAD = `7,All about lawns,${PAGE},${TARGET}`;
const TAIL = 'text,true,false,false,notfound,2026-03-04,2026-05-06 10:11:12';
const RIGHT = (anchor: string, title = 'All about lawns'): string =>
  [7, title, PAGE, TARGET, anchor, ...TAIL.split(',')].join('|');

const SEMRUSH = tableOf(
  'Page ascore,Source title,Source url,Target url,Anchor,External links,Nofollow,Sponsored,Ugc,First seen,Last seen',
  rowsOf(60, (row) => [
    row % 50,
    `"Garden, ${text(row)}"`,
    `https://page${row}.example/`,
    `https://client.example/${row % 4}`,
    text(row),
    10 + row,
    row % 2 === 0,
    row % 3 === 0,
    row % 5 === 0,
    day(row),
    day(row + 1),
  ]),
);

/** As that tool writes: empty cells at the end are left out. */
const FROG = tableOf(
  'Type,Source,Destination,Alt Text,Anchor,Status Code,Status,Follow,Target,Rel',
  rowsOf(60, (row) => {
    const cells = ['Hyperlink', `https://page${row}.example/`, `https://client.example/${row % 4}`];
    const rest = ['', text(row), 200 + (row % 2) * 101, 'OK', row % 2 === 0];
    if (row % 3 === 0) return [...cells, ...rest];
    return [...cells, ...rest, row % 3 === 1 ? '_blank' : '', row % 3 === 1 ? '' : 'nofollow'];
  }).map((line) => line.replace(/,+$/, '')),
);

const PAIRS = tableOf(
  'Source URL,Target URL,Anchor,Nofollow,UGC',
  rowsOf(40, (row) => [
    `https://page${row}.example/`,
    `https://client.example/${row}`,
    text(row),
    row % 2 === 0,
    row % 3 === 0 ? 'true' : '',
  ]),
);

describe('createRowRealigner', () => {
  it.each([
    [
      'an unquoted comma in a title',
      `7,"All about lawns",${PAGE},${TARGET},red roses,${TAIL}`.replace('"All about lawns"', 'Lawns, ponds'),
      RIGHT('red roses', 'Lawns, ponds'),
    ],
    ['an unquoted comma in an anchor', `${HEAD},roses, red and white,${TAIL}`, RIGHT('roses, red and white')],
    ['two of them', `${HEAD},roses, red, white,${TAIL}`, RIGHT('roses, red, white')],
    ['a separator too many in front', `,${HEAD},red roses,${TAIL}`, RIGHT('red roses')],
    [
      'a separator too many between addresses',
      `7,All about lawns,${PAGE},,${TARGET},red roses,${TAIL}`,
      RIGHT('red roses'),
    ],
    ['a separator too many among flags', `${HEAD},red roses,${TAIL.replace('true,', 'true,,')}`, RIGHT('red roses')],
    ['a separator too many at the end', `${HEAD},red roses,${TAIL},`, RIGHT('red roses')],
    ['an empty anchor and a separator too many', `${HEAD},,,${TAIL}`, RIGHT('')],
    ['addresses that have grown together', `7,All about lawns,${PAGE}${TARGET},red roses,${TAIL}`, RIGHT('red roses')],
    [
      'a word and a flag that have grown together',
      `${HEAD},red roses,${TAIL.replace('text,', 'text')}`,
      RIGHT('red roses'),
    ],
    ['dates that have grown together', `${HEAD},red roses,${TAIL.replace('04,', '04')}`, RIGHT('red roses')],
    ['a stray quote in front', `"${HEAD},red roses,${TAIL}`, RIGHT('red roses')],
    ['a stray quote before the title', `${HEAD.replace('All', '"All')},"red, roses",${TAIL}`, RIGHT('red, roses')],
    ['a stray quote behind an anchor', `${HEAD},"red, roses"",${TAIL}`, RIGHT('red, roses')],
    ['a quote that never closes', `${HEAD},red roses,${TAIL.replace('text', '"text')}`, RIGHT('red roses')],
    ['semicolons', `${HEAD},red roses,${TAIL}`.replaceAll(',', ';'), RIGHT('red roses')],
    ['tabs', `${HEAD},"roses, red",${TAIL}`.replaceAll(',', '\t').replace('roses\t', 'roses,'), RIGHT('roses, red')],
    [
      'blanks',
      `7 "All about lawns" ${PAGE} ${TARGET} "red roses" ${TAIL.replaceAll(/,(?=\d|\w)/g, ' ').replace(/ (10:11:12)$/, '!$1')}`.replace(
        /(\S+)!(\S+)$/,
        '"$1 $2"',
      ),
      RIGHT('red roses'),
    ],
  ])('reads a row of Ahrefs with %s', (_, line, expected) => {
    expect(settle(AHREFS, line)).toBe(expected);
  });

  it.each([
    [
      'a quote that glues the first cells',
      `"5,"Garden, lawns",${PAGE},${TARGET},red roses,4,true,false,false,2026-01-10,2026-01-11`,
      `5|Garden, lawns|${PAGE}|${TARGET}|red roses|4|true|false|false|2026-01-10|2026-01-11`,
    ],
    [
      'a separator that is missing behind a quoted title',
      `5,"Garden, lawns"${PAGE},${TARGET},red roses,4,true,false,false,2026-01-10,2026-01-11`,
      `5|Garden, lawns|${PAGE}|${TARGET}|red roses|4|true|false|false|2026-01-10|2026-01-11`,
    ],
    [
      'one that is missing before a quoted title',
      `5"Garden, lawns",${PAGE},${TARGET},red roses,4,true,false,false,2026-01-10,2026-01-11`,
      `5|Garden, lawns|${PAGE}|${TARGET}|red roses|4|true|false|false|2026-01-10|2026-01-11`,
    ],
    [
      'a title with quotes inside and a comma outside',
      `5,Garden "the" lawns, ponds,${PAGE},${TARGET},red roses,4,true,false,false,2026-01-10,2026-01-11`,
      `5|Garden "the" lawns, ponds|${PAGE}|${TARGET}|red roses|4|true|false|false|2026-01-10|2026-01-11`,
    ],
  ])('reads a row of Semrush with %s', (_, line, expected) => {
    expect(settle(SEMRUSH, line)).toBe(expected);
  });

  it.each([
    ['short', `Hyperlink,${PAGE},${TARGET},,red roses,200,OK,true`],
    ['of another length', `Hyperlink,${PAGE},${TARGET},,red roses,200,OK,false,,nofollow`],
    ['short with a flag that is new', `Hyperlink,${PAGE},${TARGET},,red roses,200,OK,perhaps`],
    ['short with a status that is new', `Hyperlink,${PAGE},${TARGET},,red roses,n/a,OK,true`],
    ['short with a word that is new', `Script,${PAGE},${TARGET},,red roses,200,OK,true`],
  ])('leaves a row of Screaming Frog that is %s as it is', (_, line) => {
    expect(settle(FROG, line)).toBe(line.replaceAll(',', '|'));
  });

  it('leaves a row as it is that has more cells than the others, none of which reach the end of the names', () => {
    const names = Array.from({ length: 12 }, (_, number) => `Status ${number + 1}`).join(',');
    const rows = rowsOf(40, (row) => [`https://page${row}.example/`, `https://client.example/${row % 4}`, 'OK']);
    const table = tableOf(`Source URL,Target URL,${names}`, [...rows, `${PAGE},${TARGET},OK,Moved,OK`]);
    expect(table.realigner.wholeWidth).toBe(3);
    expect(settle(table, `${PAGE},${TARGET},OK,Found,Moved`)).toBe(`${PAGE}|${TARGET}|OK|Found|Moved`);
  });

  it('rejects a row of Screaming Frog that has lost a cell', () => {
    expect(settle(FROG, `Hyperlink,${PAGE},${TARGET},red roses,200,OK,true`)).toBe('shifted-cells');
  });

  it('reads a short row of Screaming Frog with a separator too many', () => {
    expect(settle(FROG, `Hyperlink,${PAGE},,${TARGET},,red roses,200,OK,true`)).toBe(
      `Hyperlink|${PAGE}|${TARGET}||red roses|200|OK|true||`,
    );
  });

  it.each([
    ['an anchor before a flag, cells behind them', `${PAGE},${TARGET},red rosestrue,true`],
    ['an empty anchor, or one that has grown into the target', `${PAGE},${TARGET},true,true`],
    ['an address before an anchor', `${PAGE},${TARGET}roses,true,true`],
    ['a row that has lost its page', `${TARGET},red roses,true,true`],
    ['a row that has lost its target', `${PAGE},red roses,true,true`],
    ['an address in an address', `https://web.example/https://a.example/${TARGET},red roses,true,true`],
  ])('rejects what could be read in several ways or in none: %s', (_, line) => {
    expect(settle(PAIRS, line)).toBe('shifted-cells');
  });

  it.each([
    ['three addresses', `${PAGE},https://third.example/,${TARGET},red roses,true,true`],
    ['a comma of the address or of the anchor', `${PAGE},${TARGET},red,roses,true,true`],
    ['a column more', `${PAGE},${TARGET},red roses,true,true,9,8,7`],
    ['source and target the other way round with a flag more', `red roses,${TARGET},${PAGE},true,true,true`],
  ])('leaves a row alone that is too long, for the mapper to reject: %s', (_, line) => {
    expect(settle(PAIRS, line)).toBe(line.replaceAll(',', '|'));
  });

  it.each([
    ['a note behind it', `${PAGE},${TARGET},red roses,seen twice`, `${PAGE}|${TARGET}|red roses|seen twice`],
    ['a comma in it', `${PAGE},${TARGET},red roses, seen twice`, `${PAGE}|${TARGET}|red roses, seen twice`],
  ])('takes what follows the last column for its end only where a blank shows it: %s', (_, line, expected) => {
    const rows = rowsOf(20, (row) => [`https://page${row}.example/`, `https://client.example/${row}`, text(row)]);
    expect(settle(tableOf('Source URL,Target URL,Anchor', rows), line)).toBe(expected);
  });

  it('leaves a metric empty on which the readings disagree', () => {
    const table = tableOf(
      'Source URL,Target URL,Rank,Visits',
      rowsOf(20, (row) => [`https://page${row}.example/`, `https://client.example/${row}`, row, 1000 + row]),
    );
    expect(settle(table, `${PAGE},${TARGET},171234`)).toBe(`${PAGE}|${TARGET}||`);
  });

  it('keeps the first cells of a row that was cut off', () => {
    expect(settle(AHREFS, `7,All about lawns,${PAGE}`)).toBe(`7|All about lawns|${PAGE}`);
  });

  it.each([
    [
      'too few rows',
      tableOf(
        'Source URL,Target URL,Nofollow',
        rowsOf(5, (row) => [`https://page${row}.example/`, TARGET, true]),
      ),
    ],
    [
      'a column of pages without addresses',
      tableOf(
        'Source URL,Target URL,Nofollow',
        rowsOf(20, (row) => [row === 0 ? PAGE : '', TARGET, true]),
      ),
    ],
  ])('leaves every row as it is where the sample has %s', (_, table) => {
    expect(settle(table, `${PAGE}${TARGET},true`)).toBe(`${PAGE}${TARGET}|true`);
    expect(table.realigner.realign(table.last(`${PAGE},,true`))).toBeNull();
  });

  it('reads a row of the usual width whose address stands elsewhere', () => {
    const line = `"5,"Garden, lawns, ponds",${PAGE},${TARGET},red roses,4,true,false,false,2026-01-10,2026-01-11`;
    const row = { ...SEMRUSH.last(line), fields: Array.from({ length: 11 }, () => '') };
    expect(SEMRUSH.realigner.wholeWidth).toBe(11);
    expect(SEMRUSH.realigner.realign(row)?.slice(0, 3)).toEqual(['5', 'Garden, lawns, ponds', PAGE]);
  });

  it('sees a separator that is missing between quoted cells', () => {
    const cells = [`Hyperlink`, `${PAGE}""${TARGET}`, '', 'red roses', '200', 'OK', 'true'];
    expect(settle(FROG, cells.map((cell) => `"${cell}"`).join(','))).toBe(
      `Hyperlink|${PAGE}|${TARGET}||red roses|200|OK|true||`,
    );
  });

  it('does not take for one address what a quote that never closes puts together', () => {
    const row = FROG.last(`"Hyperlink","${PAGE}","${TARGET}","text/ht`);
    expect([row.problem, FROG.realigner.settle(row)]).toEqual(['broken-row', 'broken-row']);
  });

  it('does not take several lines for one row', () => {
    const row = { line: 9, fields: [''], raw: `${HEAD},"red roses\n${TAIL}`, problem: 'broken-row' } as const;
    expect(AHREFS.realigner.settle(row)).toBe('broken-row');
  });

  it.each([
    ['separators and quotes', `${PAGE},${TARGET},${'",'.repeat(200)}`],
    ['open quotes', `${PAGE},${TARGET},${'"a b,'.repeat(200)}`],
    ['characters', `${PAGE},${TARGET},${'a b '.repeat(3000)}`],
    ['separators', `${PAGE},${TARGET}${',x'.repeat(400)}`],
  ])('gives up on too many %s', (_, raw) => {
    const row = { line: 9, fields: raw.split(','), raw, problem: null };
    expect(PAIRS.realigner.realign(row)).toBeNull();
  });
});
