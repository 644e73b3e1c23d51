import { describe, expect, it } from 'vitest';
import { detectFormat } from '../../../src/core/formats/detect-format.ts';
import { EXPORT_FORMATS, findFormat, NAMED_FORMATS } from '../../../src/core/formats/export-formats.ts';

describe('EXPORT_FORMATS', () => {
  it('gives every format an id of its own in kebab-case', () => {
    const ids = EXPORT_FORMATS.map((format) => format.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z\d]+(?:-[a-z\d]+)*$/.test(id))).toEqual([]);
  });

  it('refuses a known format only with a reason', () => {
    const silent = NAMED_FORMATS.filter((format) => (format.kind === 'refused') !== (format.refusal !== undefined));
    expect(silent).toEqual([]);
  });
});

describe.each(NAMED_FORMATS.map((format) => [format.id, format] as const))('the format %s', (id, format) => {
  it('names columns that its vendor writes', () => {
    const written = new Set(
      NAMED_FORMATS.filter(({ vendor }) => vendor === format.vendor).flatMap(({ header }) => header),
    );
    const names = [...Object.values(format.roles).flat(), ...(format.metrics ?? []), ...format.required];
    expect(names.filter((name) => !written.has(name))).toEqual([]);
    expect(format.required.filter((name) => !format.header.includes(name))).toEqual([]);
  });

  it('is found by its own header and by each translation', () => {
    for (const header of [format.header, ...(format.translations ?? [])]) {
      const found = detectFormat({ rows: [[...header]] });
      expect({ id: found.format.id, confidence: found.confidence }).toEqual({ id, confidence: format.certainty ?? 1 });
    }
  });
});

describe('findFormat', () => {
  it('finds a format by id', () => {
    expect(findFormat('semrush-backlinks')?.title).toBe('Semrush backlinks');
    expect(findFormat('semrush')).toBeNull();
  });
});
