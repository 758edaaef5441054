import { glob, readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRow } from '../../../src/domain/list/csv.ts';

describe('a line of a CSV file', () => {
  test.each([
    [['a', 'b'], 'a,b'],
    [['a,b', 'c"d', 'e\nf'], '"a,b","c""d","e\nf"'],
    [['=1+1', '-2', '@x', '+1', '\tx', '\rx'], `'=1+1,'-2,'@x,'+1,"'\tx","'\rx"`],
    [['+12015550123', '+1 201 555 0123'], `+12015550123,'+1 201 555 0123`],
    [[' x', ''], '" x",'],
    [['x;=1+1', 'x;y'], `"x;'=1+1","x;y"`],
    [['x\t=1+1', 'x\t=1\t-1'], `"x\t'=1+1","x\t'=1\t'-1"`],
    [['x|@y', 'x\n=1', 'x\r\n=1'], `"x|'@y","x\n'=1","x\r\n'=1"`],
    [['; =1', ' =1', ';;=1'], `";' =1",' =1,";;'=1"`],
    [['Ann;+12015550123', 'Ann;+12015550123;=1'], `"Ann;+12015550123","Ann;+12015550123;'=1"`],
    [['x;"=1"'], `"x;'""=1"""`],
    [['a-b', '1;2', 'me@example.com'], 'a-b,"1;2",me@example.com'],
  ])('of %j is %j', (cells, line) => {
    expect(csvRow(cells)).toBe(line);
  });

  const sign = fc.constantFrom(...'=+-@;|,"\t\r\n \u00a0＝＋1a');
  const cells = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: sign })), { minLength: 1 });

  test('is read back as it was, but for the apostrophes before what would be a formula', () => {
    fc.assert(
      fc.property(cells, (row) => {
        const [read = []] = parse(csvRow(row), { relax_column_count: true, record_delimiter: '\r\n' }) as string[][];
        const wanted = row.length === 1 && row[0] === '' ? [] : row;
        expect(read).toHaveLength(wanted.length);
        for (const [index, cell] of read.entries()) {
          const original = wanted[index]!;
          expect(cell.replaceAll("'", '')).toBe(original.replaceAll("'", ''));
          if (!/[=+@\0＝＋－＠\t\r-]/.test(original)) expect(cell).toBe(original);
        }
      }),
    );
  });

  test.each([',', ';', '\t', '|'])('has no formula where a spreadsheet cuts at every %j and heeds no quotes', (cut) => {
    fc.assert(
      fc.property(cells, (row) => {
        for (const cell of row.map((one) => csvRow([one]).replace(/^"/, '').replaceAll('""', '"'))) {
          const parts = cut === ',' ? [cell] : cell.split(new RegExp(`[${cut}\\r\\n]`));
          for (const part of parts) expect(part).not.toMatch(/^[ \u00a0"]*[=@＝＋－＠-]|^[ \u00a0"]*\+(?!\d{7,15}\b)/);
        }
      }),
    );
  });
});

test('is written by one function, wherever the program writes a table', async () => {
  const files = await Array.fromAsync(glob('src/**/*.ts'));
  const writers = [];
  for (const file of files) {
    const source = await readFile(file, 'utf8');
    if (/\.join\(['"`](?:\\r)?\\n['"`]\)/.test(source) && /csv/i.test(source)) writers.push([file, source] as const);
  }
  expect(writers.map(([file]) => file)).toContain('src/services/reports/export.ts');
  for (const [file, source] of writers) expect([file, source.includes('csvRow(')]).toEqual([file, true]);
});
