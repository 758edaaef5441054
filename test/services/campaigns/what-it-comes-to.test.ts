import { expect, test } from 'vitest';
import { seenOf } from '../../../src/domain/campaign/approval.ts';
import { readPhoneNumber } from '../../../src/domain/phone/phone-number.ts';
import { typedNumber } from '../../../src/domain/phone/typed-number.ts';
import { aFormInput, approver, author } from '../../support/builders.ts';
import { aBench, type Bench, type BenchOptions } from '../../support/services.ts';

const open = { creators: [], approvers: [], admins: [] };

async function drafted(bench: Bench, source: string, message = 'Hi {{first_name|there}}! Reply STOP to opt out.') {
  const content = await bench.campaigns.read(aFormInput({ message, hours: 'any time' }), author);
  return (await bench.campaigns.draft({ content, source, by: author, origin: source })).campaign;
}

async function submitted(options: BenchOptions, source: string) {
  const bench = await aBench(options);
  const { id } = await drafted(bench, source);
  const { contentHash } = await bench.campaigns.preview(id);
  await bench.campaigns.submit(id, { by: author, contentHash });
  return {
    bench,
    id,
    approve: () => bench.campaigns.approve(id, { by: approver, contentHash, ticked: ['nobody_said'] }),
  };
}

const cubans = Array.from({ length: 97 }, (_, no) => `+5351234${String(no).padStart(3, '0')}`);
const mostlyCuban = ['phone', '+12015550101', '+12015550102', '+12015550103', ...cubans].join('\n');

test('people, segments and cost are told for each country over the whole list, whoever stands first', async () => {
  const bench = await aBench({ prices: { US: 0.01, CU: 0.08 } });
  const { id } = await drafted(bench, mostlyCuban);
  const { places, cost, abroad } = await bench.campaigns.preview(id);
  expect(places.map(({ country, people, cost }) => [country, people, cost?.toFixed(2)])).toEqual([
    ['CU', 97, '7.76'],
    ['US', 3, '0.03'],
  ]);
  expect([cost?.amount.toFixed(2), abroad]).toEqual(['7.79', [{ country: 'CU', people: 97, parts: 97 }]]);
});

test('a provider that does not tell its price keeps nobody waiting, and what it would cost is unknown', async () => {
  const bench = await aBench({ silentPrices: true });
  const { id } = await drafted(bench, 'phone\n+12015550101\n');
  const preview = bench.campaigns.preview(id);
  await bench.clock.advance(2_500);
  expect(await preview).toMatchObject({ cost: null, places: [{ country: 'US', cost: null }] });
});

test('for a list beyond the countries that are sent from an admin answers, by submitting or by approving', async () => {
  const byAdmins = (admins: string[]) => submitted({ settings: { roles: { ...open, admins } } }, mostlyCuban);
  await expect((await byAdmins([])).approve()).rejects.toMatchObject({
    code: 'needs_admin',
    message: expect.stringMatching(/97 people in Cuba.*name somebody in ADMINS/),
  });
  await expect((await byAdmins(['U0OTHER'])).approve()).rejects.toMatchObject({ code: 'needs_admin' });
  expect(await (await byAdmins([approver])).approve()).toMatchObject({ status: 'scheduled' });
  expect(await (await byAdmins([author])).approve()).toMatchObject({ status: 'scheduled' });
});

test('an admin who reads it, and whoever reads what an admin submitted, is told of no admin who has to agree', async () => {
  const bench = await aBench({ settings: { roles: { ...open, admins: [approver] } } });
  const { id } = await drafted(bench, mostlyCuban);
  const { contentHash, needsAdmin } = await bench.campaigns.show(id, author);
  expect(needsAdmin).toBe(true);
  await bench.campaigns.submit(id, { by: author, contentHash });
  expect((await bench.campaigns.openReview(id, approver)).preview.needsAdmin).toBe(false);
  const byAdmin = await submitted({ settings: { roles: { ...open, admins: [author] } } }, mostlyCuban);
  expect((await byAdmin.bench.campaigns.openReview(byAdmin.id, approver)).preview.needsAdmin).toBe(false);
});

test('the default country and those of senders’ numbers need nobody else', async () => {
  const { approve } = await submitted({ settings: { country: 'DE' } }, 'phone\n+12015550101\n+4915228817386\n');
  expect(await approve()).toMatchObject({ status: 'scheduled' });
});

test.each([
  ['+881612345678', 'satellite'],
  ['+870773123456', 'satellite'],
  ['+8835100123456', 'impossible'],
  ['+979123456789', 'premium'],
  ['+19005550123', 'premium'],
  ['+491801234567', 'shared_cost'],
  ['+447012345678', 'personal'],
  ['+99912345678', 'impossible'],
])('%s is on no list, and may be opted out by hand all the same', (number, reason) => {
  expect(readPhoneNumber(number, 'US')).toMatchObject({ ok: false, reason });
  if (reason !== 'impossible') expect(typedNumber(number, 'US')).toMatchObject({ kind: 'number', number });
});

test('the same people on the lists of two campaigns that wait for approval are told to both', async () => {
  const { bench, id } = await submitted({}, 'phone\n+12015550101\n+12015550102\n+12015550103\n');
  const twin = await drafted(bench, 'phone\n+12015550102\n+12015550103\n+12015550109\n');
  const { alsoWaiting } = await bench.campaigns.preview(twin.id);
  expect([alsoWaiting.people, alsoWaiting.campaigns.map((other) => other.id)]).toEqual([2, [id]]);
});

test('an edit that keeps the list measures everybody on it, and says who of them gets it', async () => {
  const bench = await aBench();
  const { id } = await drafted(bench, 'phone\n+12015550101\n+12015550102\n');
  await bench.hear('STOP', '+12015550102' as never);
  for (const message of ['Hi {{first_name|there}}! Reply STOP to opt out.', 'Come! Reply STOP to opt out.']) {
    const content = await bench.campaigns.read(aFormInput({ message, hours: 'any time' }), author);
    const { campaign } = await bench.campaigns.edit(id, {
      content,
      source: null,
      by: author,
      seen: seenOf(await bench.campaigns.get(id)),
    });
    const { audience } = await bench.campaigns.preview(id);
    expect([campaign.segments.total, audience]).toEqual([2, { people: 1, optedOut: 1 }]);
  }
});

test('every message can be read page by page, those first that say what the text does not', async () => {
  const bench = await aBench();
  const rows = Array.from(
    { length: 40 },
    (_, no) => `+1201555${2000 + no},${no < 37 ? `pay at http://evil.example/${no}` : 'Ada'}`,
  );
  const { id } = await drafted(bench, ['phone,words', ...rows].join('\n'), 'Hi {{words}}. Reply STOP to opt out.');
  const [first, odd, plain] = [0, 3, 4].map((page) => bench.campaigns.messages(id, { page, by: author }));
  expect((await first!).pages).toBe(8);
  expect((await first!).messages[0]).toMatchObject({
    number: '•••• 2000',
    text: 'Hi pay at http://evil.example/0. Reply STOP to opt out.',
    isOdd: true,
  });
  expect((await odd!).messages.map(({ no }) => no)).toEqual([30, 31, 32, 33, 34, 35, 36]);
  expect((await plain!).messages.map(({ no }) => no)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect((await bench.campaigns.messages(id, { page: 99, by: author })).page).toBe(7);
});

test('plain characters save what the preview says, and leave every letter', async () => {
  const bench = await aBench();
  const text = `It’s “here”, Zoë… ${'x'.repeat(120)} Reply STOP`;
  const before = await drafted(bench, 'phone\n+12015550101\n+12015550102\n', text.replace('Zoë', 'Ada'));
  const { id, segments } = before;
  const campaign = await bench.campaigns.usePlainCharacters(id, { by: author, seen: seenOf(before) });
  expect(segments.total - campaign.segments.total).toBe(segments.plainer?.saved);
  expect(campaign.template).toBe(`It's "here", Ada... ${'x'.repeat(120)} Reply STOP`);
  expect(campaign.segments.plainer).toBeUndefined();
});
