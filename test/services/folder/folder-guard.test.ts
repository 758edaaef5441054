import { beforeEach, describe, expect, test } from 'vitest';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { FolderMark } from '../../../src/domain/folder-standing.ts';
import type { Conversation } from '../../../src/domain/reply/conversation.ts';
import type { OutsideMarks } from '../../../src/services/folder/folder-guard.ts';
import { simulatedDisk } from '../../store/lowdb/simulated-disk.ts';
import { admin, agent, approver, author } from '../../support/builders.ts';
import { directs, guard, statusOf } from '../../support/folder-guard.ts';
import { aBench, type Bench } from '../../support/services.ts';

describe('a folder that is new', () => {
  let bench: Bench;
  let submitted: Campaign;
  let contentHash: string;

  beforeEach(async () => {
    bench = await aBench({ isNewFolder: true });
    submitted = await bench.submitted();
    ({ contentHash } = await bench.campaigns.preview(submitted.id));
  });

  test('is said in the log and to the admins, once', async () => {
    await guard(bench, {});
    expect(bench.logged.join('\n')).toContain('data folder is new');
    expect(await directs(bench)).toEqual([expect.stringMatching(/^U0ADMIN: Trickle’s data folder is new/)]);
  });

  test('says what nobody can do where nobody is named as an admin, and how somebody is', async () => {
    const nobody = await aBench({
      isNewFolder: true,
      settings: { roles: { creators: [], approvers: [], admins: [] } },
    });
    await guard(nobody, {});
    const logged = nobody.logged.join('\n');
    expect(logged).toMatch(
      /Nobody is named as an admin yet, so nobody can say that a data folder may be used.*\. Whoever runs Trickle sets ADMINS/,
    );
    expect(logged).not.toContain('do this');
  });

  test('sends nothing before an admin has ticked the box', async () => {
    const { campaigns } = bench;
    await expect(
      campaigns.approve(submitted.id, { by: approver, contentHash, ticked: ['nobody_said'] }),
    ).rejects.toMatchObject({
      code: 'folder_question',
      field: 'folder',
    });
    await expect(
      campaigns.approve(submitted.id, { by: approver, contentHash, vouches: true, ticked: ['nobody_said'] }),
    ).rejects.toMatchObject({
      code: 'not_an_admin',
      field: 'folder',
    });
    await bench.run(5);
    expect(bench.sent).toEqual([]);

    await campaigns.approve(submitted.id, { by: admin, contentHash, vouches: true, ticked: ['nobody_said'] });
    await bench.run(5);
    expect(bench.sent).not.toEqual([]);
  });

  test('is not answered by the box of a window that asked something else', async () => {
    const asked = bench.store.folder.question()!;
    const at = '2026-03-02T10:00:00.000Z';
    await bench.store.folder.ask({ kind: 'older', at, knownUntil: null, lostUntil: at, missing: 3, epoch: 2 });
    const approve = (vouches: string) =>
      bench.campaigns.approve(submitted.id, { by: admin, contentHash, vouches, ticked: ['nobody_said'] });
    const refused = { code: 'folder_question', message: expect.stringContaining('has changed since you opened') };
    await expect(approve(asked.at)).rejects.toMatchObject(refused);
    expect(bench.store.folder.question()?.kind).toBe('older');
    expect((await approve(at)).status).toBe('scheduled');
  });

  test('is answered once: afterwards nobody is asked, also after a restart', async () => {
    await bench.campaigns.approve(submitted.id, { by: admin, contentHash, vouches: true, ticked: ['nobody_said'] });
    expect((await bench.campaigns.preview(submitted.id)).folder).toBeNull();
    await bench.close();
    const again = await aBench({ disk: bench.disk, isNewFolder: true });
    expect(again.store.folder.question()).toBeNull();
  });

  test('an admin who wrote the campaign answers in the preview, and an approver who is none approves', async () => {
    const mine = await bench.submitted({ by: admin });
    const preview = await bench.campaigns.preview(mine.id);
    expect(preview.folder).toMatchObject({ authorMayAnswer: true });
    await bench.campaigns.submit(mine.id, { by: admin, contentHash: preview.contentHash, vouches: true });
    await bench.campaigns.approve(mine.id, { by: approver, contentHash: preview.contentHash, ticked: ['nobody_said'] });
    expect((await statusOf(bench, mine)).status).toBe('scheduled');
  });

  test('a campaign that is approved all the same does not start', async () => {
    const slipped = await bench.approved();
    await bench.run(3);
    expect(bench.sent).toEqual([]);
    expect((await statusOf(bench, slipped)).status).toBe('paused');
  });
});

describe('a folder that is older than the world', () => {
  let bench: Bench;
  let running: Campaign;
  let ahead: FolderMark;
  let behind: FolderMark;

  beforeEach(async () => {
    bench = await aBench({ disk: simulatedDisk() });
    running = await bench.approved({ size: 20, throttle: { batchSize: 2, everySeconds: 60, holdAbove: null } });
    await bench.run(3);
    const mark = bench.store.folder.mark()!;
    behind = mark;
    ahead = { ...mark, height: mark.height + 40 };
  });

  const outsides: [string, () => Partial<OutsideMarks>][] = [
    ['the file beside it', () => ({ beside: { mark: ahead, isOriginal: true } })],
    ['a copy of that file', () => ({ beside: { mark: ahead, isOriginal: false } })],
    ['the campaign’s message', () => ({ ask: async ({ post }) => (post ? [ahead] : []) })],
    ['any of the channel’s newest posts', () => ({ ask: async ({ post }) => (post ? [] : [behind, ahead, behind]) })],
    [
      'Slack, although a copy of the file beside it agrees',
      () => ({ beside: { mark: behind, isOriginal: false }, ask: async () => [ahead] }),
    ],
  ];
  test.each(outsides)('is noticed by %s: what could send is paused, and the admins are told', async (_, outside) => {
    const byPerson = await bench.approved({ firstNumber: 100 });
    await bench.campaigns.pause(byPerson.id, author);
    await bench.postMessage(running);
    await guard(bench, outside());
    await bench.clock.advance(1_000);
    const before = bench.sent.length;
    for (const campaign of [running, byPerson]) {
      expect(await statusOf(bench, campaign)).toMatchObject({ status: 'paused', pause: { reason: 'restored' } });
    }
    await bench.run(120);
    expect(bench.sent).toHaveLength(before);
    expect(await directs(bench)).toEqual([expect.stringMatching(/up to \d+ changes are missing/)]);
    expect(await bench.notes(running.id)).toContain('paused');
  });

  test('only an admin resumes it; then what was kept outside before says nothing any more', async () => {
    await guard(bench, { beside: { mark: ahead, isOriginal: true } });
    await expect(bench.campaigns.resume(running.id, approver)).rejects.toMatchObject({ code: 'not_allowed' });
    await bench.campaigns.resume(running.id, admin);
    const before = bench.sent.length;
    await bench.run(120);
    expect(bench.sent.length).toBeGreaterThan(before);
    expect(bench.store.folder.compare(ahead)).toEqual({ kind: 'sound' });
    expect(bench.store.folder.question()).toBeNull();
  });

  test('a new campaign asks the same', async () => {
    await guard(bench, { beside: { mark: ahead, isOriginal: true } });
    const next = await bench.submitted();
    const { contentHash } = await bench.campaigns.preview(next.id);
    await expect(
      bench.campaigns.approve(next.id, { by: approver, contentHash, ticked: ['nobody_said'] }),
    ).rejects.toMatchObject({
      field: 'folder',
    });
    await bench.campaigns.approve(next.id, { by: admin, contentHash, vouches: true, ticked: ['nobody_said'] });
    await expect(bench.campaigns.resume(running.id, agent)).rejects.toMatchObject({ code: 'not_allowed' });
  });

  test('whose campaign was approved only after the backup asks an admin before anybody is texted', async () => {
    const next = await bench.submitted();
    await bench.campaigns.cancel(running.id, author);
    await bench.run(10);
    await guard(bench, { ask: async () => [ahead] });
    await bench.clock.advance(1_000);
    const { contentHash } = await bench.campaigns.preview(next.id);
    await expect(
      bench.campaigns.approve(next.id, { by: approver, contentHash, ticked: ['nobody_said'] }),
    ).rejects.toMatchObject({
      code: 'folder_question',
    });
  });

  test('lets nobody be answered either: they may have written STOP since', async () => {
    await bench.hear('When do you open?');
    const [{ id }] = (await bench.store.conversations.ofCampaign(running.id)) as [Conversation];
    await guard(bench, { beside: { mark: ahead, isOriginal: true } });
    const answering = () => bench.inbox.answer(id, { text: 'At nine.', by: agent, key: 'one' });
    await expect(answering()).rejects.toThrow(/may have written STOP since\. An admin decides first/);
    await bench.campaigns.resume(running.id, admin);
    expect((await answering()).messages.at(-1)).toMatchObject({ text: 'At nine.', state: 'submitted' });
  });

  test('is told from a new one that nobody has vouched for yet: the new one’s question becomes the older one’s', async () => {
    const fresh = await aBench({ isNewFolder: true });
    await fresh.submitted();
    const mark = fresh.store.folder.mark()!;
    await guard(fresh, { ask: async () => [{ ...mark, height: mark.height + 9 }] });
    await fresh.clock.advance(1_000);
    expect(fresh.store.folder.question()).toMatchObject({ kind: 'older' });
  });
});
