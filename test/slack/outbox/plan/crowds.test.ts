import { describe, expect, test } from 'vitest';
import type { Announcement } from '../../../../src/domain/campaign/announcement.ts';
import { ChannelId, type ConversationId } from '../../../../src/domain/ids.ts';
import type { Conversation } from '../../../../src/domain/reply/conversation.ts';
import { newConversationId } from '../../../../src/services/new-id.ts';
import { mostLines } from '../../../../src/slack/outbox/plan/crowds.ts';
import { type OutboxFacts, planPosts } from '../../../../src/slack/outbox/plan/outbox-plan.ts';
import { aCampaign, aConversation, anInbound, campaignId } from '../../../support/builders.ts';

const sms = ChannelId.parse('C0SMS');
const posts = { review: null, message: { channel: sms, id: '2.2' } };
const homes = new Map([[campaignId, { campaign: aCampaign({ channel: sms }), posts }]]);
const now = new Date('2026-11-23T14:00:30.000Z');
const nothing = { busy: new Set<string>(), resting: new Set<typeof campaignId>(), apart: new Set<ConversationId>() };

type Owed = { conversation: Conversation; announcement: Announcement };

/** A person wrote at that time of day. */
function wrote(at: string, change: Partial<Conversation> = {}): Owed {
  const id = newConversationId();
  const text = anInbound({ id: `m-${id}`, at: `2026-11-23T${at}.000Z`, post: null });
  const conversation = aConversation({ id, campaignId, messages: [text], ...change });
  const base = { id: `a-${id}`, at: text.at, campaignId, channel: null, conversationId: id, messageId: text.id };
  return { conversation, announcement: { ...base, kind: 'inbound' } };
}

const many = (count: number, at: string) => Array.from({ length: count }, () => wrote(at));

function plan(owed: readonly Owed[], facts: Partial<OutboxFacts> = {}) {
  return planPosts({
    pending: owed.map(({ announcement }) => announcement),
    conversations: new Map(owed.map(({ conversation }) => [conversation.id, conversation])),
    homes,
    strangers: null,
    parked: new Set(),
    crowds: nothing,
    now,
    ...facts,
  });
}

const idsIn = ({ jobs }: ReturnType<typeof plan>) => jobs[0]?.announcements.map(({ id }) => id);
const ids = (owed: readonly Owed[]) => owed.map(({ announcement }) => announcement.id);

describe('cards of a minute', () => {
  test('are single as long as a channel is owed no more than goes out in ten seconds', () => {
    const few = many(10, '14:00:01');
    expect([idsIn(plan(few)), plan(few).owed, plan(few).behind.size]).toEqual([ids(few).slice(0, 1), 10, 0]);
  });

  test('are one post once it is more, in the order in which they came', () => {
    const more = many(11, '14:00:01');
    const planned = plan(more);
    expect([planned.jobs[0]?.crowd, idsIn(planned), planned.owed]).toEqual([true, ids(more), 1]);
    expect([...planned.behind]).toEqual([sms]);
  });

  test('are another post when the first is full', () => {
    const more = many(mostLines + 20, '14:00:01');
    expect([idsIn(plan(more)), plan(more).owed]).toEqual([ids(more).slice(0, mostLines), 2]);
  });

  test('are not mixed with those of another, whoever came first', () => {
    const [early, late] = [many(8, '13:59:59'), many(8, '14:00:00')];
    const mixed = early.flatMap((one, no) => [one, late[no]!]);
    expect([idsIn(plan(mixed)), plan(mixed).owed]).toEqual([ids(early), 2]);
  });

  test('wait for more of their minute while the flood lasts, but not when they are full or the minute is over', () => {
    const crowds = { ...nothing, busy: new Set([sms]), resting: new Set([campaignId]) };
    expect(plan(many(3, '14:00:01'), { crowds }).jobs).toEqual([]);
    expect(plan(many(1, '14:00:01'), { crowds }).jobs).toEqual([]);
    expect(plan(many(mostLines, '14:00:01'), { crowds }).jobs).toHaveLength(1);
    expect(plan(many(3, '13:59:01'), { crowds }).jobs[0]?.crowd).toBe(true);
    expect(plan(many(1, '13:59:01'), { crowds }).jobs[0]?.crowd).toBeUndefined();
  });

  test('of whom Slack took none in a post with others are single again', () => {
    const more = many(11, '14:00:01');
    const crowds = { ...nothing, apart: new Set(more.map(({ conversation }) => conversation.id)) };
    expect(idsIn(plan(more, { crowds }))).toEqual(ids(more).slice(0, 1));
  });
});

describe('a line on a post of many', () => {
  const post = { channel: sms, id: '9.9', many: true as const };
  const shown = anInbound({ id: 'shown', at: '2026-11-23T13:00:00.000Z', post });
  const change = ({ conversation }: Owed, no = 0): Announcement => {
    const { id: conversationId } = conversation;
    return {
      id: `c-${conversationId}-${no}`,
      at: now.toISOString(),
      kind: 'conversation_changed',
      campaignId,
      conversationId,
    };
  };
  const onPost = () => {
    const one = wrote('14:00:01');
    return { ...one, conversation: { ...one.conversation, messages: [shown] } };
  };

  test('is drawn with all others of its post, after everything else', () => {
    const [one, other] = [onPost(), onPost()];
    const changes = [one, other].map((owed) => ({ ...owed, announcement: change(owed) }));
    const planned = plan(changes);
    expect([idsIn(planned), planned.jobs[0]?.redraws, planned.owed]).toEqual([ids(changes), post, 1]);
    const text = wrote('14:00:01');
    expect(idsIn(plan([...changes, text]))).toEqual(ids([text]));
  });

  test('takes a text that needs nobody; one that does gets a card', () => {
    const one = onPost();
    const with_ = (reading: 'opt_out' | 'reply'): Owed => {
      const text = anInbound({ id: 'm2', at: now.toISOString(), post: null, reading });
      return { ...one, conversation: { ...one.conversation, messages: [shown, text] } };
    };
    expect(plan([with_('opt_out')]).jobs[0]?.redraws).toEqual(post);
    expect(plan([with_('reply')]).jobs[0]?.redraws).toBeUndefined();
  });

  test('of a deleted post is nowhere any more: what it is owed is said by itself', () => {
    const one = onPost();
    const planned = plan([{ ...one, announcement: change(one) }], { goneRoots: new Set(['9.9']) });
    expect(planned.jobs[0]?.redraws).toBeUndefined();
  });
});
