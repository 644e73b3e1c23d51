import { describe, expect, it } from 'vitest';
import { parseJsonRows } from '../../../src/core/formats/json-rows.ts';

const told = (text: string) => parseJsonRows(text)?.map(({ line, fields, problem }) => [line, problem ?? fields]);

describe('parseJsonRows', () => {
  it.each([
    [
      'a list of objects',
      '[{"a":1},{"a":2,"b":"x"}]',
      [
        [0, ['a', 'b']],
        [1, ['1', '']],
        [2, ['2', 'x']],
      ],
    ],
    [
      'one object a line',
      '{"a":1}\n{"a":\n{"a":3}',
      [
        [0, ['a']],
        [1, ['1']],
        [2, 'broken-row'],
        [3, ['3']],
      ],
    ],
    [
      'a list of lists below its names',
      '[["Page","Date"],["https://a.example/","2026-01-01"]]',
      [
        [0, ['Page', 'Date']],
        [1, ['https://a.example/', '2026-01-01']],
      ],
    ],
    [
      'lists without names',
      '[["https://a.example/",1],["https://b.example/",null]]',
      [
        [1, ['https://a.example/', '1']],
        [2, ['https://b.example/', '']],
      ],
    ],
    [
      'one list a line',
      '["Page"]\n["https://a.example/"]\n',
      [
        [0, ['Page']],
        [1, ['https://a.example/']],
      ],
    ],
    [
      'what is no list among lists',
      '{"rows":[["Page"],["https://a.example/"],7]}',
      [
        [0, ['Page']],
        [1, ['https://a.example/']],
        [2, 'broken-row'],
      ],
    ],
    [
      'objects rather than the lists in them',
      '[{"a":["x","y"]}]',
      [
        [0, ['a']],
        [1, ['x, y']],
      ],
    ],
  ])('reads %s', (_, text, rows) => {
    expect(told(text)).toEqual(rows);
  });

  it.each(['{"a":1}x', '[1,2]', '[]', '"text"', '{"a":{"b":1}}'])('finds no rows in %s', (text) => {
    expect(parseJsonRows(text)).toBeNull();
  });
});
