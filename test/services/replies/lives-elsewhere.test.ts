import { describe, expect, test } from 'vitest';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { readHouseCaps } from '../../../src/domain/rules/house.ts';
import { noOperatorRules } from '../../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../../src/domain/rules/records/index.ts';
import { rulesInForce } from '../../../src/domain/rules/rule-book.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { sendClaim } from '../../../src/services/sending/send-claim.ts';
import { whyAnswer } from '../../../src/slack/ui/messages/why-answer.ts';
import { agent } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';
import { usualHouse } from '../../support/usual-house.ts';

const house = { ...usualHouse, caps: readHouseCaps('off because they get two texts in two days') };
const book = rulesInForce(knownRules, house, noOperatorRules);

/** Two numbers of New Jersey, texted on a Tuesday. On Wednesday at 8:45 there, another campaign waits for 9:00. */
async function beforeNine() {
  const bench = await aBench({ book, start: '2026-12-01T22:00:00.000Z' });
  const { id: first } = await bench.approved({ size: 2 });
  await bench.run(5);
  await bench.hear('I moved to London', phoneOf(1) as PhoneNumber);
  await bench.clock.advance((15 * 60 + 45) * 60_000);
  bench.sent.length = 0;
  const campaign = await bench.approved({ size: 2 });
  await bench.run(3);
  expect(bench.sent).toEqual([]);
  const [conversation] = await bench.store.conversations.waiting(first);
  const set = (livesIn: string, zone = '') =>
    bench.inbox.livesElsewhere(conversation!.id, { livesIn, zone, by: agent });
  return { bench, campaign, id: conversation!.id, set };
}

const why = async (bench: Bench, who: number) =>
  whyAnswer(await createReports(bench.deps, bench.dispatcher).why(phoneOf(who), agent)).text;

describe('A person who lives elsewhere', () => {
  test('is texted in the hours of there, and nobody else is', async () => {
    const { bench, set } = await beforeNine();
    expect(await why(bench, 1)).toMatch(
      /is taken to be in New Jersey, by their number: texts wait until .*not legal advice/,
    );
    await set('England');
    expect(await why(bench, 1)).toMatch(/is taken to be in the United Kingdom, as they said and .* noted: open now/);
    await bench.run(5);
    expect(bench.sent.map(({ to }) => to)).toEqual([phoneOf(1)]);
  });

  test('waits as before once it is taken back, and the card says who did both', async () => {
    const { bench, set } = await beforeNine();
    await bench.inbox.livesElsewhere((await set('England')).id, { livesIn: '', zone: '', by: agent });
    await bench.run(5);
    expect(bench.sent).toEqual([]);
    const { decisions } = await set('Colorado');
    expect(decisions).toMatchObject([
      { kind: 'lives', by: agent, label: 'the United Kingdom' },
      { kind: 'lives', by: agent, label: null },
      { kind: 'lives', by: agent, label: 'Colorado' },
    ]);
  });

  test('is found there by /sms-campaign rules, and on the lists of later campaigns', async () => {
    const { bench, id, set } = await beforeNine();
    await set('Colorado');
    const reports = createReports(bench.deps, bench.dispatcher);
    const answer = await reports.rules(phoneOf(1), agent);
    expect(answer).toMatchObject({ where: { states: ['US-CO'], from: 'person' }, residence: { by: agent } });
    const { id: later } = await bench.approved({ size: 2 });
    const places = await bench.store.recipients.queuedByPlace(later);
    expect(places.map(({ place }) => place.split('|').slice(0, 2))).toEqual([
      ['US', 'US-NJ'],
      ['US', 'US-CO'],
    ]);
    expect(await bench.inbox.whereTheyAre(id, agent)).toMatchObject({ where: { states: ['US-CO'] } });
  });

  test('is not moved by what names no place, two places or nothing', async () => {
    const { bench, set } = await beforeNine();
    await expect(set('Mars')).rejects.toMatchObject({ code: 'bad_place', field: 'livesIn' });
    await expect(set('CA')).rejects.toMatchObject({ code: 'bad_place' });
    await expect(set('', 'noon')).rejects.toMatchObject({ code: 'bad_zone', field: 'livesZone' });
    await expect(set('')).rejects.toMatchObject({ code: 'no_place' });
    expect(await bench.store.residences.get(phoneOf(1) as PhoneNumber)).toBeUndefined();
  });

  test('gets no text that lacks what the rules want there', async () => {
    const { bench, set, campaign } = await beforeNine();
    await set('France');
    await bench.run(5);
    expect(bench.sent).toEqual([]);
    expect(await why(bench, 1)).toContain('where they say they live, the rules want something else in the text');
    expect(await bench.store.recipients.skippedBecause(campaign.id)).toEqual({ text_there: 1 });
  });

  test('gets nothing by a claim that was made before they said so', async () => {
    const { bench, campaign, set } = await beforeNine();
    await set('England');
    const claims = await bench.store.recipients.claim(
      campaign.id,
      { no: 1, startedAt: bench.clock.now().toISOString(), size: 10 },
      10,
      bench.clock.now(),
      () => ({ kind: 'open', caps: [] }),
    );
    await set('Colorado');
    const held = { campaign, claimedAtMs: bench.clock.monotonicMs() };
    for (const claim of claims) await sendClaim(bench.deps, { ...held, claim });
    expect(bench.sent).toEqual([]);
    expect((await bench.store.recipients.tally(campaign.id)).counts).toMatchObject({ queued: 2, claimed: 0 });
  });
});
