import { expect, test } from 'vitest';
import { nothingForeseen } from '../../../src/domain/answering/answering.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { Result } from '../../../src/domain/campaign/result.ts';
import type { ClaimResult } from '../../../src/ports/recipients.ts';
import { exportedCsv } from '../../../src/services/reports/export.ts';
import { aFormInput, agent, author } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const answering = {
  ...nothingForeseen,
  expected: [{ label: 'Coming', words: ['yes'], thankYou: null }],
  outcomes: ['Call back'],
};

/** Of six people, four got the message, one was refused, and one is still to come. Two wrote, and one of the four opted out. */
async function aCampaignWithResults(bench: Bench): Promise<Campaign> {
  const approved = await bench.approved({ size: 6, answering });
  const now = bench.clock.now();
  const running = { ...approved, status: 'running' as const, startedAt: now.toISOString() };
  const campaign = (await bench.store.campaigns.save(running)) as Campaign;
  const batch = { no: 1, startedAt: now.toISOString(), size: 5 };
  for (const claim of await bench.store.recipients.claim(campaign.id, batch, 5, now)) {
    const result: ClaimResult =
      claim.no === 4 ? { to: 'rejected', reason: '1240' } : { to: 'submitted', messageId: `m${claim.no}` };
    await bench.store.recipients.record(claim, result, now);
  }
  await bench.hear('Yes', phoneOf(1) as never);
  await bench.hear('Where is it?', phoneOf(2) as never);
  await bench.hear('STOP', phoneOf(3) as never);
  return campaign;
}

const content = async (bench: Bench) => bench.campaigns.read(aFormInput({ message: 'Again? Reply STOP.' }), agent);

async function numbersOf(bench: Bench, campaign: Campaign, result: Result): Promise<string[]> {
  const source = { campaignId: campaign.id, result };
  const origin = JSON.stringify(result);
  const { campaign: draft } = await bench.campaigns.draft({ content: await content(bench), source, by: agent, origin });
  const people = await bench.store.recipients.page(draft.id, { from: 0, limit: 100 });
  expect(draft.list.size).toBe(people.length);
  expect(draft).toMatchObject({ createdBy: agent, status: 'draft', approval: null });
  return people.map(({ number }) => number);
}

test('a copy has everybody on the list with their values; who opted out is on it, and gets nothing', async () => {
  const bench = await aBench();
  const campaign = await aCampaignWithResults(bench);
  expect(await numbersOf(bench, campaign, { kind: 'all' })).toEqual([1, 2, 3, 4, 5, 6].map((no) => phoneOf(no)));
  const copy = (await bench.store.campaigns.list()).find(({ id }) => id !== campaign.id)!;
  expect(copy.list).toMatchObject({ optedOut: 1, columns: campaign.list.columns, hash: campaign.list.hash });
});

test('a follow-up has exactly those with the result, and nobody who opted out', async () => {
  const bench = await aBench();
  const campaign = await aCampaignWithResults(bench);
  expect(await numbersOf(bench, campaign, { kind: 'no_answer' })).toEqual([phoneOf(4)]);
  expect(await numbersOf(bench, campaign, { kind: 'failed' })).toEqual([phoneOf(5)]);
  expect(await numbersOf(bench, campaign, { kind: 'outcome', label: 'Coming' })).toEqual([phoneOf(1)]);
});

test('tells how many each result would reach, without those of nobody', async () => {
  const bench = await aBench();
  const campaign = await aCampaignWithResults(bench);
  expect((await bench.campaigns.results(campaign.id, agent)).results).toEqual([
    { result: { kind: 'failed' }, people: 1 },
    { result: { kind: 'no_answer' }, people: 1 },
    { result: { kind: 'outcome', label: 'Coming' }, people: 1 },
  ]);
});

test('whoever was counted and wrote again has no outcome before somebody has looked, as on the campaign’s message', async () => {
  const bench = await aBench();
  const campaign = await aCampaignWithResults(bench);
  await bench.hear('Sorry, I cannot after all', phoneOf(1) as never);
  expect((await bench.campaigns.results(campaign.id, agent)).results).toEqual([
    { result: { kind: 'failed' }, people: 1 },
    { result: { kind: 'no_answer' }, people: 1 },
  ]);
  expect((await exportedCsv(bench.store, campaign)).csv).not.toContain('Coming');
});

test('a result of nobody makes no draft', async () => {
  const bench = await aBench();
  const campaign = await aCampaignWithResults(bench);
  const source = { campaignId: campaign.id, result: { kind: 'outcome' as const, label: 'Call back' } };
  const make = async () => bench.campaigns.draft({ content: await content(bench), source, by: agent, origin: 'none' });
  expect((await refusalOf(bench, make))?.code).toBe('nobody_left');
});

test('how replies are answered comes with the copy, for the copier only', async () => {
  const bench = await aBench();
  const { id } = await aCampaignWithResults(bench);
  const { formKey } = await bench.campaigns.copy(id, agent);
  expect((await bench.campaigns.read(aFormInput(), agent, formKey)).answering).toEqual(answering);
  await expect(bench.campaigns.read(aFormInput(), author, formKey)).rejects.toMatchObject({ code: 'form_gone' });
});

test('a list about which something is asked is copied once that is answered', async () => {
  const bench = await aBench();
  const source = 'mobile,landline\n+12015550150,+12015550151';
  const drafted = await bench.campaigns.draft({ content: await content(bench), source, by: agent, origin: 'asked' });
  const { list } = drafted.campaign;
  const reading = { ...list.reading!, questions: ['numbersFrom' as const] };
  await bench.store.campaigns.save({ ...drafted.campaign, list: { ...list, reading } });
  const refused = await refusalOf(bench, () => bench.campaigns.copy(drafted.campaign.id, agent));
  expect(refused?.code).toBe('open_question');
});
