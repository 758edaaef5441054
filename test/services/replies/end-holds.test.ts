import { describe, expect, test } from 'vitest';
import { PhoneNumber } from '../../../src/domain/ids.ts';
import { agent, aSuppression } from '../../support/builders.ts';
import { aBench, type Bench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const phone = PhoneNumber.parse(phoneOf(1));
const doubtful = 'can you stop asking me that';
const hour = 3_600_000;

async function heldBench(text = doubtful): Promise<Bench & { id: string }> {
  const bench = await aBench({ settings: { optOutConfirmation: 'You get no more texts.' } });
  const campaign = await bench.approved({ size: 1 });
  await bench.run(3);
  await bench.hear(text, phone);
  expect(await bench.store.suppressions.get(phone)).toMatchObject({ kind: 'held' });
  return { ...bench, id: campaign.id };
}

async function later(bench: Bench, ms: number): Promise<void> {
  await bench.clock.advance(ms);
  await bench.inbox.tick();
}

const standing = async (bench: Bench) => (await bench.store.suppressions.get(phone))?.kind;

describe('a hold on which nobody decides', () => {
  test('is an opt-out after 24 hours, not before, as of the moment of the text', async () => {
    const bench = await heldBench();
    const { at } = (await bench.store.suppressions.get(phone))!;
    await later(bench, 24 * hour - 10_000);
    expect(await standing(bench)).toBe('held');
    await later(bench, 70_000);
    expect(await bench.store.suppressions.get(phone)).toEqual({
      number: phone,
      kind: 'opted_out',
      at,
      source: 'undecided',
    });
    expect(await bench.store.suppressions.held()).toEqual([]);
  });

  test('leaves a conversation that waits for nobody, and the thread and the card say why', async () => {
    const bench = await heldBench();
    await later(bench, 25 * hour);
    const [campaign] = await bench.store.campaigns.list();
    const conversation = (await bench.store.conversations.find(campaign!.id, phone))!;
    expect(conversation).toMatchObject({ status: 'handled', handledBy: null });
    expect(conversation.messages).toMatchObject([{ reading: 'opt_out', undecided: true }]);
    expect(await bench.store.conversations.unanswered(campaign!.id)).toBe(0);
    expect((await bench.notes(campaign!.id)).join()).toContain('hold_undecided');
    await later(bench, hour);
    expect((await bench.notes(campaign!.id)).filter((one) => one.includes('hold_undecided'))).toHaveLength(1);
  });

  test('stays open where the person asks something else besides', async () => {
    const bench = await heldBench();
    await bench.hear('And when does it begin?', phone);
    await later(bench, 25 * hour);
    const [campaign] = await bench.store.campaigns.list();
    expect((await bench.store.conversations.find(campaign!.id, phone))!.status).toBe('open');
  });

  test('is confirmed to nobody: it is too late for that', async () => {
    const bench = await heldBench();
    const sent = bench.sent.length;
    await later(bench, 25 * hour);
    await bench.run(5);
    expect(bench.sent).toHaveLength(sent);
  });

  test('is let go by whoever decides in time, and by the person’s START', async () => {
    for (const decide of [
      async (bench: Bench) => {
        const [campaign] = await bench.store.campaigns.list();
        const { id } = (await bench.store.conversations.find(campaign!.id, phone))!;
        await bench.inbox.keep(id, agent, 1);
      },
      (bench: Bench) => bench.hear('START', phone),
    ]) {
      const bench = await heldBench();
      await bench.clock.advance(hour);
      await decide(bench);
      await later(bench, 48 * hour);
      expect(await standing(bench)).toBeUndefined();
    }
  });

  test('ends also where no text explains it, and where a former program did not note when it began', async () => {
    const bench = await aBench();
    const at = new Date(bench.clock.now().getTime() - 25 * hour).toISOString();
    await bench.store.suppressions.add(aSuppression({ kind: 'held', at }));
    await bench.inbox.tick();
    expect(await bench.store.suppressions.get(aSuppression().number)).toMatchObject({ kind: 'opted_out', at });
  });

  test('is looked for once a minute', async () => {
    const bench = await heldBench();
    await bench.inbox.tick();
    await bench.clock.advance(30_000);
    const looks: string[] = [];
    const { held } = bench.store.suppressions;
    bench.store.suppressions.held = () => {
      looks.push('looked');
      return held();
    };
    await bench.inbox.tick();
    expect(looks).toEqual([]);
    await bench.clock.advance(31_000);
    await bench.inbox.tick();
    expect(looks).toEqual(['looked']);
  });
});

describe('whoever says that they are somebody else', () => {
  test('is held as reassigned, and opted out as such when nobody decides', async () => {
    const bench = await heldBench('Sorry, wrong number');
    expect(await bench.store.suppressions.get(phone)).toMatchObject({ kind: 'held', because: 'reassigned' });
    await later(bench, 25 * hour);
    expect(await bench.store.suppressions.get(phone)).toMatchObject({
      kind: 'opted_out',
      because: 'reassigned',
      source: 'undecided',
    });
  });

  test('is held also by words that say nothing of texts', async () => {
    const bench = await heldBench('I just got this number');
    expect(await bench.store.suppressions.get(phone)).toMatchObject({ kind: 'held', because: 'reassigned' });
  });

  test('is texted again once somebody says that it is the right person', async () => {
    const bench = await heldBench('You have the wrong person');
    const [campaign] = await bench.store.campaigns.list();
    const { id } = (await bench.store.conversations.find(campaign!.id, phone))!;
    await bench.inbox.keep(id, agent, 1);
    expect(await standing(bench)).toBeUndefined();
  });

  test('is opted out as such by whoever presses Keep suppressed', async () => {
    const bench = await heldBench('You have the wrong person');
    const [campaign] = await bench.store.campaigns.list();
    const { id } = (await bench.store.conversations.find(campaign!.id, phone))!;
    await bench.inbox.optOut(id, agent, 1);
    expect(await bench.store.suppressions.get(phone)).toMatchObject({
      kind: 'opted_out',
      because: 'reassigned',
      source: agent,
    });
  });

  test('and STOP as well is opted out at once, as reassigned', async () => {
    const bench = await aBench();
    await bench.hear('Wrong number. STOP', phone);
    expect(await bench.store.suppressions.get(phone)).toMatchObject({ kind: 'opted_out', because: 'reassigned' });
  });
});
