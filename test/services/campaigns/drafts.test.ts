import { describe, expect, test } from 'vitest';
import { contentHash } from '../../../src/domain/campaign/approval.ts';
import type { CampaignId, UserId } from '../../../src/domain/ids.ts';
import type { ListSource } from '../../../src/services/list/read-list.ts';
import { aDraft, aFormInput, agent, approver, author } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';

async function draft({ campaigns }: Bench, by: UserId, origin: string, source: ListSource = '+12015550101') {
  const content = await campaigns.read(aFormInput({ hours: 'any time' }), by);
  return (await campaigns.draft({ content, source, by, origin })).campaign;
}

/** A list whose first bytes are asked for, but do not come before `arrive`. */
function aSlowFile(began: string[], name: string) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const bytes = async function* () {
    began.push(name);
    await promise;
    yield Buffer.from('phone\n+12015550101\n');
  };
  return { source: { fileId: name, bytes: bytes() }, arrive: resolve };
}

describe('lists are read one at a time', () => {
  test('in the order in which they came', async () => {
    const bench = await aBench();
    const began: string[] = [];
    const [first, second] = [aSlowFile(began, 'first'), aSlowFile(began, 'second')];
    const one = draft(bench, author, 'first', first.source);
    const other = draft(bench, agent, 'second', second.source);
    second.arrive();
    await bench.clock.advance(10_000);
    expect(began).toEqual(['first']);
    first.arrive();
    await Promise.all([one, other]);
    expect(began).toEqual(['first', 'second']);
  });

  test('and the next one when one is no good', async () => {
    const bench = await aBench();
    const [bad, good] = await Promise.allSettled([
      draft(bench, author, 'bad', 'nobody'),
      draft(bench, agent, 'good', '+12015550101'),
    ]);
    expect([bad.status, good.status]).toEqual(['rejected', 'fulfilled']);
  });

  test('so that one person has one that is read and one that waits, and the team ten', async () => {
    const bench = await aBench();
    const slow = aSlowFile([], 'slow');
    const first = draft(bench, author, 'slow', slow.source);
    await bench.clock.advance(10);
    const second = draft(bench, author, 'second');
    await bench.clock.advance(10);
    await expect(draft(bench, author, 'third')).rejects.toMatchObject({ code: 'still_reading', field: 'file' });
    const others = Array.from({ length: 8 }, (_, no) => draft(bench, `U0TEAM${no}` as UserId, `other ${no}`));
    await bench.clock.advance(10);
    await expect(draft(bench, agent, 'late')).rejects.toMatchObject({ code: 'busy', field: 'file' });
    slow.arrive();
    await Promise.all([first, second, ...others]);
    await draft(bench, author, 'third');
  });
});

describe('drafts that were never submitted', () => {
  test('are twenty at most for one person, who is told how to go on', async () => {
    const bench = await aBench();
    for (let no = 1; no <= 20; no += 1) await draft(bench, author, `form ${no}`);
    await expect(draft(bench, author, 'form 21')).rejects.toMatchObject({
      code: 'many_drafts',
      message: expect.stringContaining('/sms-campaign list drafts'),
    });
    expect(await bench.store.campaigns.list()).toHaveLength(20);
    await draft(bench, agent, 'another’s form');
    await draft(bench, author, 'form 20');
    const [, newest] = await bench.store.campaigns.list();
    expect(await bench.campaigns.remove(newest!.id, author, contentHash(newest!))).toMatchObject({ isGone: true });
    await draft(bench, author, 'form 21');
  });

  test('go by themselves after a week in which nobody touched them', async () => {
    const bench = await aBench({ start: '2026-11-30T14:00:01.000Z' });
    const ages = { forgotta: '2026-11-23T14:00:00.000Z', youngaaa: '2026-11-23T14:00:02.000Z' };
    for (const [id, createdAt] of Object.entries(ages)) {
      const old = aDraft({ id: id as CampaignId, origin: id, createdAt });
      await bench.store.campaigns.create({ ...old, list: { ...old.list, size: 0 } }, []);
    }
    await bench.dispatcher.tick();
    expect((await bench.store.campaigns.list()).map(({ id }) => id)).toEqual(['youngaaa']);
    await bench.clock.advance(2_000);
    await bench.dispatcher.tick();
    expect(await bench.store.campaigns.list()).toHaveLength(1);
  });

  test('are deleted by who wrote them, and by nobody who is not named as an admin', async () => {
    const bench = await aBench();
    const mine = await draft(bench, author, 'mine');
    const { id } = mine;
    const seen = contentHash(mine);
    await expect(bench.campaigns.remove(id, approver, seen)).rejects.toMatchObject({ code: 'not_yours' });
    await bench.campaigns.remove(id, author, seen);
    expect(await bench.store.campaigns.get(id)).toBeUndefined();
  });
});

test('a draft that was sent back once is cancelled rather than deleted, since others have seen it', async () => {
  const bench = await aBench();
  const { id } = await draft(bench, author, 'seen');
  const { contentHash } = await bench.campaigns.preview(id);
  await bench.campaigns.submit(id, { by: author, contentHash });
  await expect(bench.campaigns.remove(id, author, contentHash)).rejects.toMatchObject({ code: 'not_draft' });
  await bench.campaigns.sendBack(id, { by: approver, reason: 'The date' });
  expect(await bench.campaigns.remove(id, author, contentHash)).toMatchObject({
    isGone: false,
    campaign: { status: 'cancelled' },
  });
});

test('a short id, a name or its start that several have is told with state and day', async () => {
  const bench = await aBench();
  for (const id of ['twinaaaa', 'twinbbbb'] as CampaignId[]) {
    const twin = aDraft({ id, origin: id, name: 'Twins', status: id === 'twinaaaa' ? 'cancelled' : 'draft' });
    await bench.store.campaigns.create({ ...twin, list: { ...twin.list, size: 0 } }, []);
  }
  await expect(bench.campaigns.find('twi', author)).rejects.toThrow(
    '“twi” could be `twinaaaa` (Twins, cancelled, of 23 Nov), `twinbbbb` (Twins, a draft, of 23 Nov). Give the short id.',
  );
});
