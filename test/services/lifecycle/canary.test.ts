import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { writePace } from '../../../src/domain/campaign/change-of-pace.ts';
import { limitsOf } from '../../../src/domain/campaign/pace-of.ts';
import type { PhoneNumber } from '../../../src/domain/ids.ts';
import { paceSeen } from '../../../src/services/campaigns/change-pace.ts';
import { planNow } from '../../../src/services/lifecycle/plan-now.ts';
import { agent, approver, author } from '../../support/builders.ts';
import { refusalOf } from '../../support/refusal.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const throttle = { batchSize: 10, everySeconds: 60, holdAbove: null };
const because = async ({ deps }: Bench, { id }: Campaign) => {
  const plan = await planNow(deps, (await deps.store.campaigns.get(id))!);
  return plan.kind === 'wait' ? plan.because : plan.kind;
};
const stop = (bench: Bench, no: number) => bench.hear('STOP', phoneOf(no) as PhoneNumber);

async function notesOf(bench: Bench) {
  const pending = await bench.store.announcements.pending();
  return pending.flatMap((one) => (one.kind === 'note' && one.note.kind.startsWith('canary') ? [one.note] : []));
}

async function tried(first: number, overrides: Partial<Campaign> = {}) {
  const bench = await aBench();
  const campaign = await bench.approved({ size: 60, throttle, canary: { first }, ...overrides });
  return { bench, campaign };
}

describe('a campaign that is tried on the first', () => {
  test.each([
    ['fewer than a batch', 4],
    ['more than a batch', 25],
  ])('%s waits after exactly so many, and asks once', async (_, first) => {
    const { bench, campaign } = await tried(first);
    await bench.run(400);
    expect([bench.sent.length, await because(bench, campaign)]).toEqual([first, 'canary']);
    await stop(bench, 1);
    const [asked, ...more] = await notesOf(bench);
    expect(asked).toMatchObject({ kind: 'canary', because: 'tried', sent: first, optedOut: 0 });
    expect(more).toEqual([]);
  });

  test('goes on at its pace once its author or approver says so: the rest of a batch, then the interval', async () => {
    const { bench, campaign } = await tried(4);
    await bench.run(400);
    await stop(bench, 1);
    await bench.campaigns.goOn(campaign.id, approver);
    await bench.run(2);
    expect(bench.sent).toHaveLength(10);
    await bench.run(50);
    expect(bench.sent).toHaveLength(10);
    await bench.run(15);
    expect(bench.sent).toHaveLength(20);
    expect(await notesOf(bench)).toContainEqual(
      expect.objectContaining({ kind: 'canary_went_on', by: approver, sent: 4, optedOut: 1 }),
    );
  });

  test('goes on with the next batch at once where a slower pace has left nothing of the last one', async () => {
    const { bench, campaign } = await tried(10, { throttle: { ...throttle, batchSize: 20, everySeconds: 600 } });
    await bench.run(700);
    const { paceChanged, paceProposal } = (await bench.store.campaigns.get(campaign.id))!;
    const typed = { ...writePace(limitsOf(campaign)), batchSize: '5' };
    const seen = paceSeen({ paceChanged, paceProposal });
    await bench.campaigns.changePace(campaign.id, { by: agent, typed, seen });
    await bench.campaigns.goOn(campaign.id, approver);
    await bench.run(2);
    expect(bench.sent).toHaveLength(15);
    await bench.run(500);
    expect(bench.sent).toHaveLength(15);
  });

  test('waits in spite of a pause and Resume', async () => {
    const { bench, campaign } = await tried(4);
    await bench.run(5);
    await bench.campaigns.pause(campaign.id, author);
    await bench.campaigns.resume(campaign.id, author);
    await bench.run(120);
    expect([bench.sent.length, await because(bench, campaign)]).toEqual([4, 'canary']);
  });

  test('ends for good with Stop, which nothing takes back', async () => {
    const { bench, campaign } = await tried(4);
    await bench.run(5);
    await bench.campaigns.stopCanary(campaign.id, agent);
    await bench.run(120);
    expect(bench.sent).toHaveLength(4);
    expect((await bench.store.campaigns.get(campaign.id))?.status).toBe('cancelled');
    const late = () => bench.campaigns.goOn(campaign.id, author);
    expect((await refusalOf(bench, late))?.code).toBe('not_waiting');
  });

  test('says what happened to whoever presses an old Stop, and goes on', async () => {
    const { bench, campaign } = await tried(4);
    await bench.run(5);
    await bench.campaigns.goOn(campaign.id, author);
    const late = () => bench.campaigns.stopCanary(campaign.id, author);
    expect((await refusalOf(bench, late))?.code).toBe('not_waiting');
    expect((await bench.store.campaigns.get(campaign.id))?.status).toBe('running');
  });

  test('goes no further than these once its approver may not approve any more', async () => {
    const approvers: string[] = [approver];
    const bench = await aBench({ settings: { roles: { creators: [], approvers, admins: [] } } });
    const campaign = await bench.approved({ size: 60, throttle, canary: { first: 4 } });
    await bench.run(5);
    approvers[0] = agent;
    const goOn = () => bench.campaigns.goOn(campaign.id, author);
    expect((await refusalOf(bench, goOn))?.message).toBe(
      'The approver may not approve any more, so this campaign cannot go on. Cancel it and submit a new one.',
    );
    await bench.run(120);
    expect(bench.sent).toHaveLength(4);
    approvers[0] = approver;
    await goOn();
    await bench.run(5);
    expect(bench.sent).toHaveLength(10);
  });

  test('has nothing to decide when its list is no longer', async () => {
    const { bench, campaign } = await tried(60);
    await bench.run(500);
    expect(bench.sent).toHaveLength(60);
    expect(await bench.notes(campaign.id)).not.toContain('canary');
  });

  test('never gives anybody above the first to a claim, whatever was planned', async () => {
    const { bench, campaign } = await tried(4);
    await bench.run(2);
    const batch = { no: 2, startedAt: bench.clock.now().toISOString(), size: 50 };
    expect(await bench.store.recipients.claim(campaign.id, batch, 50, bench.clock.now())).toEqual([]);
  });
});

describe('one that goes on by itself', () => {
  const alone = { size: 200, canary: { first: 50, goOn: 'alone' as const }, throttle: { ...throttle, batchSize: 100 } };
  const minutes = async (bench: Bench, many: number) => {
    for (let minute = 0; minute < many; minute += 1) {
      await bench.run(2);
      await bench.clock.advance(58_000);
    }
  };

  test('takes a second step when it knows too little, and sends to all when nobody opts out', async () => {
    const { bench, campaign } = await tried(50, alone);
    await minutes(bench, 58);
    expect([bench.sent.length, await because(bench, campaign)]).toEqual([50, 'canary']);
    await minutes(bench, 50);
    expect(bench.sent).toHaveLength(100);
    await minutes(bench, 20);
    expect(bench.sent).toHaveLength(200);
    expect(await notesOf(bench)).toEqual([expect.objectContaining({ kind: 'canary_went_on', by: null, sent: 100 })]);
  });

  test('waits for a person when too many opt out', async () => {
    const { bench, campaign } = await tried(50, alone);
    await minutes(bench, 2);
    for (const no of [3, 9, 20]) await stop(bench, no);
    await minutes(bench, 70);
    expect([bench.sent.length, await because(bench, campaign)]).toEqual([50, 'canary']);
    expect(await notesOf(bench)).toEqual([expect.objectContaining({ because: 'opt_outs', optedOut: 3 })]);
    await bench.campaigns.goOn(campaign.id, author);
    await minutes(bench, 3);
    expect(bench.sent.length).toBeGreaterThan(100);
  });
});
