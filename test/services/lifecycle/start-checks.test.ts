import { describe, expect, test } from 'vitest';
import type { Member } from '../../../src/domain/campaign/permissions.ts';
import type { UserId } from '../../../src/domain/ids.ts';
import type { Clock, People } from '../../../src/ports/world.ts';
import { createStartChecks } from '../../../src/services/lifecycle/start-checks.ts';
import { agent, aPerson, approver, author } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

type Answer = Member | undefined | 'silence';

/** A chat that answers about people as the test says, at each moment. */
function aChat(answer: (id: UserId) => Answer = (id) => aPerson({ id })) {
  const chat = { answer, asked: 0 };
  const ask = (id: UserId): Promise<Member | undefined> => {
    chat.asked += 1;
    const said = chat.answer(id);
    return said === 'silence' ? new Promise(() => {}) : Promise.resolve(said);
  };
  const people: People = { find: ask, findNow: ask, findNowOrLately: ask };
  return { chat, people };
}

const slow = { batchSize: 1, everySeconds: 5, holdAbove: null };

/** When each message left, as seconds since the start. */
const secondsOf = (bench: Bench) =>
  bench.sent.map(({ at }) => (at.getTime() - Date.parse('2026-03-02T09:00:00Z')) / 1_000);

describe('a start whose approver cannot be looked up', () => {
  /** A campaign that runs, and one that is due while Slack answers so. */
  async function runBeside(answer: (id: UserId) => Answer) {
    const { chat, people } = aChat();
    const bench = await aBench({ people });
    const running = await bench.approved({ size: 30, throttle: slow });
    await bench.run(20);
    chat.answer = answer;
    const due = await bench.approved({ size: 1, firstNumber: 60, startAt: '2026-03-02T09:00:40.000Z' });
    await bench.run(60);
    const isStarted = (await bench.campaigns.get(due.id)).startedAt !== null;
    return { isStarted, pace: bench.sent.filter(({ ref }) => ref.includes(running.id)).map(({ at }) => at) };
  }

  test.each<[string, Answer]>([
    ['refuses to say', undefined],
    ['says nothing', 'silence'],
  ])('waits while Slack %s, and no other campaign is a second later for it', async (_, sick) => {
    const [ill, well] = [await runBeside(() => sick), await runBeside((id) => aPerson({ id }))];
    expect([ill.isStarted, well.isStarted]).toEqual([false, true]);
    expect(ill.pace.length).toBeGreaterThan(12);
    expect(ill.pace).toEqual(well.pace);
  });

  test('is marked on its message, and starts by itself when Slack answers', async () => {
    const { chat, people } = aChat(() => undefined);
    const bench = await aBench({ people });
    const { id } = await bench.approved({ size: 1 });
    await bench.run(10);
    expect(await bench.campaigns.get(id)).toMatchObject({ status: 'scheduled', startWaitsSince: expect.any(String) });
    expect(bench.sent).toHaveLength(0);

    chat.answer = (who) => aPerson({ id: who });
    await bench.run(60);
    expect(bench.sent).toHaveLength(1);
    expect((await bench.campaigns.get(id)).startWaitsSince).toBeNull();
  });

  test('is asked for ever more seldom, so that Slack is not pressed', async () => {
    const { chat, people } = aChat(() => undefined);
    const bench = await aBench({ people });
    await bench.approved({ size: 1 });
    await bench.run(600);
    expect(chat.asked).toBeGreaterThan(5);
    expect(chat.asked).toBeLessThan(25);
  });

  test('does not keep the program from stopping', async () => {
    const { people } = aChat(() => 'silence');
    const bench = await aBench({ people });
    await bench.approved({ size: 1 });
    await bench.run(2);
    await bench.close();
  });
});

test('a campaign starts to the second, for it is looked at before its time', async () => {
  const bench = await aBench();
  await bench.approved({ size: 1, startAt: '2026-03-02T09:00:30.000Z' });
  await bench.run(40);
  expect(secondsOf(bench).map(Math.floor)).toEqual([30]);
});

test('what Slack said still counts a second later when the clock that people are shown runs ten times as fast', async () => {
  const bench = await aBench();
  const rushing: Clock = { ...bench.clock, monotonicMs: () => bench.clock.monotonicMs() * 10, real: bench.clock };
  const checks = createStartChecks({ ...bench.deps, clock: rushing });
  const campaign = await bench.approved({ size: 1, startAt: '2026-03-02T12:00:00.000Z' });
  expect(checks.look(campaign, campaign.approval!)).toBeUndefined();
  await bench.clock.advance(1_000);
  expect(checks.look(campaign, campaign.approval!)).toBe('release');
  await checks.stop();
});

describe('an approver who was deactivated', () => {
  const deactivated = (id: UserId) => aPerson({ id, isDeactivated: id === approver });

  test('keeps a campaign from starting', async () => {
    const { people } = aChat(deactivated);
    const bench = await aBench({ people });
    const { id } = await bench.approved({ size: 1 });
    await bench.run(5);
    expect((await bench.campaigns.get(id)).pause?.reason).toBe('approval_void');
    expect(bench.sent).toHaveLength(0);
  });

  test('keeps a campaign that had started from being resumed, until the role is back', async () => {
    const { chat, people } = aChat();
    const bench = await aBench({ people });
    const { id } = await bench.approved({ size: 9, throttle: slow });
    await bench.run(4);
    await bench.campaigns.pause(id, agent);
    chat.answer = deactivated;
    await expect(bench.campaigns.resume(id, agent)).rejects.toThrow('may not approve any more');
    chat.answer = () => undefined;
    await expect(bench.campaigns.resume(id, agent)).rejects.toThrow('Try again in a minute');
    expect((await bench.campaigns.get(id)).status).toBe('paused');
    chat.answer = (who) => aPerson({ id: who });
    expect((await bench.campaigns.resume(id, agent)).status).toBe('running');
  });
});

describe('what releases messages', () => {
  /** Five minutes ago everybody was well; now nobody is a member any more. */
  const before = async (id: UserId) => aPerson({ id });
  const now = async (id: UserId) => aPerson({ id, isDeactivated: true });
  const people: People = { find: before, findNow: now, findNowOrLately: before };

  test('asks who approves as they are now', async () => {
    const bench = await aBench({ people });
    const made = await bench.approved({ size: 1, startAt: '2026-03-02T12:00:00.000Z' });
    const pending = await bench.store.campaigns.create(
      { ...made, id: 'zzzz2222' as typeof made.id, origin: 'other', status: 'pending_approval', approval: null },
      [{ number: '+12015550177' as never, values: ['Ada'] }],
    );
    const contentHash = made.approval!.contentHash;
    await expect(
      bench.campaigns.approve(pending.id, { by: approver, contentHash, ticked: ['nobody_said'] }),
    ).rejects.toThrow('full members');
  });

  test('asks who resumes as they are now', async () => {
    const bench = await aBench({ people });
    const { id } = await bench.approved({ size: 1, startAt: '2026-03-02T12:00:00.000Z' });
    await bench.campaigns.pause(id, author);
    await expect(bench.campaigns.resume(id, author)).rejects.toThrow('full members');
  });
});
