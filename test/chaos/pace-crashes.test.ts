import { describe, expect, test } from 'vitest';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { proposalHash, writePace } from '../../src/domain/campaign/change-of-pace.ts';
import { limitsOf } from '../../src/domain/campaign/pace-of.ts';
import type { PhoneNumber } from '../../src/domain/ids.ts';
import { paceSeen } from '../../src/services/campaigns/change-pace.ts';
import { type Crash, type SimulatedDisk, simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import { admin, agent, approver, sender } from '../support/builders.ts';
import { aBench, type Bench } from '../support/services.ts';

const size = 8;
const start = '2026-03-02T09:00:00.000Z';
const throttle = { batchSize: 2, everySeconds: 5, holdAbove: 0, pace: 'team' as const };

/** What people decided of a pace: told after `act` presses, it holds. */
type Decided = Pick<Campaign, 'throttle' | 'slowed' | 'paceProposal' | 'paceChanged' | 'sendAnyway' | 'foretold'> & {
  wentOn: unknown;
};
type Moment = { left: SimulatedDisk; taken: readonly PhoneNumber[]; acts: number; at: Date };

/** Somebody lets the canary go on, makes it slower, sends a batch anyway, and has a faster pace approved. */
async function live(bench: Bench, onAct: (decided: Decided) => void): Promise<void> {
  const expected = { at: start, expected: foreseen };
  const { id } = await bench.approved({ size, throttle, hours: null, canary: { first: 2 }, foretold: expected });
  const act = async (press: () => Promise<unknown>): Promise<void> => {
    await press();
    onAct(decidedOf(await bench.campaigns.get(id)));
  };
  onAct(decidedOf(await bench.campaigns.get(id)));
  await bench.run(3);
  await act(() => bench.campaigns.goOn(id, approver));
  await act(() => change(bench, id, { every: '8s' }));
  const from = bench.sent[0]!.to;
  await bench.inbox.receive({ id: 'in-1', from, to: sender, text: 'May I bring a friend?', at: start });
  await bench.run(14);
  const { batch } = await bench.campaigns.checkSendAnyway(id, approver);
  await act(() => bench.campaigns.sendAnyway(id, { batch, by: approver, reason: 'They wait.' }));
  await bench.run(2);
  await act(() => change(bench, id, { batchSize: '4' }));
  await act(async () => {
    const seen = proposalHash(await bench.campaigns.get(id))!;
    await bench.campaigns.approvePace(id, { by: admin, seen });
  });
  await bench.run(6);
}

const figure = { low: 1, middle: 2, high: 3 };
const foreseen: NonNullable<Campaign['foretold']>['expected'] = {
  done: figure,
  mostOpen: figure,
  longestWait: figure,
  repliesPerHour: 1,
  handledPerHour: 30,
  replies: 1,
  isUsual: true,
};

async function change(bench: Bench, id: Campaign['id'], typed: { every?: string; batchSize?: string }) {
  const campaign = await bench.campaigns.get(id);
  const input = { ...writePace(limitsOf(campaign)), ...typed };
  await bench.campaigns.changePace(id, { by: agent, typed: input, seen: paceSeen(campaign) });
}

function decidedOf(campaign: Campaign): Decided {
  const { throttle: approved, slowed, paceProposal, paceChanged, sendAnyway, foretold, canaryState } = campaign;
  const wentOn = canaryState?.wentOn;
  return JSON.parse(
    JSON.stringify({ throttle: approved, slowed, paceProposal, paceChanged, sendAnyway, foretold, wentOn }),
  );
}

/** Lives through it once, and notes what a crash at each call of the disk and of the provider would leave. */
async function momentsOf(crash: Crash): Promise<{ moments: Moment[]; decided: Decided[] }> {
  const disk = simulatedDisk();
  const bench = await aBench({ disk, start });
  const taken: PhoneNumber[] = [];
  const decided: Decided[] = [];
  const moments: Moment[] = [];
  const note = (): void => {
    if (decided.length === 0) return;
    moments.push({ left: disk.afterCrash(crash), taken: [...taken], acts: decided.length, at: bench.clock.now() });
  };
  disk.beforeCall = note;
  bench.answerWith(({ to, ref }) => {
    note();
    taken.push(to);
    note();
    return { kind: 'accepted', messageId: ref };
  });
  await live(bench, (told) => decided.push(told));
  note();
  disk.beforeCall = () => {};
  await bench.close();
  return { moments, decided };
}

/** People go on where they were: they answer, let the canary go on, and resume. */
async function goOnToTheEnd(bench: Bench, { id }: Campaign): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    for (const one of await bench.store.conversations.ofCampaign(id)) {
      if (one.status !== 'handled') await bench.inbox.handle(one.id, agent);
    }
    await bench.campaigns.goOn(id, approver).catch(() => undefined);
    await bench.run(12);
    if ((await bench.store.recipients.tally(id)).counts.queued === 0) return;
  }
}

/** Of each batch, how many were claimed for it. */
async function batchesOf(bench: Bench, id: Campaign['id']): Promise<number[]> {
  const all = await bench.store.recipients.page(id, { from: 0, limit: size });
  const sizes = new Map<number, number>();
  for (const { batch } of all) if (batch !== null) sizes.set(batch, (sizes.get(batch) ?? 0) + 1);
  return [...sizes.values()];
}

describe('a crash before and after every write that a pace rests on', () => {
  test.each(['process', 'power', 'torn'] as const)('loses, doubles and hurries nothing (%s)', async (crash) => {
    const { moments, decided } = await momentsOf(crash);
    expect(decided).toHaveLength(6);
    expect(moments.length).toBeGreaterThan(40);
    const turn = { process: 0, power: 1, torn: 2 }[crash];
    for (const { left, taken, acts, at } of moments.filter((_, no) => no % 3 === turn)) {
      const bench = await aBench({ disk: left, start: new Date(at.getTime() + 2_000).toISOString() });
      const [campaign] = await bench.store.campaigns.list();
      // What was told holds; the next press may have come through, too.
      expect([decided[acts - 1], decided[acts]]).toContainEqual(decidedOf(campaign!));
      await goOnToTheEnd(bench, campaign!);
      const all = [...taken, ...bench.sent.map(({ to }) => to)];
      expect(new Set(all).size).toBe(all.length);
      const { counts } = await bench.store.recipients.tally(campaign!.id);
      expect(counts.submitted + counts.unconfirmed).toBe(size);
      const { throttle: approved } = await bench.campaigns.get(campaign!.id);
      for (const people of await batchesOf(bench, campaign!.id)) expect(people).toBeLessThanOrEqual(approved.batchSize);
      await bench.close();
    }
  });
});
