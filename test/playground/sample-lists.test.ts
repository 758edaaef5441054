import { describe, expect, test } from 'vitest';
import { listOf, sampleLists } from '../../playground/sample-lists.ts';
import { readRecipients } from '../../src/domain/list/read-list.ts';
import { readPhoneNumber } from '../../src/domain/phone/phone-number.ts';

describe('the sample lists', () => {
  test('name 200 different people whose numbers exist', () => {
    const read = numbers(listOf(200)).map((number) => readPhoneNumber(number, 'US'));
    expect(read.filter(({ ok }) => !ok)).toEqual([]);
    expect(new Set(read.map((one) => one.ok && one.number)).size).toBe(200);
  });

  test('have one as another program exports it, of which the preview has something to say', async () => {
    const { content } = sampleLists().find(({ name }) => name === 'sample-from-a-crm.csv')!;
    const { recipients, invalid, marked, reading } = await readRecipients(content, { country: 'US' });
    expect([recipients.length, invalid.length, marked.length]).toEqual([36, 20, 4]);
    expect([reading.numbersFrom, reading.sources.length]).toEqual(['Mobile Phone Number', 2]);
  });

  test('have one with 3 invalid numbers and 2 duplicates among the same 200', () => {
    const mistakes = sampleLists().find(({ name }) => name === 'sample-with-mistakes.csv');
    const all = numbers(mistakes?.content ?? '');
    const valid = all.filter((number) => readPhoneNumber(number, 'US').ok);
    expect(all.length - valid.length).toBe(3);
    expect(valid.length - new Set(valid).size).toBe(2);
    expect(new Set(valid).size).toBe(200);
  });
});

function numbers(csv: string): string[] {
  return csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[0] ?? '');
}
