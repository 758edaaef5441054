import fc from 'fast-check';
import { expect, test } from 'vitest';
import { read } from '../../support/list/read-text.ts';

const phoneTitles = [
  'phone',
  'Mobile number',
  'Cell #',
  'Number',
  'Handy',
  'Téléphone',
  'Celular',
  'msisdn',
  'WhatsApp',
  'Phone1',
];
const others = [
  { title: 'first_name', values: ['Ada', 'Zoë', "O'Neil", '李雷'] },
  { title: 'City', values: ['Austin', 'New York'] },
  { title: 'Notes', values: ['bring cake', 'vegan, no nuts', 'VIP'] },
  { title: 'Email', values: ['a@example.com'] },
  { title: 'Joined', values: ['2024-03-01', '1 Mar 2024'] },
];
const spellings = [
  (last: string) => `201555${last}`,
  (last: string) => `+1201555${last}`,
  (last: string) => `(201) 555-${last}`,
];

const aList = fc.record({
  separator: fc.constantFrom(',', ';', '\t'),
  phoneTitle: fc.constantFrom(...phoneTitles),
  columns: fc.subarray(others),
  at: fc.nat(others.length),
  /** Of so many cells some are filled. */
  sparseness: fc.constantFrom(1, 5, 25, 100),
  rows: fc.array(
    fc.record({ spelling: fc.constantFrom(...spellings), picks: fc.array(fc.nat(99), { minLength: 5, maxLength: 5 }) }),
    {
      minLength: 1,
      maxLength: 30,
    },
  ),
});

test('means everybody, with what stands beside the number, however little that is and wherever the numbers stand', async () => {
  await fc.assert(
    fc.asyncProperty(aList, async ({ separator, phoneTitle, columns, at, sparseness, rows }) => {
      const put = (cells: string[], cell: string) => cells.toSpliced(Math.min(at, cells.length), 0, cell);
      const cell = (value: string) => (value.includes(separator) ? `"${value}"` : value);
      const people = rows.map(({ spelling, picks }, no) => ({
        last: String(1000 + no),
        spelling,
        values: columns.map(({ values }, index) => values[picks[index]! % sparseness] ?? ''),
      }));
      const lines = [
        put(
          columns.map(({ title }) => title),
          phoneTitle,
        ),
        ...people.map(({ last, spelling, values }) => put(values, spelling(last))),
      ];
      const list = await read(lines.map((cells) => cells.map(cell).join(separator)).join('\n'));
      expect(list.columns).toEqual(columns.map(({ title }) => title.toLowerCase()));
      expect(list.recipients.map(({ number, values }) => [number, values])).toEqual(
        people.map(({ last, values }) => [`+1201555${last}`, values]),
      );
      expect(list.reading.questions).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
