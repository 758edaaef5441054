import { describe, expect, test } from 'vitest';
import { read, texted } from '../../support/list/read-text.ts';

describe('what a value means', () => {
  test.each([
    'NULL',
    'null',
    '#N/A',
    'n/a',
    'undefined',
    '-',
    '--',
    '—',
    '(blank)',
    '#REF!',
    'None',
    'unknown',
    'NaN',
    '?',
    '(no name)',
    'N.N.',
    'Sin nombre',
  ])('%s is no name', async (value) => {
    const list = await read(`phone,first_name\n2015550101,${value}\n2015550102,Ada`);
    expect(list.recipients.map(({ values }) => values[0])).toEqual(['', 'Ada']);
    expect(list.reading.notes).toEqual([{ kind: 'no_value', count: 1, first: { line: 2, value } }]);
  });

  test.each(['Nan', 'Na', 'Nil', 'Null-Meyer', 'Noname Jr', 'Zoë', 'O', "N'Diaye"])('%s is a name', async (value) => {
    expect((await read(`phone,first_name\n2015550101,${value}`)).recipients[0]?.values[0]).toBe(value);
  });

  test('“none” says something where no name is expected', async () => {
    expect((await read('phone,allergies\n2015550101,none')).recipients[0]?.values[0]).toBe('none');
  });

  test.each([
    ['Unsubscribed', 'yes', 'no'],
    ['Unsubscribed from all SMS', 'true', 'false'],
    ['Opted out', '2025-01-03', ''],
    ['Do not text', 'x', ''],
    ['SMS opt-in', 'No', 'Yes'],
    ['Consent', 'no', 'yes'],
    ['opt_in', '0', '1'],
    ['sms_consent', 'FALSE', 'TRUE'],
    ['Accepts SMS Marketing', 'no', 'yes'],
    ['consent_text', 'no', 'Yes please'],
    ['Marketing consent', 'false', 'true'],
    ['Subscription status', 'unsubscribed', 'subscribed'],
    ['SMS marketing status', 'Non-subscribed', 'Subscribed'],
    ['STOP date', '2026-01-01', ''],
    ['Stopped texts', '1', ''],
    ['DNC', '1', '0'],
    ['SMS-Einwilligung', 'nein', 'ja'],
    ['Abgemeldet', 'ja', 'nein'],
    ['Désabonné', 'oui', 'non'],
    ['Baja', 'sí', 'no'],
    ['Do Not Contact', 'TRUE', 'FALSE'],
    ['Darf per SMS kontaktiert werden', 'nein', 'ja'],
    ['Mag sms ontvangen', 'nee', 'ja'],
    ['Zgoda na SMS', 'nie', 'tak'],
    ['Samtycke', 'nej', 'ja'],
    ['受信同意', 'いいえ', 'はい'],
    ['수신거부', 'Y', 'N'],
    ['Notes', 'do not text', 'likes cats'],
    ['Remarks', 'Deceased', ''],
  ])('“%s” = %s leaves the person out', async (title, out, inside) => {
    const text = `phone,first_name,${title}\n2015550101,Ada,${out}\n2015550102,Bob,${inside}`;
    const list = await read(text);
    expect([texted(list), list.marked.map(({ line }) => line)]).toEqual([['0102 Bob'], [2]]);
    expect(list.reading.marked).toMatchObject({ titles: [title], count: 1, isTexted: false });
    const chosen = await read(text, 'US', { textMarked: true });
    expect([chosen.recipients.length, chosen.marked, chosen.reading.marked?.isTexted]).toEqual([2, [], true]);
  });

  test.each(['Photo consent', 'Bus stop', 'State', 'Block', 'Unsubscribe reason', 'Consent date'])(
    '“%s” says nothing about texts',
    async (title) => {
      const list = await read(`phone,first_name,${title}\n2015550101,Ada,no\n2015550102,Bob,x`);
      expect(list.recipients).toHaveLength(2);
    },
  );

  test('what somebody agreed to is no refusal, whatever words are in it', async () => {
    const wording = 'I agree to texts. Consent is not a condition of purchase, never sold.';
    const list = await read(`phone,consent_text,opt_in_text\n2015550101,"${wording}","${wording}"`);
    expect([list.recipients.length, list.marked]).toEqual([1, []]);
  });

  test('leaves out a person whom any of several rows marks, however the number is written', async () => {
    const list = await read(
      'phone,first_name,Opted out\n+525512345678,Ana,\n+52 1 55 1234 5678,Ana,yes\n2015550101,Ed,',
    );
    expect(texted(list)).toEqual(['0101 Ed']);
    expect([list.marked.length, list.duplicates.length]).toEqual([1, 1]);
  });
});
