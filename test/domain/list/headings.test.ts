import { describe, expect, test } from 'vitest';
import { readRecipients } from '../../../src/domain/list/read-list.ts';
import { fileOf, us } from './a-list.ts';

/** Who gets it and who is left out, by the last digits of their numbers, and the lines that are no good. */
async function outcome(text: string) {
  const inFile = await readRecipients(fileOf(text), us);
  const asText = await readRecipients(text, us);
  const inShort = ({ recipients, marked, invalid }: typeof inFile) => ({
    texted: recipients.map(({ number }) => number.slice(-2)).join(' '),
    left: marked.map(({ value }) => value.slice(-2)).join(' '),
    bad: invalid.map(({ value }) => value),
  });
  expect(inShort(asText)).toEqual(inShort(inFile));
  return inShort(inFile);
}

describe('a heading inside a list', () => {
  test.each([
    ['in a column alone', 'phone\n2015550101\n2015550103\nDo not text:\n2015550102', '01 03', '02'],
    ['right below the title', 'phone\nDo not text:\n2015550102\n2015550103', '', '02 03'],
    ['above the title', 'Do not text:\nphone\n2015550102\n2015550103', '', '02 03'],
    ['above several titles', 'Do not text:\nname,phone\nAnn,2015550102\nBob,2015550103', '', '02 03'],
    ['for want of a title', 'Do not text:\n2015550102\n2015550103\nText these:\n2015550101', '01', '02 03'],
    ['without a colon', 'Mobile\n2015550101\nUnsubscribed\n2015550102', '01', '02'],
    ['that names the list', 'phone\n2015550101\nDo-not-text list:\n2015550102', '01', '02'],
    ['that another ends', 'phone\n2015550101\nDo not text:\n2015550102\nText these:\n2015550103', '01 03', '02'],
    ['that a word ends', 'phone\n2015550101\nUnsubscribed\n2015550102\nCustomers\n2015550103', '01 03', '02'],
    ['of customers', 'phone\n2015550101\nCustomers:\n2015550102', '01 02', ''],
    ['in a text', '2015550101\nUnsubscribed\n2015550102\nCustomers\n2015550103', '01 03', '02'],
    [
      'in the first column',
      'name,phone\nAnn,2015550101\nDo not text:,\nBob,2015550102\nOthers:\nCy,2015550103',
      '01 03',
      '02',
    ],
    ['in the column of numbers', 'name,phone\nAnn,2015550101\n,Do not text:\nBob,2015550102', '01', '02'],
  ])('%s is obeyed, and is no line without a number', async (_where, text, texted, left) => {
    expect(await outcome(text)).toEqual({ texted, left, bad: [] });
  });

  test('that is the title again is no line without a number', async () => {
    expect(await outcome('phone\n2015550101\nphone\n2015550102')).toEqual({ texted: '01 02', left: '', bad: [] });
    expect((await outcome('name,phone\nAnn,2015550101\nName , Phone\nBob,2015550102')).bad).toEqual([]);
  });

  test.each(['do not text', 'no phone', 'no mobile number', 'keine Handynummer'])(
    'is not seen in “%s” for a number',
    async (cell) => {
      const list = await outcome(`name,phone\nAnn,2015550101\nBob,${cell}\nCy,2015550103`);
      expect(list).toMatchObject({ texted: '01 03', bad: [cell] });
    },
  );

  test('that speaks of other people’s numbers is refused', async () => {
    await expect(outcome('phone\n2015550101\nEmergency contacts:\n2015550102')).rejects.toThrow('Line 3 names');
    await expect(outcome('phone\n2015550101\nFax\n2015550102')).rejects.toThrow('Line 3 names');
  });

  test('is not seen in a name without a number', async () => {
    expect((await outcome('name,phone\nAnn,2015550101\nBob,')).bad).toEqual(['Bob']);
    expect((await outcome('Ann 2015550101\nUnsubscribed\nCy 2015550102\nBob')).bad).toEqual(['Bob']);
  });
});
