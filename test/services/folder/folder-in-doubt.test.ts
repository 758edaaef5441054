import { beforeEach, describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { FolderMark } from '../../../src/domain/folder-standing.ts';
import { ChannelId } from '../../../src/domain/ids.ts';
import type { OutsideMarks } from '../../../src/services/folder/folder-guard.ts';
import { createReports } from '../../../src/services/reports/reports.ts';
import { nowSentences } from '../../../src/slack/ui/words/status-words.ts';
import { openLowdbStore } from '../../../src/store/lowdb/lowdb-store.ts';
import { simulatedDisk } from '../../store/lowdb/simulated-disk.ts';
import { admin, aNumber } from '../../support/builders.ts';
import { directs, guard, statusOf } from '../../support/folder-guard.ts';
import { aBench, type Bench } from '../../support/services.ts';

describe('a folder of which Slack has not spoken yet', () => {
  let bench: Bench;
  let running: Campaign;
  let mark: FolderMark;
  let isSilent: boolean;

  /** Silent, then with nothing to say against the folder. */
  const ask: OutsideMarks['ask'] = async () => {
    if (isSilent) throw new Error('Slack asks to wait');
    return [];
  };
  const sendsIn = async (seconds: number): Promise<boolean> => {
    const before = bench.sent.length;
    await bench.run(seconds);
    return bench.sent.length > before;
  };
  const saysOf = async (campaign: Campaign): Promise<string> => {
    const report = await createReports(bench.deps, bench.dispatcher).report(campaign.id);
    return nowSentences(report).flat().join(' ');
  };

  beforeEach(async () => {
    isSilent = true;
    bench = await aBench({ disk: simulatedDisk() });
    running = await bench.approved({ size: 40, throttle: { batchSize: 1, everySeconds: 2, holdAbove: null } });
    await bench.run(3);
    await bench.postMessage(running);
    mark = bench.store.folder.mark()!;
  });

  test.each([
    ['nothing stands beside it', null],
    ['what stands beside it may have been put back with it', false],
  ])('sends nothing while %s, and goes on by itself', async (_, isOriginal) => {
    await guard(bench, { beside: isOriginal === null ? null : { mark, isOriginal }, ask });
    expect(await sendsIn(300)).toBe(false);
    expect(bench.store.folder.mark()).toBeNull();
    isSilent = false;
    await bench.run(60);
    expect(await sendsIn(10)).toBe(true);
    expect((await statusOf(bench, running)).status).toBe('running');
  });

  test('goes on within ten seconds when the original beside it agrees, and leaves Slack’s words as they are', async () => {
    const watching = await guard(bench, { beside: { mark, isOriginal: true }, ask });
    expect(await sendsIn(9)).toBe(false);
    expect(await sendsIn(4)).toBe(true);
    expect(watching.isCompared()).toBe(false);
  });

  test('and waits for a Slack that hangs no longer than for one that refuses', async () => {
    await guard(bench, { beside: { mark, isOriginal: true }, ask: () => new Promise(() => {}) });
    expect(await sendsIn(13)).toBe(true);
  });

  test('is paused as soon as Slack knows more, also when sending went on meanwhile', async () => {
    let isAsked = false;
    const late: OutsideMarks['ask'] = async () => {
      if (isSilent) throw new Error('Slack asks to wait');
      isAsked = true;
      return [{ ...mark, height: mark.height + 999 }];
    };
    await guard(bench, { beside: { mark, isOriginal: true }, ask: late });
    expect(await sendsIn(15)).toBe(true);
    isSilent = false;
    await bench.run(60);
    expect(isAsked).toBe(true);
    expect(await statusOf(bench, running)).toMatchObject({ status: 'paused', pause: { reason: 'restored' } });
    expect(await sendsIn(60)).toBe(false);
  });

  test('says so in the messages of what runs and of what is to start, and tells the admins once', async () => {
    await guard(bench, { ask });
    const next = await bench.approved({ size: 40, firstNumber: 100, throttle: running.throttle });
    await bench.run(300);
    for (const campaign of [running, next]) expect(await saysOf(campaign)).toContain('Nothing is sent yet');
    expect(await directs(bench)).toEqual([expect.stringContaining('It goes on by itself')]);
    isSilent = false;
    await bench.run(61);
    for (const campaign of [running, next]) expect(await saysOf(campaign)).not.toContain('Nothing is sent yet');
    expect((await statusOf(bench, next)).status).toBe('running');
  });

  test('asks once more when what Slack knew could not be written down', async () => {
    const disk = simulatedDisk();
    const broken = await aBench({ disk });
    const campaign = await broken.approved({ size: 40, throttle: { batchSize: 1, everySeconds: 2, holdAbove: null } });
    await broken.run(3);
    const newer = { ...broken.store.folder.mark()!, height: 9_999 };
    disk.beforeCall = (_, what) => {
      if (what === 'write') throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
    };
    await guard(broken, { ask: async () => [newer] });
    await broken.run(5);
    expect((await statusOf(broken, campaign)).status).toBe('running');
    disk.beforeCall = () => {};
    await broken.run(90);
    expect(broken.store.folder.question()?.kind).toBe('older');
    expect(await statusOf(broken, campaign)).toMatchObject({ status: 'paused', pause: { reason: 'restored' } });
  });

  test('asks an admin when nobody lets Trickle look and nothing beside the folder can be trusted', async () => {
    await guard(bench, { ask: async () => 'refused' });
    await bench.run(5);
    expect(bench.store.folder.question()?.kind).toBe('unknown');
    expect(await statusOf(bench, running)).toMatchObject({ status: 'paused', pause: { reason: 'restored' } });
    expect(await directs(bench)).toEqual([expect.stringContaining('Slack does not let Trickle look')]);
    await bench.campaigns.resume(running.id, admin);
    expect(await sendsIn(10)).toBe(true);
  });

  test('asks an admin when the channel of what runs may not be looked at, though another has nothing against it', async () => {
    const elsewhere = ChannelId.parse('C0INBOX');
    const deps = { ...bench.deps, settings: { ...bench.deps.settings, inboxChannel: elsewhere } };
    await guard({ ...bench, deps }, { ask: async ({ channel }) => (channel === elsewhere ? [] : 'refused') });
    await bench.run(5);
    expect(bench.store.folder.question()?.kind).toBe('unknown');
    expect(await statusOf(bench, running)).toMatchObject({ status: 'paused', pause: { reason: 'restored' } });
  });

  test.each([
    ['one place may not be looked at and another has nothing against it', null],
    ['no place may be looked at and the original beside it agrees', true],
  ])('goes on when %s', async (_, isOriginal) => {
    const refusals: OutsideMarks['ask'] = async ({ post }) => (post && !isOriginal ? [] : 'refused');
    await guard(bench, { beside: isOriginal ? { mark, isOriginal } : null, ask: refusals });
    await bench.run(5);
    expect(await sendsIn(5)).toBe(true);
    expect(bench.store.folder.question()).toBeNull();
  });
});

describe('a folder of which another program runs on a copy', () => {
  let bench: Bench;
  let running: Campaign;
  let posts: FolderMark[];
  const optOut = (no: number) => ({
    number: aNumber(900 + no),
    kind: 'opted_out' as const,
    at: bench.clock.now().toISOString(),
    source: 'sms',
  });

  beforeEach(async () => {
    bench = await aBench({ disk: simulatedDisk() });
    running = await bench.approved({ size: 200, throttle: { batchSize: 1, everySeconds: 2, holdAbove: null } });
    await bench.run(3);
    posts = [bench.store.folder.mark()!];
    await guard(bench, { ask: async () => posts });
  });

  const isPaused = async (): Promise<boolean> => (await statusOf(bench, running)).status === 'paused';

  test('sends nothing more half a minute after the other’s first post, and says what to do', async () => {
    await bench.run(40);
    expect(await isPaused()).toBe(false);
    const copy = bench.disk as ReturnType<typeof simulatedDisk>;
    const twin = await openLowdbStore({ folder: '/data', disk: copy.afterCrash('process') });
    await twin.suppressions.add(optOut(1));
    posts = [posts[0]!, twin.folder.mark()!];
    await bench.run(31);
    expect(await isPaused()).toBe(true);
    expect(await directs(bench)).toEqual([expect.stringContaining('another Trickle runs on a copy')]);
    await twin.close();
  });

  test('that copy is stopped by the posts of the first one as well', async () => {
    const copy = bench.disk as ReturnType<typeof simulatedDisk>;
    const twin = await aBench({ disk: copy.afterCrash('process'), start: bench.clock.now().toISOString() });
    await guard(twin, { ask: async () => [bench.store.folder.mark()!] });
    await twin.run(2);
    expect((await statusOf(twin, running)).status).toBe('running');
    await bench.run(10);
    await twin.run(31);
    expect((await statusOf(twin, running)).status).toBe('paused');
  });

  test('what its own posts say is never taken for another’s', async () => {
    for (let minute = 0; minute < 5; minute += 1) {
      await bench.run(60);
      posts = [bench.store.folder.mark()!, ...posts];
    }
    expect(await isPaused()).toBe(false);
  });
});
