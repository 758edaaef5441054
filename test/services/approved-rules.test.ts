import { beforeEach, describe, expect, test } from 'vitest';
import { contentHash } from '../../src/domain/campaign/approval.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { CampaignId, type PhoneNumber } from '../../src/domain/ids.ts';
import { listHash } from '../../src/domain/list/hash.ts';
import { allOf } from '../../src/domain/many.ts';
import { noOperatorRules, readRulesFile } from '../../src/domain/rules/operator-rules.ts';
import { knownRules } from '../../src/domain/rules/records/index.ts';
import { type RuleBook, rulesInForce } from '../../src/domain/rules/rule-book.ts';
import { placesOf } from '../../src/services/list/places-of.ts';
import { outlookOf } from '../../src/services/places/outlook.ts';
import { waitingPlaces } from '../../src/services/places/waiting-places.ts';
import { rulesOfCampaignModal } from '../../src/slack/ui/modals/rules-of-campaign.ts';
import { simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import { aDraft, approver, author } from '../support/builders.ts';
import { aBench, type Bench } from '../support/services.ts';
import { usualHouse } from '../support/usual-house.ts';

const newJersey = '+12015550150' as PhoneNumber;
/** A Monday, 10:00 in New York. */
const start = '2026-11-30T15:00:00.000Z';

const asShipped = rulesInForce(knownRules, usualHouse, noOperatorRules);
const onlyAtNoon = withHours('Mon-Sun 12:00-13:00');
const onlyInTheEvening = withHours('Mon-Sun 18:00-20:00');
const once = rulesInForce(knownRules, { ...usualHouse, caps: caps(1) }, noOperatorRules);
const thrice = rulesInForce(knownRules, { ...usualHouse, caps: caps(3) }, noOperatorRules);

function caps(max: number) {
  return { kind: 'caps' as const, caps: [{ max, perHours: 24 }] };
}

/** What an operator's file asks of New Jersey besides. */
function withHours(windows: string): RuleBook {
  const rule = {
    place: 'US-NJ',
    says: { kind: 'hours', windows },
    because: 'We were asked to.',
    by: 'Ada',
    from: '2026-01-01',
    until: '2027-06-01',
  };
  const operator = readRulesFile(JSON.stringify({ rules: [rule] }), new Date(start));
  return rulesInForce(knownRules, usualHouse, operator);
}

let disk: ReturnType<typeof simulatedDisk>;
beforeEach(() => {
  disk = simulatedDisk();
});

/** The program as it starts with these rules, on what the former one has stored. */
const startedWith = (book: RuleBook, at = start) => aBench({ book, disk, start: at });

async function approvedIn(bench: Bench, letter = 'a'): Promise<Campaign> {
  const listed = [{ number: newJersey, values: ['Ada'] }];
  const recipients = await allOf((await placesOf(['first_name'], listed)).recipients);
  const draft = aDraft({ hours: null, createdBy: author, lastEditedBy: author });
  const list = { ...draft.list, size: 1, hash: listHash(draft.list.columns, recipients), optedOut: 0 };
  const id = CampaignId.parse(letter.repeat(8));
  const submitted = { status: 'pending_approval' as const, submittedAt: start, submittedBy: author };
  const created = await bench.store.campaigns.create({ ...draft, ...submitted, id, origin: id, list }, recipients);
  return bench.campaigns.approve(id, { by: approver, contentHash: contentHash(created), ticked: ['nobody_said'] });
}

async function shownRules(bench: Bench, { id }: Campaign): Promise<string> {
  const campaign = (await bench.store.campaigns.get(id))!;
  return JSON.stringify(rulesOfCampaignModal(await outlookOf(bench.deps, campaign)));
}

const becameLooser = 'Approved 30 Nov; the rule has since become looser.';
const notKept = 'are not kept';

describe('When the rules become looser after an approval,', () => {
  test('the campaign still waits for the hours that were approved, and tells so', async () => {
    const first = await startedWith(onlyAtNoon);
    const campaign = await approvedIn(first);
    expect(await shownRules(first, campaign)).not.toContain(becameLooser);
    await first.close();

    const bench = await startedWith(asShipped);
    await bench.run(60);
    expect(bench.sent).toEqual([]);
    const running = (await bench.store.campaigns.get(campaign.id))!;
    expect(await waitingPlaces(bench.deps, running)).toMatchObject([{ until: new Date('2026-11-30T17:00:00Z') }]);
    const shown = await shownRules(bench, campaign);
    expect(shown.split(becameLooser)).toHaveLength(2);
    expect(shown).not.toContain(notKept);
    await bench.close();

    const later = await startedWith(asShipped, '2026-11-30T17:00:00.000Z');
    await later.run(60);
    expect(later.sent).toHaveLength(1);
    expect(later.sent[0]!.ttlSeconds).toBeLessThanOrEqual(3_600);
    const { rules } = (await later.store.recipients.get(campaign.id, 0))!;
    expect(rules).toContain('operator/US-NJ/hours/1');
  });

  test('one that is approved after that goes by the looser ones', async () => {
    const first = await startedWith(onlyAtNoon);
    await approvedIn(first);
    await first.close();
    const bench = await startedWith(asShipped);
    const campaign = await approvedIn(bench, 'b');
    await bench.run(60);
    expect(bench.sent).toHaveLength(1);
    expect(await shownRules(bench, campaign)).not.toContain(becameLooser);
  });

  test('the caps that were approved hold as well', async () => {
    const first = await startedWith(once);
    await approvedIn(first, 'a');
    const other = await approvedIn(first, 'b');
    await first.close();
    const bench = await startedWith(thrice);
    expect(await shownRules(bench, other)).toContain(becameLooser);
    await bench.run(600);
    expect(bench.sent).toHaveLength(1);
  });
});

describe('When the rules become stricter after an approval,', () => {
  test('they apply at once, and nothing is said of looser ones', async () => {
    const first = await startedWith(asShipped);
    const campaign = await approvedIn(first);
    await first.close();
    const bench = await startedWith(onlyAtNoon);
    await bench.run(60);
    expect(bench.sent).toEqual([]);
    expect(await shownRules(bench, campaign)).not.toContain(becameLooser);
  });

  test('and were others, both hold: here nobody is ever texted', async () => {
    const first = await startedWith(onlyAtNoon);
    const { id } = await approvedIn(first);
    await first.close();
    const bench = await startedWith(onlyInTheEvening);
    await bench.run(60);
    expect(bench.sent).toEqual([]);
    expect(await bench.store.recipients.skippedBecause(id)).toEqual({ no_hour: 1 });
  });
});

describe('A campaign whose approval is older than kept books', () => {
  test.each([['names a hash', { rules: 'f'.repeat(64) }] as const, ['names none', {}] as const])(
    'and %s goes by the rules of today alone, and says so',
    async (_, named) => {
      const bench = await startedWith(asShipped);
      const { approval, ...campaign } = await approvedIn(bench);
      const { rules: _rules, ...rest } = approval!;
      await bench.store.campaigns.save({ ...campaign, approval: { ...rest, ...named } });
      await bench.run(60);
      expect(bench.sent).toHaveLength(1);
      expect(await shownRules(bench, campaign as Campaign)).toContain(notKept);
    },
  );
});
