import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRow } from '../../../src/domain/list/csv.ts';

describe('a line of a CSV file', () => {
  it.each([
    [['a', 'b'], 'a,b'],
    [['a,b', 'c"d', 'e\nf'], '"a,b","c""d","e\nf"'],
    [['=1+1', '-2', '@x', '+1', '\tx', '\rx'], `'=1+1,'-2,'@x,'+1,'\tx,"'\rx"`],
    [['+12015550123', '+1 201 555 0123'], `+12015550123,'+1 201 555 0123`],
    [[' x', ''], '" x",'],
  ])('of %j is %j', (cells, line) => {
    expect(csvRow(cells)).toBe(line);
  });

  it('is read back as it was, with no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }), (cells) => {
        const [row = []] = parse(csvRow(cells), { relax_column_count: true, record_delimiter: '\r\n' }) as string[][];
        const expected = cells.map((cell, index) => (row[index] === `'${cell}` ? `'${cell}` : cell));
        expect(row).toEqual(cells.length === 1 && cells[0] === '' ? [] : expected);
        for (const cell of row) expect(cell).not.toMatch(/^[=@\t\r-]|^\+(?!\d{7,15}$)/);
      }),
    );
  });
});
