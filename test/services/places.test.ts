import { describe, expect, test } from 'vitest';
import { contentHash } from '../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { PhoneNumber } from '../../src/domain/ids.ts';
import { CampaignId } from '../../src/domain/ids.ts';
import { listHash } from '../../src/domain/list/hash.ts';
import { allOf } from '../../src/domain/many.ts';
import { noOperatorRules, readRulesFile } from '../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../src/domain/rules/records/index.ts';
import { rulesInForce } from '../../src/domain/rules/rule-book.ts';
import { placesOf } from '../../src/services/list/places-of.ts';
import { audienceOf } from '../../src/services/list/stored-list.ts';
import { outlookOf } from '../../src/services/places/outlook.ts';
import { waitingPlaces } from '../../src/services/places/waiting-places.ts';
import { waitingSentence } from '../../src/slack/ui/words/waited-words.ts';
import { aDraft, approver, author } from '../support/builders.ts';
import { aBench, type Bench } from '../support/services.ts';
import { usualHouse } from '../support/usual-house.ts';

const book = rulesInForce(knownRules, usualHouse, noOperatorRules);
const people = {
  newJersey: '+12015550150',
  miami: '+13055550150',
  pensacola: '+18505550150',
  paris: '+33612345678',
  jamaica: '+18765550150',
} as const;

/** An approved campaign of these people, with what the list says of where they are. */
async function approvedFor(bench: Bench, rows: readonly (readonly string[])[], overrides: Partial<Campaign> = {}) {
  const columns = ['name', 'state'];
  const listed = rows.map(([number, ...values]) => ({
    number: number as PhoneNumber,
    values: [...values, '', ''].slice(0, 2),
  }));
  const recipients = await allOf((await placesOf(columns, listed)).recipients);
  const draft = aDraft({ hours: null, createdBy: author, lastEditedBy: author, template: 'Hi', ...overrides });
  const list = { ...draft.list, columns, size: rows.length, hash: listHash(columns, recipients), optedOut: 0 };
  const id = CampaignId.parse('aaaabbbb');
  const created = await bench.store.campaigns.create({ ...draft, id, origin: id, status: 'draft', list }, recipients);
  const approval = { by: approver, at: bench.clock.now().toISOString(), contentHash: contentHash(created) };
  const saved = await bench.store.campaigns.save({ ...created, status: 'scheduled', approval });
  if (saved === 'stale') throw new Error('stale');
  return saved;
}

const whom = ({ sent }: Bench) => sent.map(({ to }) => to);
const throttle = { batchSize: 100, everySeconds: 60, holdAbove: null };

describe('A campaign in several places', () => {
  test('texts each person in the hours of where they are, tells who waits, and how long a text may take', async () => {
    // Monday, 8:45 in New York.
    const bench = await aBench({ book, start: '2026-11-30T13:45:00.000Z' });
    const { id } = await approvedFor(
      bench,
      [[people.newJersey], [people.miami], [people.pensacola], [people.paris], [people.jamaica]],
      { throttle },
    );
    await bench.run(60);
    expect(whom(bench)).toEqual([people.paris]);
    // Paris closes at 20:00, which is 19:00 UTC.
    expect(bench.sent[0]!.ttlSeconds).toBeGreaterThan(5 * 3_600);
    expect(bench.sent[0]!.at.getTime() + bench.sent[0]!.ttlSeconds! * 1000).toBeLessThanOrEqual(
      Date.parse('2026-11-30T19:00:00Z'),
    );
    expect(await bench.store.recipients.skippedBecause(id)).toEqual({ no_rule: 1 });
    const running = (await bench.store.campaigns.get(id))!;
    expect(await waitingPlaces(bench.deps, running)).toEqual([
      { where: 'New Jersey', people: 1, until: new Date('2026-11-30T14:00:00Z') },
      { where: 'Florida (New York)', people: 1, until: new Date('2026-11-30T14:00:00Z') },
      { where: 'Florida (Chicago or New York)', people: 1, until: new Date('2026-11-30T15:00:00Z') },
    ]);
    await bench.run(900);
    expect(whom(bench)).toEqual([people.paris, people.newJersey, people.miami]);
    await bench.run(3_600);
    expect(whom(bench)).toEqual([people.paris, people.newJersey, people.miami, people.pensacola]);
    expect(bench.sent.every(({ ttlSeconds }) => ttlSeconds !== undefined)).toBe(true);
  });

  test('keeps its pace when places open together: no flood in the morning', async () => {
    const bench = await aBench({ book, start: '2026-11-30T13:59:30.000Z' });
    const rows = Array.from({ length: 30 }, (_, no) => [`+1201555${String(100 + no).padStart(4, '0')}`]);
    await approvedFor(bench, [[people.paris], ...rows], {
      throttle: { batchSize: 10, everySeconds: 600, holdAbove: null },
    });
    await bench.run(120);
    expect(bench.sent).toHaveLength(10);
    await bench.run(500);
    expect(bench.sent.length).toBeLessThanOrEqual(20);
    await bench.run(1_500);
    expect(bench.sent).toHaveLength(31);
  });

  test('obeys the state that the list names beside that of the number', async () => {
    // Monday, 13:30 UTC: 8:30 in New York, 6:30 in Denver.
    const bench = await aBench({ book, start: '2026-11-30T14:30:00.000Z' });
    await approvedFor(
      bench,
      [
        ['+12125550150', 'Ada', 'Colorado'],
        ['+12125550151', 'Bob', ''],
      ],
      { throttle },
    );
    await bench.run(60);
    expect(whom(bench)).toEqual(['+12125550151']);
    await bench.run(5_400);
    expect(whom(bench)).toHaveLength(2);
  });

  test('begins no text so close to the last moment that the provider could deliver it later', async () => {
    // Monday, 10:30 in New York.
    const bench = await aBench({ book, start: '2026-11-30T15:30:00.000Z' });
    const { id } = await approvedFor(bench, [[people.newJersey]], { throttle, notAfter: '2026-11-30T15:30:15.000Z' });
    await bench.run(40);
    expect(bench.sent).toEqual([]);
    expect(await bench.store.recipients.skippedBecause(id)).toEqual({ not_after: 1 });
  });

  test('says while it runs who waits for an hour after its last moment', async () => {
    // 8:30 in New York.
    const bench = await aBench({ book, start: '2026-11-30T13:30:00.000Z' });
    const { id } = await approvedFor(bench, [[people.newJersey], [people.pensacola]], {
      notAfter: '2026-11-30T14:30:00.000Z',
    });
    await bench.run(60);
    const waits = await waitingPlaces(bench.deps, (await bench.store.campaigns.get(id))!);
    expect(waitingSentence(waits, 'UTC', bench.clock.now())).toBe(
      'Waiting: 1 in New Jersey until 14:00, 1 in Florida, where no hour is open before its last moment (UTC).',
    );
  });

  test('says of nobody who has opted out that they wait', async () => {
    const bench = await aBench({ book, start: '2026-11-30T13:30:00.000Z' });
    const { id } = await approvedFor(bench, [[people.newJersey], [people.pensacola]], {});
    await bench.run(60);
    await bench.hear('STOP', people.newJersey as never);
    const waits = await waitingPlaces(bench.deps, (await bench.store.campaigns.get(id))!);
    expect(waits).toMatchObject([{ where: 'Florida', people: 1 }]);
  });

  test('counts nobody among those who get it who can only be texted after its last moment', async () => {
    const bench = await aBench({ book, start: '2026-11-30T13:30:00.000Z' });
    const listed = [[people.newJersey], [people.pensacola], [people.jamaica]];
    const late = await approvedFor(bench, listed, { notAfter: '2026-11-30T14:30:00.000Z' });
    expect(await audienceOf(bench.deps, late)).toMatchObject({ people: 1, ruledOut: 2 });
    const inTime = { ...late, notAfter: '2026-11-30T16:30:00.000Z' };
    expect(await audienceOf(bench.deps, inTime)).toMatchObject({ people: 2, ruledOut: 1 });
  });

  test('says beforehand who gets it when, and who never does', async () => {
    const bench = await aBench({ book, start: '2026-11-29T18:00:00.000Z' });
    const campaign = await approvedFor(bench, [[people.paris], [people.jamaica], [people.miami]], {
      notAfter: '2026-12-01T16:00:00.000Z',
    });
    const { places, rules, looser } = await outlookOf(bench.deps, campaign);
    expect(places).toEqual([
      expect.objectContaining({ where: 'Jamaica', people: 1, kind: 'never' }),
      {
        where: 'France',
        people: 1,
        kind: 'reached',
        opens: new Date('2026-11-30T07:30:00Z'),
        closes: new Date('2026-11-30T19:00:00Z'),
        last: new Date('2026-12-01T16:00:00Z'),
      },
      {
        where: 'Florida',
        people: 1,
        kind: 'reached',
        opens: new Date('2026-11-29T18:00:00Z'),
        closes: new Date('2026-11-30T01:00:00Z'),
        last: new Date('2026-12-01T16:00:00Z'),
      },
    ]);
    expect(rules.map(({ rule }) => rule.id)).toContain('US-FL/hours/1');
    expect(rules.every(({ rule }) => rule.source.title !== '')).toBe(true);
    expect(looser).toEqual([]);
  });

  test('names what the operator has set that is looser than a rule', async () => {
    const file = JSON.stringify({
      overrides: [
        {
          'instead of': 'FR/hours/1',
          says: { kind: 'hours', windows: 'Mon-Sun 00:00-24:00' },
          because: 'We asked the network.',
          by: 'Ada',
          from: '2026-01-01',
          until: '2027-01-01',
        },
      ],
    });
    const now = new Date('2026-11-29T18:00:00.000Z');
    const loosened = rulesInForce(knownRules, usualHouse, readRulesFile(file, now));
    const bench = await aBench({ book: loosened, start: now.toISOString() });
    const french = await approvedFor(bench, [[people.paris]]);
    expect((await outlookOf(bench.deps, french)).looser).toMatchObject([{ insteadOf: 'FR/hours/1', by: 'Ada' }]);
  });
});
