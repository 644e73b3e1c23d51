import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { PreparedRecord } from '../../../src/core/model/prepared-record.ts';
import { readExport } from '../../../src/engine/import/read-export.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { collectEvents } from './fixtures.ts';

const folder = temporaryFolder();

async function read(content: string | Uint8Array) {
  const path = `${folder}/export.csv`;
  writeFileSync(path, content);
  return await collectEvents(readExport(path, { siteHosts: ['client.example'] }));
}

function linkOf(record: PreparedRecord | undefined) {
  return record?.kind === 'link' ? record.record : null;
}

function rejections(records: readonly PreparedRecord[]): unknown[] {
  return records.flatMap((record) => (record.kind === 'rejected' ? [[record.line, record.reason]] : []));
}

/** Rows of a page and a date each; `dateOf` gives the date of a row. */
function datedRows(count: number, dateOf: (row: number) => string): string {
  const rows = Array.from({ length: count }, (_, row) => `https://site${row}.example/page,${dateOf(row)}`);
  return `Source URL,First seen\n${rows.join('\n')}\n`;
}

describe('the order of day and month', () => {
  const PROOFS = [
    ['day first', '13/05/2026', '2026-06-05'],
    ['month first', '05/13/2026', '2026-05-06'],
  ] as const;

  it.each(PROOFS)('is found %s by one cell in row 5,000', async (_, proof, expected) => {
    const { records } = await read(datedRows(6000, (row) => (row === 5000 ? proof : '05/06/2026')));
    expect([linkOf(records[0])?.firstSeen, linkOf(records[5999])?.firstSeen]).toEqual([expected, expected]);
    expect(rejections(records)).toEqual([]);
  });

  it.each(PROOFS)('is found %s by one cell far behind the rows that are always asked', async (_, proof, expected) => {
    const { records } = await read(datedRows(90_000, (row) => (row === 80_000 ? proof : '05/06/2026')));
    expect(linkOf(records[0])?.firstSeen).toBe(expected);
  });

  it.each(PROOFS)('is found %s at the end of a file too long to be asked in full', async (_, proof, expected) => {
    const { records } = await read(datedRows(260_000, (row) => (row === 259_990 ? proof : '05/06/2026')));
    expect(linkOf(records[0])?.firstSeen).toBe(expected);
    expect(rejections(records)).toEqual([]);
  });

  it('is found in a compressed file', async () => {
    const { records } = await read(gzipSync(datedRows(6000, (row) => (row === 5000 ? '05/13/2026' : '05/06/2026'))));
    expect(linkOf(records[0])?.firstSeen).toBe('2026-05-06');
  });

  it('rejects no row for a date of the other order', async () => {
    const { records } = await read(datedRows(40, (row) => (row === 39 ? '05/13/2026' : '13/05/2026')));
    expect(linkOf(records[39])?.firstSeen).toBe('2026-05-13');
  });
});

describe('the decimal sign', () => {
  it('is found behind the first thousand rows', async () => {
    const rows = Array.from(
      { length: 4000 },
      (_, row) => `https://s${row}.example/;${row === 3000 ? '0,033' : '1.204'}`,
    );
    const { records } = await read(`Source URL;Visibility\n${rows.join('\n')}\n`);
    expect([linkOf(records[0])?.metrics, linkOf(records[3000])?.metrics]).toEqual([[1204], [0.033]]);
  });
});

describe('encodings', () => {
  const HEADER = 'Source URL,Anchor text\n';
  const ROWS = Array.from({ length: 30_000 }, (_, row) => `https://site${row}.example/some/page,plain words\n`).join(
    '',
  );

  it('reads windows-1252 behind a first megabyte of ASCII', async () => {
    const bytes = Buffer.concat([Buffer.from(HEADER + ROWS), Buffer.from('https://last.example/,Caf\xE9\n', 'latin1')]);
    const { records } = await read(bytes);
    expect(linkOf(records.at(-1))?.anchor).toBe('Café');
  });

  it('keeps UTF-8 on both sides of damaged bytes behind the first megabyte', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${HEADER}https://first.example/,Zürich\n${ROWS}`),
      Buffer.from([...Buffer.from('https://bad.example/,'), 0xff, 0xfe, 0x0a]),
      Buffer.from('https://last.example/,Köln\n'),
    ]);
    const { records } = await read(bytes);
    expect([linkOf(records[0])?.anchor, linkOf(records.at(-1))?.anchor]).toEqual(['Zürich', 'Köln']);
    expect(records).toHaveLength(30_003);
  });

  it.each([
    ['UTF-16 without a mark', Buffer.from(`${HEADER}https://a.example/,Zürich – 한국\n`, 'utf16le')],
    [
      'big-endian UTF-16 without a mark',
      Buffer.from(`${HEADER}https://a.example/,Zürich – 한국\n`, 'utf16le').swap16(),
    ],
    [
      'UTF-8 with a mark before a quoted name',
      Buffer.from(`\uFEFF"Source URL","Anchor text"\nhttps://a.example/,Zürich – 한국\n`),
    ],
  ])('reads %s', async (_, bytes) => {
    const { records } = await read(bytes);
    expect(linkOf(records[0])?.anchor).toBe('Zürich – 한국');
  });
});

describe('layout', () => {
  it.each([',', '\t', ';', '|'])('finds columns kept apart by %j, and the header behind a preamble', async (sign) => {
    const lines = [
      'Report of client.example',
      'Made on 2026-01-02, with notes; and | signs',
      '',
      ['Source URL', 'Target URL', 'Anchor text'].join(sign),
      ['https://a.example/', 'https://client.example/', 'roses'].join(sign),
    ];
    const { events, records } = await read(`${lines.join('\r\n')}\r\n`);
    expect(events[0]).toMatchObject({ delimiter: sign });
    expect(linkOf(records[0])).toMatchObject({ line: 5, target: 'https://client.example/', anchor: 'roses' });
  });

  it('pads short rows and takes empty columns at the end', async () => {
    const { records } = await read(
      'Source URL,Target URL,Anchor text,First seen\nhttps://a.example/\nhttps://b.example/,https://client.example/,x,2026-01-02,,,\n',
    );
    expect(records.map((record) => linkOf(record)?.firstSeen)).toEqual([null, '2026-01-02']);
  });

  it('repairs quotes where the row can be read, and rejects the line where it cannot', async () => {
    const { records } = await read(
      [
        'Source URL,Anchor text,Target URL',
        'https://a.example/,a "bare" quote,https://client.example/',
        'https://b.example/,"he said "hi" twice",https://client.example/',
        'https://c.example/,"5" nail",https://client.example/',
        'https://d.example/,"never closed,https://client.example/',
        'https://e.example/,"over\ntwo lines",https://client.example/',
        'https://f.example/,last,https://client.example/',
      ].join('\n'),
    );
    expect(records.map((record) => linkOf(record)?.anchor ?? 'rejected')).toEqual([
      'a "bare" quote',
      'he said "hi" twice',
      '5" nail',
      'rejected',
      'over\ntwo lines',
      'last',
    ]);
    expect(rejections(records)).toEqual([[5, 'broken-row']]);
  });
});

describe('addresses', () => {
  it.each([
    ['blanks inside', 'https://a.example/Flooring Supply', 'https://a.example/Flooring%20Supply'],
    ['blanks around', '  https://a.example/x  ', 'https://a.example/x'],
    ['quotes around', '"""https://a.example/x"""', 'https://a.example/x'],
    ['angle brackets', '<https://a.example/x>', 'https://a.example/x'],
    ['no scheme', 'www.a.example/x', 'http://www.a.example/x'],
    ['no scheme but slashes', '//a.example/x', 'http://a.example/x'],
    ['a scheme in capitals', 'HTTPS://A.example/X', 'https://a.example/X'],
    ['a Unicode host', 'https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
  ])('are read with %s', async (_, cell, url) => {
    const { records } = await read(`Source URL,First seen\nhttps://other.example/,2026-01-01\n${cell},2026-01-02\n`);
    expect(records[1]).toMatchObject({ kind: 'link', page: { url } });
  });
});
