import { describe, expect, test } from 'vitest';
import type { Announcement, Note } from '../../../../src/domain/campaign/announcement.ts';
import { CampaignId, ChannelId, ConversationId, UserId } from '../../../../src/domain/ids.ts';
import type { CampaignPosts } from '../../../../src/ports/store.ts';
import { type OutboxFacts, planPosts } from '../../../../src/slack/outbox/plan/outbox-plan.ts';
import { aCampaign } from '../../../support/builders.ts';

const one = CampaignId.parse('aaaa2222');
const two = CampaignId.parse('bbbb2222');
const sms = ChannelId.parse('C0SMS');
const other = ChannelId.parse('C0OTHER');
const inbox = ChannelId.parse('C0INBOX');
const posted: CampaignPosts = { review: { channel: sms, id: '1.1' }, message: { channel: sms, id: '2.2' } };
const at = '2026-11-23T14:00:00.000Z';

let made = 0;
const id = () => `a${++made}`;
const note = (kind: Note['kind'], campaignId = one): Announcement => ({
  id: id(),
  at,
  kind: 'note',
  campaignId,
  note: kind === 'batch' ? batch : ({ kind } as Note),
});
const batch: Note = { kind: 'batch', no: 1, accepted: 50, refused: 0, unconfirmed: 0, nextAt: null };
const message = (campaignId = one): Announcement => ({ id: id(), at, kind: 'campaign_message', campaignId });
const inbound = (
  campaignId: CampaignId | null,
  channel: ChannelId | null = null,
  conversation = 'abcdefgh2345',
): Announcement => ({
  id: id(),
  at,
  kind: 'inbound',
  campaignId,
  channel,
  conversationId: ConversationId.parse(conversation),
  messageId: 'm1',
});
const changed = (): Announcement => ({
  id: id(),
  at,
  kind: 'conversation_changed',
  campaignId: one,
  conversationId: ConversationId.parse('abcdefgh2345'),
});
const direct = (): Announcement => ({
  id: id(),
  at,
  kind: 'direct',
  campaignId: null,
  to: UserId.parse('U0ADA'),
  text: 'Hello',
});

function plan(pending: readonly Announcement[], facts: Partial<OutboxFacts> & { posts?: CampaignPosts } = {}) {
  const homes = new Map([
    [one, { campaign: aCampaign({ id: one, channel: sms }), posts: facts.posts ?? posted }],
    [two, { campaign: aCampaign({ id: two, channel: other }), posts: { review: null, message: null } }],
  ]);
  const planned = planPosts({ pending, homes, strangers: inbox, parked: new Set(), ...facts });
  return {
    jobs: planned.jobs.map(({ announcements, place }) => ({ ids: announcements.map(({ id }) => id), place })),
    hopeless: planned.hopeless.map(({ id }) => id),
    homeless: planned.homeless.map(({ id }) => id),
    owed: planned.owed,
  };
}

describe('what the outbox says next', () => {
  test('says who is answering when the channel is owed nothing else', () => {
    const claim = { ...changed(), claim: { at, dueAt: at } } as Announcement;
    const text = inbound(one, null, 'bbbbefgh2345');
    expect(plan([claim, text]).jobs.map(({ ids }) => ids)).toEqual([[text.id]]);
    expect(plan([claim]).jobs.map(({ ids }) => ids)).toEqual([[claim.id]]);
  });

  test('one post for each channel, the oldest first, and no channel waits for another', () => {
    const [first, second, elsewhere, person] = [note('started'), note('resumed'), message(two), direct()];
    expect(plan([first, second, elsewhere, person]).jobs).toEqual([
      { ids: [first.id], place: { channel: sms, thread: '2.2' } },
      { ids: [elsewhere.id], place: { channel: other, thread: null } },
      { ids: [person.id], place: { channel: 'U0ADA', thread: null } },
    ]);
  });

  test('a note waits until the message whose thread it belongs to was posted', () => {
    const [early, root] = [note('approved'), message()];
    const posts = { review: null, message: null };
    expect(plan([early, root], { posts }).jobs).toEqual([{ ids: [root.id], place: { channel: sms, thread: null } }]);
  });

  test('a campaign without a message tells the thread of its review card', () => {
    const cancelled = note('cancelled');
    const posts = { review: posted.review, message: null };
    expect(plan([cancelled], { posts }).jobs).toEqual([
      { ids: [cancelled.id], place: { channel: sms, thread: '1.1' } },
    ]);
  });

  test('batch reports that wait behind each other become one post, replies between them notwithstanding', () => {
    const pending = [note('batch'), note('batch'), inbound(one), note('batch'), note('hold_began'), note('batch')];
    expect(plan(pending).jobs[0]?.ids).toEqual([pending[0]!.id, pending[1]!.id, pending[3]!.id]);
  });

  test('all that one conversation owes is one turn: its texts first, for they say where it belongs', () => {
    const pending = [changed(), note('batch'), changed(), inbound(one)];
    expect(plan(pending).jobs[0]?.ids).toEqual([pending[3]!.id, pending[0]!.id, pending[2]!.id]);
  });

  test('what failed and is left alone for now holds nothing else up', () => {
    const [stuck, next] = [note('started'), note('resumed')];
    expect(plan([stuck, next], { parked: new Set([stuck.id]) }).jobs[0]?.ids).toEqual([next.id]);
  });

  test('a text of no campaign goes to its own channel, else to the inbox channel, else it is kept until there is one', () => {
    const [own, any] = [inbound(null, other), inbound(null, null, 'zzzzzzzz2345')];
    expect(plan([own, any]).jobs.map(({ place }) => place.channel)).toEqual([other, inbox]);
    expect(plan([any], { strangers: null })).toMatchObject({ jobs: [], hopeless: [], homeless: [any.id] });
  });

  test('of six thousand texts of one phone and one of another, two posts are owed, and the other waits for one', () => {
    const flood = Array.from({ length: 6_000 }, () => inbound(one));
    const other = inbound(one, null, 'zzzzzzzz2345');
    const first = plan([...flood, other]);
    expect(first.owed).toBe(2);
    expect(first.jobs[0]?.ids).toHaveLength(6_000);
    expect(plan([other, inbound(one)]).jobs[0]?.ids).toEqual([other.id]);
  });

  test('a card that was changed a moment ago rests, unless somebody pressed a button', () => {
    const resting = new Set([ConversationId.parse('abcdefgh2345')]);
    const [text, batch] = [inbound(one), note('batch')];
    expect(plan([text, batch], { resting }).jobs[0]?.ids).toEqual([batch.id]);
    expect(plan([text, batch, changed()], { resting }).jobs[0]?.ids).toHaveLength(2);
  });

  test.each([
    ['a review card', () => ({ id: id(), at, kind: 'review_card', campaignId: one }) as Announcement],
    ['a new campaign’s message', () => message()],
    ['a warning', () => note('paused')],
  ])('%s goes before texts that waited longer', (_, make) => {
    const urgent = make();
    const pending = [inbound(null, sms), inbound(null, sms, 'zzzzzzzz2345'), urgent];
    expect(plan(pending).jobs[0]?.ids).toEqual([urgent.id]);
  });

  test('a warning takes the batch reports before it along, so that a thread tells its story in order', () => {
    const pending = [inbound(one), note('batch'), note('completed')];
    expect(plan(pending).jobs[0]?.ids).toEqual([pending[1]!.id]);
  });

  describe('people of no campaign', () => {
    const stranger = (no: number, more: { asked?: true } = {}) =>
      ({
        ...inbound(null, sms, `stranger${String(no).padStart(4, '0').replaceAll('0', 'a').replaceAll('1', 'b')}`),
        ...more,
      }) as Announcement;
    const crowd = (size: number) => Array.from({ length: size }, (_, no) => stranger(no + 2));

    test('wait for what a campaign’s people asked later', () => {
      const question = inbound(one, null, 'zzzzzzzz2345');
      expect(plan([...crowd(3), question]).jobs[0]?.ids).toEqual([question.id]);
    });

    test('a few are shown one by one', () => {
      const few = crowd(5);
      expect(plan(few)).toMatchObject({ owed: 5, jobs: [{ ids: [few[0]!.id] }] });
    });

    test('many are told in one post, which takes its turn among the campaigns’ people', () => {
      const [many, question] = [crowd(1_390), inbound(one, null, 'zzzzzzzz2345')];
      expect(plan([...many, question])).toMatchObject({ owed: 2, jobs: [{ ids: many.map(({ id }) => id) }] });
      expect(plan([...many, question], { restingDigests: new Set([sms]) }).jobs[0]?.ids).toEqual([question.id]);
    });

    test('whoever has a card already, or was asked for, is shown among the others', () => {
      const [known, asked] = [stranger(9_000), stranger(9_002, { asked: true })];
      const cards = new Map([[(known as { conversationId: ConversationId }).conversationId, sms]]);
      const many = crowd(10);
      const restingDigests = new Set<string>([sms]);
      expect(plan([...many, known, asked], { cards, restingDigests })).toMatchObject({
        owed: 3,
        jobs: [{ ids: [asked.id] }],
      });
      expect(plan([...many, known], { cards, restingDigests }).jobs[0]?.ids).toEqual([known.id]);
    });

    test('a press on the card of one of them is answered before those who wait', () => {
      const press = { ...changed(), campaignId: null } as Announcement;
      const cards = new Map([[ConversationId.parse('abcdefgh2345'), sms]]);
      expect(plan([...crowd(3), press], { cards }).jobs[0]?.ids).toEqual([press.id]);
    });
  });

  describe('while a channel is closed', () => {
    const closed = new Set<string>([sms]);

    test('its campaign’s author gets a copy in person, once, and the channel is still owed it', () => {
      const [text, told] = [inbound(one), { ...note('paused'), toldInPerson: true }];
      const author = aCampaign().createdBy;
      expect(plan([text, told], { closed }).jobs).toEqual([
        { ids: [text.id], place: { channel: author, thread: null } },
      ]);
      expect(plan([text, told], { closed }).hopeless).toEqual([]);
    });

    test('other channels go on', () => {
      const elsewhere = message(two);
      expect(plan([{ ...note('paused'), toldInPerson: true }, elsewhere], { closed }).jobs[0]?.ids).toEqual([
        elsewhere.id,
      ]);
    });
  });

  test('below a message that was deleted nothing is said any more, but in the channel', () => {
    const news = note('paused');
    expect(plan([news], { goneRoots: new Set(['2.2']) }).jobs[0]?.place).toEqual({ channel: sms, thread: null });
  });

  test('a campaign that a former version moved into direct messages is at home in its channel again', () => {
    const posts = { review: null, message: { channel: ChannelId.parse('D0ADA'), id: '3.3' } };
    expect(plan([note('paused')], { posts }).jobs[0]?.place).toEqual({ channel: sms, thread: null });
  });
});
