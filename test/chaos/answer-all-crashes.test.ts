import { expect, test } from 'vitest';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { PhoneNumber } from '../../src/domain/ids.ts';
import { createReports } from '../../src/services/reports/reports.ts';
import { type SimulatedDisk, simulatedDisk } from '../store/lowdb/simulated-disk.ts';
import { agent, channel } from '../support/builders.ts';
import { aBench, type Bench } from '../support/services.ts';
import { phoneOf } from '../support/story.ts';

const size = 6;
const start = '2026-03-02T09:00:00.000Z';
const answer = { answer: { typed: 'See you in hall 3!' }, of: size, until: '2026-03-02T10:00:00.000Z', by: agent };

/** A state of the disk at one moment of Answer all, with whom the provider had taken the answer for by then. */
type Moment = { left: SimulatedDisk; taken: readonly PhoneNumber[]; at: Date };

/** Everybody wrote "yes", and their card stands. */
async function everybodyWrote(bench: Bench): Promise<Campaign['id']> {
  const { id } = await bench.approved({ size, throttle: { batchSize: size, everySeconds: 5, holdAbove: null } });
  await bench.run(size + 3);
  for (let no = 1; no <= size; no += 1) await bench.hear('yes', phoneOf(no) as PhoneNumber);
  for (const owed of await bench.store.announcements.pending()) {
    if (owed.kind === 'group_card') await bench.store.announcements.done(owed.id, { channel, id: '1764300000.000200' });
  }
  return id;
}

/** Presses Answer all once, and notes what a kill at each call of the disk and of the provider would leave. */
async function momentsOf(crash: 'process' | 'power' | 'torn'): Promise<Moment[]> {
  const disk = simulatedDisk();
  const bench = await aBench({ disk, start });
  const campaignId = await everybodyWrote(bench);
  const taken: PhoneNumber[] = [];
  const moments: Moment[] = [];
  const note = (): void => {
    moments.push({ left: disk.afterCrash(crash), taken: [...taken], at: bench.clock.now() });
  };
  disk.beforeCall = note;
  bench.answerWith(({ to, ref }) => {
    note();
    taken.push(to);
    note();
    return { kind: 'accepted', messageId: ref };
  });
  await bench.inbox.answerGroup({ campaignId, says: 'yes' }, { ...answer, key: 'first' });
  await bench.run(size + 3);
  disk.beforeCall = () => {};
  await bench.close();
  return moments;
}

test.each(['process', 'power', 'torn'] as const)(
  'a kill at any moment of Answer all texts nobody twice and names whom it did not reach (%s)',
  async (crash) => {
    const moments = await momentsOf(crash);
    expect(moments.at(-1)!.taken).toHaveLength(size);
    expect(moments.length).toBeGreaterThan(3 * size);
    for (const { left, taken, at } of moments) {
      const bench = await aBench({ disk: left, start: new Date(at.getTime() + 2_000).toISOString() });
      await bench.inbox.start();
      const [campaign] = await bench.store.campaigns.list();
      const ref = { campaignId: campaign!.id, says: 'yes' };
      const [before] = await createReports(bench.deps).groups(ref.campaignId);
      expect(before!.answer?.state).not.toBe('sending');
      if (before!.answer) {
        const named = before!.answer.others.reduce((sum, { people }) => sum + people, 0);
        expect(before!.answer.reached + named).toBe(size);
        expect(before!.answer.reached).toBeLessThanOrEqual(taken.length);
      }
      const waits = (await bench.inbox.showGroup(ref, agent)).members.map(({ number }) => number);
      expect(waits.filter((number) => taken.includes(number))).toEqual([]);

      if (waits.length > 0) await bench.inbox.answerGroup(ref, { ...answer, key: 'second' });
      await bench.run(size + 3);
      const all = [...taken, ...bench.sent.map(({ to }) => to)];
      expect(new Set(all).size).toBe(all.length);
      expect(bench.sent.map(({ to }) => to).sort()).toEqual([...waits].sort());
      await bench.close();
    }
  },
);
