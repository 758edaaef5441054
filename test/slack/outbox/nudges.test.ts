import { beforeEach, describe, expect, test } from 'vitest';
import { contentHash } from '../../../src/domain/campaign/approval.ts';
import { type CampaignId, ConversationId, PhoneNumber, UserId } from '../../../src/domain/ids.ts';
import { aFormInput, anInbound } from '../../support/builders.ts';
import { type Bench, benchForEach, comesTrue, from, hastyClock } from '../slack-bench.ts';
import { parts } from '../ui/read-blocks.ts';

const ada = UserId.parse('U0ADA');
const ben = UserId.parse('U0BEN');
const phone = PhoneNumber.parse('+12015550150');
const minute = 60_000;

/** Four hours ago, which the tests come back from. */
let behindMs = 0;
const clock = { ...hastyClock(), now: () => new Date(Date.now() - behindMs) };

beforeEach(() => {
  behindMs = 240 * minute;
});
let bench: Bench;
benchForEach(
  (fresh) => {
    bench = fresh;
  },
  { clock },
);

const roots = () => bench.slack.channel('sms').messages();
const inThread = () => roots().flatMap(({ thread }) => thread);
const nudgesIn = (messages: readonly { text: string }[]) =>
  messages.filter(({ text }) => /waited longer|seen to/.test(text));
const ofBen = () => bench.slack.as('ben').dms();

/** A campaign of Ada's that Ben approved, and a text that nobody answers. */
async function aForgottenReply(): Promise<CampaignId> {
  const { campaigns, dispatcher, inbox } = bench.services;
  const content = await campaigns.read(aFormInput({ sender: from, channel: 'C0SMS', hours: 'any time' }), ada);
  const { campaign } = await campaigns.draft({ content, source: phone, by: ada, origin: 'V1' });
  await campaigns.submit(campaign.id, { by: ada, contentHash: contentHash(campaign) });
  await campaigns.approve(campaign.id, {
    by: ben,
    contentHash: (await campaigns.preview(campaign.id)).contentHash,
    ticked: ['nobody_said'],
  });
  await comesTrue(async () => {
    await dispatcher.tick();
    return bench.sent.length > 0;
  });
  await inbox.receive({ id: 'in-1', from: phone, to: from, text: 'When?', at: clock.now().toISOString() });
  await bench.slack.until(() => inThread().some(({ text }) => text.includes('When?')));
  return campaign.id;
}

/** Time goes on while everybody is away; then the program looks after the replies as often as it does. */
async function later(minutes: number, isTrue: () => boolean): Promise<void> {
  behindMs -= minutes * minute;
  await comesTrue(() => {
    bench.services.nudges.tick();
    return isTrue();
  });
}

/** A post counts from when the program knows that it stands: only then may time go on. */
async function stands(id: CampaignId, step: number): Promise<void> {
  await comesTrue(
    async () => (await bench.store.campaigns.posts(id)).nudges?.some((post) => post.step === step) === true,
  );
}

const counted = () => ({
  thread: nudgesIn(inThread()).length,
  channel: nudgesIn(roots()).length,
  inPerson: ofBen().length,
});

describe('a reply that nobody answers', () => {
  test('is told in the thread, in the channel and to its owner, once each, and edited once it is seen to', async () => {
    const id = await aForgottenReply();
    await later(61, () => counted().thread === 1);
    const [first] = nudgesIn(inThread());
    expect(first?.text).toContain('1 reply to “Autumn reunion” has waited longer than 1 hour, since ');
    expect(first?.text).toContain('@Ada: this is for you.');
    await stands(id, 1);

    await later(61, () => counted().channel === 1);
    expect(nudgesIn(roots())[0]?.text).toContain('has waited longer than 2 hours');
    await stands(id, 2);

    await later(61, () => counted().channel === 2 && counted().inPerson === 1);
    expect(nudgesIn(roots())[1]?.text).toContain('It is in hand now: @Ben has 1.');
    expect(ofBen()[0]?.text).toContain('1 reply is in your hands, because nobody answered in time.');
    const one = await bench.store.conversations.find(id, phone);
    expect(one?.owner).toMatchObject({ member: ben, from: null });

    await bench.services.inbox.handle(one!.id, ben);
    await later(1, () => [...nudgesIn(roots()), ...nudgesIn(inThread())].every(({ text }) => text.includes('seen to')));
    expect(counted()).toEqual({ thread: 1, channel: 2, inPerson: 1 });
  });

  test('is counted with others in one post, which is edited', async () => {
    const id = await aForgottenReply();
    await later(61, () => counted().thread === 1);
    const at = new Date(clock.now().getTime() - 60 * minute).toISOString();
    await bench.store.conversations.save({
      ...(await bench.store.conversations.find(id, phone))!,
      id: ConversationId.parse('bbbbbbbbbbbb'),
      version: 0,
      number: PhoneNumber.parse('+12015550151'),
      messages: [anInbound({ id: 'in-2', text: 'Where?', at })],
    });
    bench.announcer.refresh(id);
    await later(1, () => nudgesIn(inThread())[0]?.text.includes('2 replies') === true);
    expect(counted()).toMatchObject({ thread: 1, channel: 0 });
  });
});

test('a member who asked for it is told each day what waits for them, with the way there', async () => {
  const benny = bench.slack.as('ben');
  await benny.command('/sms-campaign', 'remind');
  await bench.slack.until(() => benny.ephemerals().some(({ text }) => text.includes('You get no reminders.')));
  const { campaigns, reminders } = bench.services;
  const content = await campaigns.read(aFormInput({ sender: from, channel: 'C0SMS', hours: 'any time' }), ada);
  const { campaign } = await campaigns.draft({ content, source: phone, by: ada, origin: 'V1' });
  await campaigns.submit(campaign.id, { by: ada, contentHash: contentHash(campaign) });
  await bench.slack.until(() => roots().some(({ buttons }) => buttons.includes('Review')));

  await benny.command('/sms-campaign', 'remind 9:00');
  const answer = await bench.slack.until(() =>
    benny.ephemerals().find(({ text }) => text.includes('Each day at 09:00')),
  );
  expect(answer.text).toContain('/sms-campaign remind off ends that.');
  const reminder = (await reminders.reminderOf(ben))!;
  const shows = new Intl.DateTimeFormat('sv-SE', { timeZone: reminder.zone, timeStyle: 'short' }).format(clock.now());
  await bench.store.reminders.save({ ...reminder, time: shows, doneOn: '2020-01-01' });
  await later(0, () => ofBen().length === 1);
  expect(ofBen()[0]?.text).toContain('“Autumn reunion” asks for your approval.');
  expect(parts(ofBen()[0]?.blocks).filter(({ type }) => type === 'link')).toHaveLength(1);

  await benny.command('/sms-campaign', 'remind off');
  await bench.slack.until(() => benny.ephemerals().length === 3);
  expect(await bench.store.reminders.all()).toEqual([]);
});
