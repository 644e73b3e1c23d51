import { describe, expect, it } from 'vitest';
import { readBareCell } from '../../../src/core/formats/read-bare-cell.ts';

describe('readBareCell', () => {
  it.each([
    ['a bare cell', ['roses'], 'roses', 0],
    ['a quoted cell', ['"roses"'], 'roses', 0],
    ['a quoted cell with separators', ['"Ten', ' best', ' roses"'], 'Ten, best, roses', 0],
    ['doubled quotes', ['"a ""b"" c"'], 'a "b" c', 0],
    ['quotes inside a bare cell', ['a "b" c'], 'a "b" c', 0],
    ['an unquoted separator', ['Ten', ' roses'], 'Ten, roses', 1],
    ['two unquoted separators', ['Ten', ' best', ' roses'], 'Ten, best, roses', 2],
    ['a quote too many before a cell', ['"roses'], 'roses', 1],
    ['a quote too many behind a cell', ['roses"'], 'roses', 1],
    ['a quote too many before a quoted cell', ['""Ten', ' roses"'], 'Ten, roses', 1],
    ['a quoted cell that is not closed', ['"Ten', ' roses'], 'Ten, roses', 1],
    ['what are two quoted cells', ['"Ten"', '"roses'], 'Ten","roses', 2],
    ['a quoted cell that looks like two', ['"Ten ""', '"" roses"'], 'Ten "," roses', 0],
    ['an empty piece before a cell', ['', 'roses'], 'roses', 1],
    ['an empty piece behind a quoted cell', ['"a', 'b"', ' '], 'a,b', 1],
    ['empty pieces alone', ['', ''], '', 1],
    ['nothing', [''], '', 0],
    ['a lone quote', ['"'], '', 1],
  ])('reads %s', (_, pieces, cell, faults) => {
    expect(readBareCell(pieces, { delimiter: ',', quote: '"' })).toEqual({ cell, faults });
  });
});
