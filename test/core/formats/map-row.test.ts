import { describe, expect, it } from 'vitest';
import { decideColumns } from '../../../src/core/formats/column-decisions.ts';
import { detectFormat } from '../../../src/core/formats/detect-format.ts';
import { createRowMapper } from '../../../src/core/formats/map-row.ts';
import type { ExportRecord, LinkRecord } from '../../../src/core/model/export-record.ts';

/** Maps the last row of a table written with `|` between cells. */
function mapLast(...lines: string[]): ExportRecord {
  const rows = lines.map((line) => line.split('|'));
  const detection = detectFormat({ rows });
  const decisions = decideColumns(rows.slice(1), detection.columns, detection.header.length);
  const last = rows.at(-1) ?? [];
  return createRowMapper(detection, decisions)(last, rows.length, () => last.join('|'));
}

const AHREFS =
  'Referring page URL|Target URL|Anchor|Type|Nofollow|UGC|Sponsored|Lost status|Drop reason|Lost|Referring page HTTP code|Links in group|Domain rating';
const SEMRUSH =
  'Source title|Source url|Target url|Anchor|Nofollow|Sponsored|Ugc|Text|Image|Lost link|First seen|Last seen';

describe('createRowMapper', () => {
  it('keeps the vendor’s words and invents nothing', () => {
    expect(
      mapLast(
        AHREFS,
        'https://a.example/x y|https://client.example/|roses|text|true|FALSE|true|notfound|lowvalue|2026-01-02 10:00:00|0|3|0.6',
      ),
    ).toEqual({
      kind: 'link',
      line: 2,
      source: 'https://a.example/x y',
      target: 'https://client.example/',
      anchor: 'roses',
      rel: ['nofollow', 'sponsored'],
      linkType: 'text',
      title: null,
      language: null,
      contextLeft: null,
      contextRight: null,
      httpStatus: null,
      firstSeen: null,
      lastSeen: null,
      lost: '2026-01-02',
      lostReason: 'notfound',
      externalLinks: null,
      linksInGroup: 3,
      metrics: [0.6],
    } satisfies LinkRecord);
  });

  it.each([
    [
      'followed by flags',
      SEMRUSH,
      'T|https://a.example|https://c.example|x|false|false|false|true|false|false||',
      { rel: [], linkType: 'text' },
    ],
    [
      'qualified by flags',
      SEMRUSH,
      'T|https://a.example|https://c.example||TRUE|false|true|false|true|true||',
      { rel: ['nofollow', 'ugc'], linkType: 'image', lostReason: 'lost link' },
    ],
    ['untold where the flags are blank', SEMRUSH, 'T|https://a.example|https://c.example|x|||||||', { rel: null }],
    [
      'told by a word',
      'From URL|To URL|Anchor Text|Link Status',
      'https://a.example|https://c.example|x|NOFOLLOW',
      { rel: ['nofollow'] },
    ],
    [
      'told by the attribute',
      'Source URL|Target URL|Rel',
      'https://a.example|https://c.example|noopener UGC',
      { rel: ['ugc'] },
    ],
    [
      'untold where no column tells',
      'Source URL|Target URL',
      'https://a.example|https://c.example',
      { rel: null, anchor: null },
    ],
  ])('reads rel %s', (_, header, row, expected) => {
    expect(mapLast(header, row)).toMatchObject(expected);
  });

  it('takes the alt text for the anchor of an image', () => {
    const header = 'Type|Source|Destination|Alt Text|Anchor|Status Code|Status|Follow';
    expect(mapLast(header, 'HREF|https://a.example|https://c.example|A rose||200|OK|true')).toMatchObject({
      anchor: 'A rose',
      linkType: 'image',
      rel: [],
    });
  });

  it('rejects resources of a page', () => {
    const header = 'Type|Source|Destination|Alt Text|Anchor|Status Code|Status|Follow';
    expect(mapLast(header, 'CSS|https://a.example|https://c.example/x.css')).toEqual({
      kind: 'rejected',
      line: 2,
      raw: 'CSS|https://a.example|https://c.example/x.css',
      reason: 'not-a-link',
    });
  });

  it('pads short rows and drops blank cells beyond the header', () => {
    expect(mapLast(AHREFS, 'https://a.example')).toMatchObject({
      source: 'https://a.example',
      target: null,
      rel: null,
    });
    expect(mapLast('Source URL|Target URL', 'https://a.example|https://c.example|| ')).toMatchObject({ kind: 'link' });
  });

  it('joins an address that an unquoted comma has cut', () => {
    const rows = [
      ['Linking page', 'Last crawled'],
      ['https://a.example/x', 'y', 'z', '2026-01-02'],
    ];
    const detection = detectFormat({ rows });
    const map = createRowMapper(detection, decideColumns([], detection.columns, 2));
    expect(map(rows[1] ?? [], 2, () => '')).toMatchObject({
      source: 'https://a.example/x,y,z',
      lastSeen: '2026-01-02',
    });
  });

  it.each([
    ['no-source', AHREFS, '|https://c.example|x'],
    ['too-many-fields', 'Source URL|Target URL', 'https://a.example|https://c.example|x'],
    ['bad-domain', 'Referring domain|Backlinks', '|3'],
  ])('rejects a row for %s', (reason, header, row) => {
    expect(mapLast(header, row)).toMatchObject({ kind: 'rejected', reason });
  });

  it('keeps at most 2,000 characters of a rejected row', () => {
    const record = mapLast('Source URL|Target URL', `|${'x'.repeat(5000)}`);
    expect(record.kind === 'rejected' && record.raw.length).toBe(2000);
  });

  it('reads domains with their counts', () => {
    expect(mapLast('Site|Linking pages|Target pages', 'garden.example|1,204|17')).toEqual({
      kind: 'domain',
      line: 2,
      domain: 'garden.example',
      links: 1204,
      firstSeen: null,
      lastSeen: null,
      lost: null,
      metrics: [17],
    });
  });
});
