import { describe, expect, test } from 'vitest';
import { dayOrderOf, readOptOutDate } from '../../../../src/domain/list/opt-outs/opt-out-date.ts';
import { type OptOutFile, readOptOuts } from '../../../../src/domain/list/opt-outs/read-opt-outs.ts';

const now = new Date('2026-11-29T05:00:00.000Z');

function read(text: string, country = 'US'): Promise<OptOutFile> {
  return readOptOuts(new TextEncoder().encode(text), { country, now });
}

const plain = { source: '', words: '', isReassigned: false };

describe('a file of opt-outs', () => {
  test('is a number a line, with or without a head line, in whatever form', async () => {
    const numbers = ['+12015550123', '(201) 555-0124', '12015550125', '="2015550126"', '447911123456', '201-555-0127'];
    const expected = ['+12015550123', '+12015550124', '+12015550125', '+12015550126', '+447911123456', '+12015550127'];
    for (const text of [numbers.join('\n'), ['Opted-out numbers', ...numbers].join('\r\n')]) {
      const file = await read(text);
      expect(file.optOuts).toEqual(expected.map((number) => ({ number, ...plain })));
      expect(file.refused).toEqual([]);
    }
  });

  test('has dates and sources under any usual heading, in any order', async () => {
    const file = await read(
      'Quelle;Abgemeldet am;Name;Handynummer\n36105;05.10.2026 09:30;Ada;+33612345678\n;2026-10-06;Ben;+33612345679\n',
    );
    expect(file.optOuts).toEqual([
      { ...plain, number: '+33612345678', at: '2026-10-05T09:30:00.000Z', source: '36105' },
      { ...plain, number: '+33612345679', at: '2026-10-06T00:00:00.000Z' },
    ]);
    expect(file.numbersFrom).toBe('Handynummer');
  });

  test('without a head line has its date where dates stand', async () => {
    const file = await read('+12015550123,2026-10-05T09:30:00Z,web\n+12015550124,2026-10-05T11:30:00+02:00,web\n');
    expect(file.optOuts.map(({ at }) => at)).toEqual(['2026-10-05T09:30:00.000Z', '2026-10-05T09:30:00.000Z']);
  });

  test('takes landlines, and reports what is no number or may be two, with both', async () => {
    const file = await read('phone\n+442079460958\nnobody\n+1201555\n2125550123\n', 'US');
    expect(file.optOuts.map(({ number }) => number)).toEqual(['+442079460958', '+12125550123']);
    expect(file.refused).toEqual([
      { line: 3, value: 'nobody', reason: 'this is not a phone number' },
      { line: 4, value: '+1201555', reason: expect.stringContaining('short') },
    ]);
    const two = await read('phone\n+4915228817386\n12015550123\n', 'DE');
    const [refused] = two.refused;
    expect([...two.optOuts.map(({ number }) => number), refused?.reason].length).toBe(refused ? 2 : 3);
  });

  test('reports whoever it says is still subscribed', async () => {
    const file = await read('phone,unsubscribed,date\n+12015550123,yes,2026-10-05\n+12015550124,no,\n+12015550125,,\n');
    expect(file.optOuts.map(({ number }) => number)).toEqual(['+12015550123', '+12015550125']);
    expect(file.refused).toEqual([
      { line: 3, value: '+12015550124', reason: 'its column “unsubscribed” says that the person still gets texts' },
    ]);
  });

  test('names other columns with numbers, which nobody read', async () => {
    const file = await read('Mobile,Phone\n+12015550123,+12125550100\n+12015550124,\n');
    expect(file).toMatchObject({ numbersFrom: 'Mobile', unread: ['Phone'] });
  });

  test('counts dates that nobody can tell, and takes those numbers all the same', async () => {
    const file = await read('number,date\n+12015550123,05/06/2026\n+12015550124,someday\n+12015550125,2027-01-01\n');
    expect(file.optOuts.every(({ at }) => at === undefined)).toBe(true);
    expect([file.optOuts.length, file.oddDates]).toEqual([3, 3]);
  });

  test('repeats its head line where files were put together', async () => {
    expect((await read('number\n+12015550123\nnumber\n+12015550124\n')).refused).toEqual([]);
  });

  test.each([
    ['', 'The file is empty.'],
    ['name,city\nAda,Paris\n', 'No column of the file has phone numbers'],
  ])('that says of nobody anything is refused: %j', async (text, sentence) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'no_numbers', message: expect.stringContaining(sentence) });
  });
});

describe('a date in it', () => {
  test.each([
    ['1790000000', '2026-09-21T14:13:20.000Z'],
    ['1790000000000', '2026-09-21T14:13:20.000Z'],
    ['2026-10-05 14:03:22 +0200', '2026-10-05T12:03:22.000Z'],
    ['5 Oct 2026', '2026-10-05T00:00:00.000Z'],
    ['Mon, 05 Oct 2026 14:03:22 GMT', '2026-10-05T14:03:22.000Z'],
    ['October 5, 2026 2:03 PM', '2026-10-05T14:03:00.000Z'],
    ['6/6/2026', '2026-06-06T00:00:00.000Z'],
    ['31.02.2026', undefined],
    ['2026-13-01', undefined],
    ['12', undefined],
    ['', undefined],
  ])('%s', (cell, at) => {
    expect(readOptOutDate(cell, null, now)).toBe(at);
  });

  test('with two readings is told by others of the same file, if they agree', () => {
    expect(readOptOutDate('05/06/2026', dayOrderOf(['05/06/2026', '25/06/2026']), now)).toBe(
      '2026-06-05T00:00:00.000Z',
    );
    expect(readOptOutDate('05/06/2026', dayOrderOf(['05/25/2026']), now)).toBe('2026-05-06T00:00:00.000Z');
    expect(dayOrderOf(['05/25/2026', '25/05/2026'])).toBe(null);
  });
});

describe('a number that was not read', () => {
  test('beside the one of its line is told, whatever stands between them', async () => {
    for (const text of ['2015550123,2015550124,2015550125\n', 'phone\n2015550123; 2015550124; 2015550125\n']) {
      const file = await read(text);
      expect(file.optOuts.map(({ number }) => number)).toEqual(['+12015550123']);
      expect(file.refused.map(({ value }) => value)).toEqual(['2015550124', '2015550125']);
    }
  });

  test('is of a log with two parties: nothing is done before somebody says which', async () => {
    const log =
      'Date,From,To,Body\n2026-11-01,+12015550123,+12015559999,STOP\n2026-11-02,+12015550124,+12015559999,Stop\n';
    await expect(read(log)).rejects.toMatchObject({ code: 'two_columns' });
    expect((await read(log.replaceAll(',+12015559999', ',').replace('From,To', 'From,'))).optOuts).toHaveLength(2);
  });
});

test('a number without its code is of the country that its row names', async () => {
  const file = await read(
    'country_code,phone\n1,2015550123\n44,7911123456\n+44,07911 123457\n1,12015550124\n,2015550125\n',
  );
  const numbers = ['+12015550123', '+447911123456', '+447911123457', '+12015550124', '+12015550125'];
  expect(file.optOuts.map(({ number }) => number)).toEqual(numbers);
  const named = await read('Country,Phone\nUnited Kingdom,07911123456\nUnited States,2015550123\nUK,+12015550124\n');
  expect(named.optOuts.map(({ number }) => number)).toEqual(['+447911123456', '+12015550123', '+12015550124']);
});
