import { beforeEach, expect, test } from 'vitest';
import { contentHash, seenOf } from '../../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { SuggestedPace } from '../../../src/domain/rehearsal/better-pace.ts';
import { aFormInput, approver, author } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

let bench: Bench;
let id: Campaign['id'];

/** Two thousand people in ten batches: far more replies than anybody can answer within the hour. */
beforeEach(async () => {
  bench = await aBench({ settings: { rehearsals: 20 } });
  const form = aFormInput({ batchSize: '200', every: '5m', hold: '', hours: 'any time' });
  const content = await bench.campaigns.read(form, author);
  const source = Array.from({ length: 2_000 }, (_, no) => phoneOf(no)).join('\n');
  const { campaign } = await bench.campaigns.draft({ content, source, by: author, origin: 'form' });
  ({ id } = campaign);
});

const stored = () => bench.campaigns.get(id);
const use = async (pace?: SuggestedPace) =>
  bench.campaigns.useBetterPace(id, { by: author, seen: seenOf(await stored()), pace });

test('a preview foretells what the team has to expect, and its better pace is taken with one press', async () => {
  const { foretelling } = await bench.campaigns.preview(id);
  expect(foretelling?.expected.isUsual).toBe(true);
  expect(foretelling?.expected.longestWait.middle).toBeGreaterThan(3_600);
  const better = foretelling?.better;
  expect(better?.batchSize).toBeLessThan(200);
  const { batchSize = 0, everySeconds = 0 } = better ?? {};
  expect((await use({ batchSize, everySeconds })).throttle).toMatchObject({ batchSize, everySeconds: 300 });
});

test('a preview that bears no pace, as older ones do, changes none', async () => {
  expect((await refusalOf(bench, use))?.code).toBe('no_better_pace');
});

test('a rehearsal that fails stops neither preview nor approval, and the next preview tries again', async () => {
  const { recipients } = bench.store;
  const { textedAgo } = recipients;
  await bench.approved({ size: 10, firstNumber: 5_000 });
  await bench.run(5);
  recipients.textedAgo = () => Promise.reject(new Error('The ages cannot be read'));
  expect((await bench.campaigns.preview(id)).foretelling).toBeNull();
  await bench.campaigns.submit(id, { by: author, contentHash: contentHash(await stored()) });
  recipients.textedAgo = textedAgo;
  expect((await bench.campaigns.preview(id)).foretelling).not.toBeNull();
  recipients.textedAgo = () => Promise.reject(new Error('The ages cannot be read'));
  await bench.run(61);
  const approved = await bench.campaigns.approve(id, {
    by: approver,
    contentHash: contentHash(await stored()),
    ticked: ['nobody_said'],
  });
  expect(approved.status).toBe('scheduled');
});

test('the review says the same, and the approval keeps it to be held against what happens', async () => {
  const before = await bench.campaigns.preview(id);
  await bench.campaigns.submit(id, { by: author, contentHash: contentHash(await stored()) });
  expect((await bench.campaigns.preview(id)).foretelling).toEqual(before.foretelling);
  const approved = await bench.campaigns.approve(id, {
    by: approver,
    contentHash: contentHash(await stored()),
    ticked: ['nobody_said'],
  });
  const { curve: _curve, ...expected } = before.foretelling!.expected;
  expect(approved.foretold?.expected).toEqual(expected);
});

test('what other campaigns of the channel still bring is counted in, and said', async () => {
  const alone = (await bench.campaigns.preview(id)).foretelling!.expected;
  await bench.approved({
    size: 3_000,
    firstNumber: 3_000,
    throttle: { batchSize: 200, everySeconds: 300, holdAbove: null },
  });
  await bench.run(60);
  const busy = (await bench.campaigns.preview(id)).foretelling!.expected;
  expect([alone.others, busy.others]).toEqual([undefined, 1]);
  expect(busy.longestWait.middle).toBeGreaterThan(1.2 * alone.longestWait.middle);
});

test('its better pace changes nothing but how many get it at once, and how often', async () => {
  const before = await stored();
  const { foretelling } = await bench.campaigns.preview(id);
  const { batchSize, everySeconds } = foretelling!.better!;
  const after = await use({ batchSize, everySeconds });
  const throttle = { ...before.throttle, batchSize, everySeconds };
  expect(contentHash(after)).toBe(contentHash({ ...before, throttle }));
});

test('what was foretold at the approval stays as it was, whatever is measured later', async () => {
  await bench.campaigns.preview(id);
  await bench.campaigns.submit(id, { by: author, contentHash: contentHash(await stored()) });
  await bench.campaigns.preview(id);
  const approved = await bench.campaigns.approve(id, {
    by: approver,
    contentHash: contentHash(await stored()),
    ticked: ['nobody_said'],
  });
  await bench.run(3);
  await bench.campaigns.pause(id, approver);
  await bench.clock.advance(61 * 60_000);
  await bench.run(3);
  const later = await stored();
  expect(later.measured).toBeDefined();
  expect(later.foretold).toEqual(approved.foretold);
});
