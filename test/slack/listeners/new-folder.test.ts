import { expect, test, vi } from 'vitest';
import { readManifest } from '../../../playground/manifest.ts';
import type { FolderMark } from '../../../src/domain/folder-standing.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { draftBy, reviewCard, submit } from '../campaigns.ts';
import { type Bench, benchForEach } from '../slack-bench.ts';

const box = 'This Trickle knows no opt-outs yet: its data folder is new';

let bench: Bench;
const beginAgain = benchForEach(
  (fresh) => {
    bench = fresh;
  },
  {
    isNewFolder: true,
    roles: { admins: ['U0BEN'] },
    slack: { scopes: readManifest().scopes },
  },
);

const draftOf = (by: UserId) => draftBy(bench, by, { hours: 'any time' }, '+12015550150');

const submitted = async (by: UserId) => submit(bench, await draftOf(by));

const card = () => reviewCard(bench.slack);

test('the first Review asks an admin, tells everybody else who that is, and is the last that asks', async () => {
  const { id } = await submitted(UserId.parse('U0ADA'));
  const cleo = bench.slack.as('cleo');
  await cleo.pressIn(await card(), 'Review');
  await bench.slack.until(() => cleo.openModal()?.submit === 'Approve', { what: 'the review' });
  await cleo.fill({ [box]: true, 'Nobody said how these people agreed': true });
  await cleo.submit();
  await bench.slack.until(() => cleo.openModal()?.errors[box], { what: 'the error at the box' });
  expect(cleo.openModal()!.errors[box]).toBe('Only an admin’s tick counts here: ask Ben to press Review.');
  expect((await bench.services.campaigns.get(id)).status).toBe('pending_approval');

  const ben = bench.slack.as('ben');
  await ben.pressIn(await card(), 'Review');
  await bench.slack.until(() => ben.openModal()?.submit === 'Approve', { what: 'the review' });
  expect(ben.openModal()!.text).toContain('An admin ticks it, once: Ben.');
  await ben.fill({ [box]: true, 'Nobody said how these people agreed': true });
  await ben.submit();
  await vi.waitFor(async () => expect((await bench.services.campaigns.get(id)).status).toBe('scheduled'));
  expect((await bench.services.campaigns.preview(id)).folder).toBeNull();
});

test('an admin who wrote the campaign finds the box in the preview; other authors do not', async () => {
  for (const [name, finds] of [
    ['ben', true],
    ['ada', false],
  ] as const) {
    const person = bench.slack.as(name);
    const { id } = await draftOf(UserId.parse(`U0${name.toUpperCase()}`));
    await person.command('/sms-campaign', `status ${id}`);
    await bench.slack.until(() => person.openModal()?.submit === 'Submit for approval', { what: 'the preview' });
    expect(Object.keys(person.openModal()!.inputs).includes(box)).toBe(finds);
    if (finds) {
      await person.fill({ [box]: true });
      await person.submit();
      await bench.slack.until(() => person.openModal()?.title === 'Submitted', { what: 'the notice' });
      expect(bench.store.folder.question()).toBeNull();
      await bench.store.folder.ask({ kind: 'new', at: new Date().toISOString() });
    }
  }
});

test('where nobody is named as an admin, the box says how somebody is', async () => {
  await beginAgain({ isNewFolder: true, roles: { admins: [] } });
  await submitted(UserId.parse('U0ADA'));
  const ben = bench.slack.as('ben');
  await ben.pressIn(await card(), 'Review');
  await bench.slack.until(() => ben.openModal()?.submit === 'Approve', { what: 'the review' });
  expect(ben.openModal()!.text).toContain('sets ADMINS to a member id (U…)');
  await ben.fill({ [box]: true, 'Nobody said how these people agreed': true });
  await ben.submit();
  await bench.slack.until(() => ben.openModal()?.errors[box], { what: 'the error at the box' });
  expect(ben.openModal()!.errors[box]).toContain('your member id U0BEN');
});

test('a campaign’s message bears how far the folder has got', async () => {
  await bench.store.folder.vouch(UserId.parse('U0BEN'), new Date().toISOString());
  const { id } = await submitted(UserId.parse('U0ADA'));
  const { contentHash } = await bench.services.campaigns.preview(id);
  await bench.services.campaigns.approve(id, { by: UserId.parse('U0BEN'), contentHash, ticked: ['nobody_said'] });
  const post = await vi.waitFor(async () => {
    const { message } = await bench.store.campaigns.posts(id);
    if (!message) throw new Error('The message does not stand yet.');
    return message;
  });
  const { channel } = post;
  for (const witness of [
    { channel, post: post.id },
    { channel, post: null },
  ]) {
    const [mark] = (await bench.edge.askForMarks(witness)) as FolderMark[];
    expect(bench.store.folder.compare(mark!)).toEqual({ kind: 'sound' });
    expect(mark!.height).toBeGreaterThan(0);
  }
});
