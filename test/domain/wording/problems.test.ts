import { describe, expect, test } from 'vitest';
import { type PhoneNumber, SenderId } from '../../../src/domain/ids.ts';
import { measureMessages } from '../../../src/domain/measure/measure.ts';
import type { CampaignClass } from '../../../src/domain/rules/asked.ts';
import { noOperatorRules, readRulesFile } from '../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { type RuleBook, rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { countWording } from '../../../src/domain/wording/count-wording.ts';
import { problemsOf, withAddition } from '../../../src/domain/wording/problems.ts';

const now = new Date('2026-11-23T15:00:00Z');
const house = { hours: {}, caps: { kind: 'caps' as const, caps: [] } };
const known = rulesInForce(knownRules, house, noOperatorRules);
const phones: Record<string, string> = {
  US: '+12015550101',
  CA: '+14165550101',
  GB: '+447400123456',
  IE: '+353851234567',
  FR: '+33612345678',
  DE: '+4915112345678',
  AT: '+436641234567',
  ES: '+34612345678',
  PL: '+48512345678',
  NZ: '+64211234567',
  AU: '+61412345678',
  JM: '+18765550101',
};

type Asked = { sender?: string; names?: string[]; campaignClass?: CampaignClass; values?: string[]; book?: RuleBook };

async function problems(countries: string, template: string, asked: Asked = {}) {
  const { sender: from = '12015550123', names = ['Acme'], campaignClass = 'marketing', book = known } = asked;
  const sender = SenderId.parse(from);
  const recipients = countries
    .split(' ')
    .map((country, no) => ({ number: phones[country] as PhoneNumber, values: [asked.values?.[no] ?? ''] }));
  const wording = countWording({ book, names, sender, template });
  const segments = await measureMessages(template, ['x'], recipients, wording);
  return problemsOf({ template, sender, segments }, { book, campaignClass, names }, now);
}

const codes = async (...args: Parameters<typeof problems>) =>
  (await problems(...args)).map(({ code }) => code ?? 'told');

describe('a text', () => {
  test('without a way out is told what its places want, with what one press adds', async () => {
    expect(await problems('US', 'Acme: come!')).toEqual([
      {
        code: 'no_way_out',
        sentence: 'The US wants a way out in each text, such as “Reply STOP to opt out”.',
        add: { what: 'way_out', text: 'Reply STOP to opt out' },
      },
    ]);
    expect((await problems('DE AT', 'Acme: komm!'))[0]?.add?.text).toBe('Abmelden? Antworte STOP');
    const [several, french] = await problems('US DE FR', 'Acme: come!');
    expect(several).toMatchObject({
      sentence: expect.stringMatching(
        /^The US and Germany want a way out in each text, such as “Reply STOP to opt out”\. 2 messages have none\.$/,
      ),
      add: { text: 'Reply STOP to opt out' },
    });
    expect(french).toMatchObject({ code: 'no_way_out', sentence: expect.stringContaining('such as “STOP au 36…”') });
    expect(french).not.toHaveProperty('add');
  });

  test('has nothing to be told with a way out and a name in it', async () => {
    for (const country of ['US', 'CA', 'GB', 'DE', 'ES', 'PL', 'NZ', 'AU']) {
      expect([country, await codes(country, 'Acme: come! Reply STOP to opt out')]).toEqual([country, []]);
    }
    expect(await codes('FR', 'Acme: venez! STOP au 36180')).toEqual([]);
  });

  test('takes what the press adds, before or behind it, and has nothing more to be told', async () => {
    for (const country of Object.keys(phones).filter((one) => !['FR', 'JM'].includes(one))) {
      let template = 'Come, see acme.test/x';
      for (const { add } of await problems(country, template)) if (add) template = withAddition(template, add);
      expect([country, await problems(country, template)]).toEqual([country, []]);
    }
    expect(withAddition('See a.example', { what: 'way_out', text: 'STOP' })).toBe('See a.example\nSTOP');
    expect(withAddition('Come! ', { what: 'way_out', text: 'STOP' })).toBe('Come! STOP');
  });

  test('is looked at as each person reads it: what is empty for some is missing for them', async () => {
    const [problem] = await problems('US US US', 'Acme: come! {{x|}}', { values: ['Reply STOP', '', 'Reply STOP'] });
    expect(problem).toMatchObject({ code: 'no_way_out', sentence: expect.stringContaining('1 message has none.') });
    expect(await codes('US', 'Acme: come! Reply STOP{{x}}', { values: ['PAGE'] })).toEqual(['no_way_out']);
    expect(await codes('US', 'Acme: come! Reply {{x}} STOP', { values: ['to us. Do not'] })).toEqual([]);
  });

  test('has to say who writes, as far as anybody has set a name', async () => {
    const [problem] = await problems('US', 'Come! Reply STOP', { names: ['Acme', 'Acme Books'] });
    expect(problem).toMatchObject({ code: 'no_sender_name', add: { what: 'name', text: 'Acme: ' } });
    expect(await codes('US', 'ACME  books: come! Reply STOP', { names: ['Acme Books'] })).toEqual([]);
    expect(await codes('US', 'Acmeville! Reply STOP')).toEqual(['no_sender_name']);
    expect(await problems('US', 'Come! Reply STOP', { names: [] })).toEqual([
      { sentence: 'Say who writes: nobody has set BUSINESS_NAME, so that cannot be checked.' },
    ]);
    expect(await codes('CA', 'Acme {{x}}: come! Reply STOP', { names: ['Acme Books'], values: ['Books'] })).toEqual([]);
  });

  test('that is informational is held to what holds of all texts alone', async () => {
    const asked = { campaignClass: 'informational' as const };
    expect(await codes('DE GB', 'Your parcel is here', asked)).toEqual([]);
    expect(await codes('US', 'Your parcel is here', asked)).toEqual(['no_way_out', 'no_sender_name']);
  });

  test('of a list whose place nobody knows is told nothing: nobody there is texted', async () => {
    expect(await codes('JM', 'Come!')).toEqual([]);
  });
});

describe('a name as the sender', () => {
  const sender = 'ACME';

  test('is refused where names are not taken, and where people opt out by an answer', async () => {
    for (const country of ['US', 'CA', 'NZ']) {
      expect([country, (await codes(country, 'Opt out: acme.com/o', { sender }))[0]]).toEqual([
        country,
        'no_names_there',
      ]);
    }
    const [problem] = await problems('US NZ GB', 'Opt out: acme.com/o', { sender });
    expect(problem?.sentence).toMatch(/^The US and New Zealand take no name as a sender, such as ACME/);
  });

  test('has to be registered in some places, and an admin answers for it where nobody knows', async () => {
    const [french] = await problems('FR', 'Venez! STOP au 36180', { sender });
    expect(french).toEqual({
      sentence: 'France wants the name ACME registered there first: ask your provider whether it is.',
    });
    const [polish] = await problems('PL', 'Rezygnacja, opt out: acme.pl/o', { sender });
    expect(polish).toMatchObject({
      needsAdmin: true,
      sentence: expect.stringContaining('whether Poland takes a name'),
    });
  });

  test('cannot be answered, so that the text needs another way out, such as a link or a number', async () => {
    const [problem] = await problems('GB', 'Come! Reply STOP to opt out', { sender });
    expect(problem).toMatchObject({
      code: 'not_answerable',
      sentence: expect.stringContaining('ACME cannot be answered: say another way out, such as a link or a number.'),
    });
    expect(problem).not.toHaveProperty('add');
    expect(await codes('GB', 'Come! To opt out: acme.com/o', { sender })).toEqual([]);
    expect(await codes('GB', 'Reply YES! To opt out: acme.com/o', { sender })).toEqual(['told']);
  });

  test('names who writes by itself', async () => {
    expect(await codes('DE', 'Komm! Abmelden: acme.com/o', { sender })).toEqual([]);
  });
});

test('an operator’s own rules and overrides count, also of a state', async () => {
  const about = { because: 'Asked', by: 'Ada', from: '2026-01-01', until: '2027-01-01' };
  const read = (file: object) => rulesInForce(knownRules, house, readRulesFile(JSON.stringify(file), now));
  const lifted = read({ overrides: [{ 'instead of': 'US/opt_out_text', says: 'nothing', ...about }] });
  expect(await codes('US', 'Acme: come!', { book: lifted })).toEqual([]);
  const says = { kind: 'opt_out_text', anyOf: ['STOP au 36180'], sameChannel: false };
  const french = read({ overrides: [{ 'instead of': 'FR/opt_out_text', says, ...about }] });
  expect((await problems('FR', 'Acme: venez!', { book: french }))[0]?.add?.text).toBe('STOP au 36180');
  const text = { kind: 'opt_out_text', anyOf: ['leave us'], sameChannel: false };
  const ofState = read({ rules: [{ place: 'US-NJ', says: text, ...about }] });
  expect(await codes('US', 'Acme: come! Reply STOP', { book: ofState })).toEqual(['no_way_out']);
  expect(await codes('US', 'Acme: come! Reply STOP or leave us', { book: ofState })).toEqual([]);
});

test('a name has the affix that a place wants', async () => {
  const about = { because: 'Asked', by: 'Ada', from: '2026-01-01', until: '2027-01-01' };
  const says = { kind: 'sender', alphanumeric: 'free', replies: false, affix: { suffix: 'AD' } };
  const file = { overrides: [{ 'instead of': 'DE/sender', says, ...about }] };
  const book = rulesInForce(knownRules, house, readRulesFile(JSON.stringify(file), now));
  const text = 'Komm! Abmelden: acme.com/o';
  expect(await codes('DE', text, { sender: 'ACMEAD', book })).toEqual([]);
  expect(await problems('DE', text, { sender: 'ACME', book })).toEqual([
    { code: 'wrong_name', sentence: 'Germany wants a sender’s name that ends with AD: ACME does not.' },
  ]);
});
