import { beforeEach, expect, test } from 'vitest';
import { contentHash, seenOf } from '../../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { writersOf } from '../../../src/domain/campaign/campaign.ts';
import { aFormInput, approver, author } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench } from '../../support/services.ts';

const three = '+12015550150\n+12015550151\n+12015550152';

let bench: Bench;
let id: Campaign['id'];

beforeEach(async () => {
  bench = await aBench();
  const content = await bench.campaigns.read(aFormInput(), author);
  const { campaign } = await bench.campaigns.draft({ content, source: three, by: author, origin: 'form' });
  ({ id } = campaign);
  await submit();
});

const stored = () => bench.campaigns.get(id);
const submit = async () => bench.campaigns.submit(id, { by: author, contentHash: contentHash(await stored()) });
const changes = async () => (await bench.campaigns.preview(id)).changes;

async function edit(form: Partial<Parameters<typeof aFormInput>[0]>, source: string | null = null) {
  const content = await bench.campaigns.read(aFormInput(form), author);
  return bench.campaigns.edit(id, { content, source, by: author, seen: seenOf(await stored()) });
}

async function propose() {
  const typed = { batchSize: '35', every: '10m', hold: '10' };
  return bench.campaigns.proposePace(id, { by: approver, typed, contentHash: contentHash(await stored()) });
}

test('the author takes a proposed pace with one press, and the proposer may approve it', async () => {
  const back = await propose();
  expect(back).toMatchObject({ status: 'draft', sentBack: { by: approver, throttle: { batchSize: 35 } } });
  const taken = await bench.campaigns.usePace(id, { by: author, contentHash: contentHash(back) });
  expect(taken).toMatchObject({
    status: 'pending_approval',
    throttle: { batchSize: 35, everySeconds: 600, holdAbove: 10 },
    lastEditedBy: author,
    sentBack: null,
  });
  expect(writersOf(taken)).toEqual([author]);
  expect((await changes())?.differences.map(({ part }) => part)).toEqual(['batchSize', 'every']);
  const own = { by: author, contentHash: contentHash(taken) };
  expect((await refusalOf(bench, () => bench.campaigns.approve(id, own)))?.code).toBe('own_campaign');
  const approved = await bench.campaigns.approve(id, { ...own, by: approver, ticked: ['nobody_said'] });
  expect(approved).toMatchObject({ status: 'scheduled', approval: { by: approver } });
  expect(approved.formerly).toBeUndefined();
});

test('an edit in between voids the proposal', async () => {
  await propose();
  await edit({ name: 'Another name' });
  const seen = contentHash(await stored());
  const refusal = await refusalOf(bench, () => bench.campaigns.usePace(id, { by: author, contentHash: seen }));
  expect(refusal?.code).toBe('not_proposed');
});

test('the pace it has already is no proposal', async () => {
  const typed = { batchSize: '50', every: '5m', hold: '10' };
  const input = { by: approver, typed, contentHash: contentHash(await stored()) };
  expect((await refusalOf(bench, () => bench.campaigns.proposePace(id, input)))?.code).toBe('same_pace');
});

test('reviewers are shown what an edit changed since they last had it before them', async () => {
  expect(await changes()).toBeNull();
  await edit({ message: 'Come all! Reply STOP to opt out.' }, '+12015550151\n+12015550152\n+12015550160\n+12015550161');
  await edit({ message: 'Come all! Reply STOP to opt out.', batchSize: '20' });
  await submit();
  const found = await changes();
  expect(found?.differences.map(({ part }) => part)).toEqual(['message', 'people', 'list', 'batchSize']);
  expect(found).toMatchObject({ people: { added: 2, gone: 1 }, listSize: 3 });
  await edit({ message: 'Come all! Reply STOP to opt out.', batchSize: '20', name: 'Another name' });
  await submit();
  expect((await changes())?.differences.map(({ part }) => part)).toEqual(['name']);
});

test('a list that changed twice is held against what was reviewed, and put back it is as it was', async () => {
  await edit({}, '+12015550151\n+12015550160');
  expect((await changes())?.people).toEqual({ added: 1, gone: 2 });
  await edit({}, '+12015550152\n+12015550160');
  expect((await changes())?.people).toEqual({ added: 1, gone: 2 });
  await edit({}, '+12015550161');
  expect((await changes())?.people).toEqual({ added: 1, gone: 3 });
  await edit({}, three);
  expect((await changes())?.differences).toEqual([]);
});

test('nobody proposes a pace that follows the team and has no limit to keep', async () => {
  const content = await bench.campaigns.read(aFormInput({ hold: '10' }), author);
  await bench.campaigns.sendBack(id, { by: approver, reason: 'Follow the team.' });
  const seen = seenOf(await stored());
  await bench.campaigns.edit(id, { content: { ...content, pace: 'team' }, source: null, by: author, seen });
  await submit();
  const typed = { batchSize: '35', every: '10m', hold: '' };
  const refusal = await refusalOf(bench, async () =>
    bench.campaigns.proposePace(id, { by: approver, typed, contentHash: contentHash(await stored()) }),
  );
  expect(refusal?.message).toMatch(/needs a number here/);
});
