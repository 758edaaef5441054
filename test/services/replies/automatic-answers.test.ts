import { expect, test } from 'vitest';
import { type PhoneNumber, SenderId, UserId } from '../../../src/domain/ids.ts';
import { readReply } from '../../../src/domain/reply/opt-out.ts';
import { simulatedDisk } from '../../store/lowdb/simulated-disk.ts';
import { aNumber, sender } from '../../support/builders.ts';
import { aBench, type BenchOptions } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const confirmation = 'You get no more texts from us.';
const helpText = 'A person of our team answers you here.';
const admin = UserId.parse('U0ADMIN');
const slow = new Map([[sender, 1]]);

const answering = (settings: BenchOptions['settings'] = {}, more: Omit<BenchOptions, 'settings'> = {}) =>
  aBench({ ...more, settings: { optOutConfirmation: confirmation, helpText, senders: slow, ...settings } });

test('thirty STOPs of one person are one opt-out, and one confirmation', async () => {
  const bench = await answering();
  for (let time = 0; time < 30; time += 1) {
    await bench.hear('STOP');
    await bench.clock.advance(2_000);
  }
  expect(bench.sent.map(({ text }) => text)).toEqual([confirmation]);
});

test('thirty STOPs within one second are one confirmation, whichever sender they are written to', async () => {
  const other = SenderId.parse('12015550124');
  const bench = await answering({ senders: new Map([...slow, [other, 1]]) });
  await bench.approved({ size: 1 });
  await Promise.all(Array.from({ length: 30 }, (_, no) => bench.hear('STOP', aNumber(1), no % 2 ? sender : other)));
  await bench.clock.advance(60_000);
  expect(bench.sent.map(({ text }) => text)).toEqual([confirmation]);
});

test('whoever opts in and out again and again hears of it three times a day at most', async () => {
  const bench = await answering();
  for (let time = 0; time < 30; time += 1) {
    await bench.hear(time % 2 === 0 ? 'STOP' : 'START');
    await bench.clock.advance(2_000);
  }
  expect(bench.sent).toHaveLength(3);
  expect(bench.store.suppressions.blocks(phoneOf(1) as PhoneNumber)).toBe(false);
});

test('HELP is answered once for each person and day, also after a restart', async () => {
  const disk = simulatedDisk();
  const first = await answering({}, { disk });
  for (const word of ['HELP', 'INFO', 'help', 'INFO']) await first.hear(word);
  await first.clock.advance(30_000);
  expect(first.sent).toHaveLength(1);
  await first.close();

  const second = await answering({}, { disk, start: '2026-03-02T20:00:00.000Z' });
  await second.hear('HELP');
  await second.clock.advance(30_000);
  expect(second.sent).toHaveLength(0);
  await second.clock.advance(14 * 3_600_000);
  await second.hear('HELP');
  await second.clock.advance(30_000);
  expect(second.sent.map(({ text }) => text)).toEqual([helpText]);
});

test.each([
  ['one of our own senders', `+${sender}`],
  ['a stranger in a country that we do not send to', '+4915228817386'],
  ['a premium-rate number', '+19005550123'],
  ['a satellite phone', '+881612345678'],
])('%s gets no automatic answer, and its STOP counts all the same', async (_who, from) => {
  const bench = await answering();
  await bench.hear('HELP', from as PhoneNumber);
  await bench.hear('STOP', from as PhoneNumber);
  await bench.clock.advance(60_000);
  expect(bench.sent).toEqual([]);
  expect(bench.store.suppressions.blocks(from as PhoneNumber)).toBe(true);
});

test('nobody of the team can answer a premium-rate number either', async () => {
  const bench = await answering();
  const from = '+19005550123' as PhoneNumber;
  await bench.hear('Call me', from);
  const { id } = (await bench.store.conversations.find(null, from))!;
  const answer = bench.inbox.answer(id, { text: 'Hello', by: admin, key: 'form' });
  await expect(answer).rejects.toMatchObject({ code: 'costly_number' });
  expect(bench.sent).toEqual([]);
});

test('whoever abroad has got a text of ours is answered like anybody at home', async () => {
  const bench = await answering({ senders: new Map([[sender, 10]]) });
  const from = '+4915228817386' as PhoneNumber;
  const campaign = await bench.approved({ size: 1, firstNumber: 1 });
  await bench.run(3);
  expect(bench.sent).toHaveLength(1);
  await bench.hear('HELP', bench.sent[0]!.to);
  await bench.hear('HELP', from);
  await bench.clock.advance(30_000);
  expect(bench.sent.slice(1).map(({ to }) => to)).toEqual([bench.sent[0]!.to]);
  expect(campaign.sender).toBe(sender);
});

test('a phone that sends our own automatic texts back starts no conversation', async () => {
  const bench = await answering();
  await bench.hear('HELP');
  for (let turn = 0; turn < 10; turn += 1) {
    await bench.clock.advance(10_000);
    const last = bench.sent.at(-1);
    if (last) await bench.hear(`“${last.text}”`);
    await bench.hear(confirmation, aNumber(9));
  }
  expect(bench.sent).toHaveLength(1);
  expect(readReply(helpText)).toBe('reply');
});

test('a hundred who ask for help do not take a place from the campaign that sends', async () => {
  const bench = await answering();
  await bench.approved({ size: 18, firstNumber: 500, throttle: { batchSize: 18, everySeconds: 1, holdAbove: null } });
  for (let no = 0; no < 100; no += 1) await bench.hear('HELP', aNumber(no));
  await bench.run(21);
  const ofCampaign = bench.sent.filter(({ text }) => text !== helpText);
  expect(ofCampaign.length).toBeGreaterThanOrEqual(18);
  await bench.run(30);
  expect(bench.sent.length).toBeGreaterThan(18);
});

test('what waits longer than five minutes is not given any more', async () => {
  const bench = await answering();
  await bench.approved({ size: 600, firstNumber: 500, throttle: { batchSize: 600, everySeconds: 1, holdAbove: null } });
  await bench.run(5);
  await bench.hear('HELP');
  await bench.run(640);
  expect(bench.sent.filter(({ text }) => text === helpText)).toEqual([]);
});

test('a STOP that comes six minutes late is not confirmed, and opts out all the same', async () => {
  const bench = await answering();
  const at = new Date(bench.clock.now().getTime() - 6 * 60_000).toISOString();
  await bench.inbox.receive({ id: 'late', from: aNumber(1), to: sender, text: 'STOP', at });
  await bench.run(10);
  expect(bench.sent).toEqual([]);
  expect((await bench.store.suppressions.get(aNumber(1)))?.kind).toBe('opted_out');
});

test('a confirmation that could not leave within five minutes does not leave at all', async () => {
  const bench = await answering();
  const { find } = bench.store.conversations;
  bench.store.conversations.find = async (...asked) => {
    const found = await find(...asked);
    // The disk takes its time between the turn and the request.
    if (found?.messages.some((text) => text.direction === 'in')) await bench.clock.sleep(6 * 60_000);
    return found;
  };
  await bench.hear('STOP');
  await bench.run(800);
  expect(bench.sent).toEqual([]);
});

test('nothing is answered by itself from a folder that may be older than the world', async () => {
  const bench = await answering();
  bench.store.folder.doubt(true);
  await bench.hear('STOP');
  await bench.run(10);
  expect(bench.sent).toEqual([]);
  expect(await bench.store.suppressions.count()).toBe(1);
});

test('a day has a lid, which admins are told of once and a restart does not lift', async () => {
  const disk = simulatedDisk();
  const settings = { autoAnswersPerDay: 3, roles: { creators: [], approvers: [], admins: [admin] } };
  const first = await answering(settings, { disk });
  for (let no = 0; no < 10; no += 1) {
    await first.hear(no % 2 ? 'HELP' : 'STOP', aNumber(no));
    await first.clock.advance(3_000);
  }
  expect(first.sent).toHaveLength(3);
  const aboutLid = async ({ store }: typeof first) =>
    (await store.announcements.pending()).filter(
      (owed) => owed.kind === 'direct' && owed.text.includes('AUTO_ANSWERS_PER_DAY'),
    );
  expect(await aboutLid(first)).toMatchObject([{ to: admin }]);
  expect(first.store.suppressions.blocks(aNumber(8))).toBe(true);
  await first.close();

  const second = await answering(settings, { disk });
  await second.hear('HELP', aNumber(20));
  await second.clock.advance(10_000);
  expect(second.sent).toEqual([]);
  expect(await aboutLid(second)).toHaveLength(1);
});

test('hundreds who ask for help do not keep the program from stopping, and leave no doubt', async () => {
  const disk = simulatedDisk();
  const bench = await answering({}, { disk });
  for (let no = 0; no < 300; no += 1) await bench.hear('HELP', phoneOf(no) as PhoneNumber);
  const before = bench.sent.length;
  await bench.inbox.stop();
  await bench.clock.advance(600_000);
  expect(bench.sent).toHaveLength(before);
  const states = (await bench.store.conversations.ofCampaign(null))
    .flatMap(({ messages }) => messages)
    .flatMap((message) => (message.direction === 'out' ? [message.state] : []));
  expect(states.filter((state) => state === 'claimed' || state === 'unconfirmed')).toEqual([]);
});
