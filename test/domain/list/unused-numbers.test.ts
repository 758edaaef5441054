import { expect, test } from 'vitest';
import { readRecipients } from '../../../src/domain/list/read-list.ts';
import { fileOf, us } from './a-list.ts';

const titles = 'First Name,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value';

test.each([
  ['behind the one that is texted', 'Ada,Mobile,+1 201-555-0101,Home,+1 201-555-0121', 'Phone 2 - Value'],
  ['before it', 'Ada,Home,+1 201-555-0121,Mobile,+1 201-555-0101', 'Phone 1 - Value'],
])(
  'a second number of a person is named with its column, and the one that is texted is not: %s',
  async (_, row, title) => {
    const { reading, recipients } = await readRecipients(
      fileOf(`${titles}\n${row}\n${row.replaceAll('01', '02')}`),
      us,
    );
    expect(recipients[0]?.number).toBe('+12015550101');
    expect(reading.notes).toEqual([
      { kind: 'unused_numbers', count: 2, first: { line: 2, value: `${title}: +1 201-555-0121` } },
    ]);
  },
);
