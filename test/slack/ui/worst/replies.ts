import { nothingForeseen, outcomesOf } from '../../../../src/domain/answering/answering.ts';
import { ConversationId } from '../../../../src/domain/ids.ts';
import type { Conversation } from '../../../../src/domain/reply/conversation.ts';
import type { Reading } from '../../../../src/domain/reply/words/reading.ts';
import { newConversationId } from '../../../../src/services/new-id.ts';
import type { NoReply, ReplyInHand } from '../../../../src/services/replies/answering.ts';
import type { Counted } from '../../../../src/services/reports/reports.ts';
import { mostLines } from '../../../../src/slack/outbox/plan/crowds.ts';
import { aConversation, agent, anAnswer, anInbound } from '../../../support/builders.ts';
import { worstAnswering, worstCampaign } from './campaigns.ts';
import type { Data } from './data.ts';

export function manyTexts(conversation: Conversation): Conversation {
  const messages = Array.from({ length: 20 }, () => conversation.messages).flat();
  return { ...conversation, messages };
}

export function worstConversation(
  data: Data,
  overrides: Partial<Conversation> = {},
  reading: Reading = 'reply',
): Conversation {
  const answers = (
    ['claimed', 'submitted', 'delivered', 'undeliverable', 'rejected', 'unconfirmed', 'not_sent'] as const
  ).map((state) => anAnswer({ state, text: data.text, reason: data.short }));
  const inbound = anInbound({ text: data.text, reading });
  return aConversation({ name: data.short, messages: [inbound, ...answers], ...overrides });
}

/** As many expected answers as a campaign may ever have had. */
export function worstCounted(data: Data, size: number): Counted {
  const answering = worstAnswering(data);
  const campaign = worstCampaign(data, { answering });
  const outcomes = outcomesOf(answering).map((label) => ({ label, people: 1e6 }));
  const { label } = answering.expected[0]!;
  const conversations = Array.from({ length: size }, (_, no) =>
    worstConversation(
      data,
      {
        id: ConversationId.parse(
          `counted${String(1e5 + no)
            .slice(1)
            .replace(/./g, (digit) => 'abcdefghij'[Number(digit)]!)}`,
        ),
        name: `${no} ${data.name}`,
        outcome: { label, by: null, at: campaign.createdAt },
      },
      'expected',
    ),
  );
  return { campaign, outcomes, people: size, conversations };
}

/** A reply in the window, with more canned answers, outcomes and columns than any campaign may have. */
export function worstReply(data: Data, reading: Reading = 'reply'): ReplyInHand {
  const labels = Array.from({ length: 120 }, (_, no) => `${no} ${data.short}`.slice(0, 30));
  const answering = { ...nothingForeseen, outcomes: labels };
  return {
    kind: 'reply',
    campaign: worstCampaign(data, { answering }),
    conversation: worstConversation(data, {}, reading),
    row: {
      message: data.text,
      columns: labels.slice(0, 6).map((name) => ({ name: data.short || name, value: data.text })),
      canned: labels.map((label) => ({ label, text: data.text })),
      leftOut: labels.map((label) => ({ label, why: 'no_value' })),
    },
    others: { says: '"ﷺ'.repeat(80), of: 1e6, until: '2026-11-23T15:00:00.000Z' },
    open: 1e6,
    waitedMs: 1e12,
    at: new Date('2026-11-23T15:00:00.000Z'),
  };
}

export function worstNoReply(data: Data): NoReply {
  const others = Array.from({ length: 300 }, () => ({ member: agent, count: 1e6 }));
  return {
    kind: 'none',
    nextCampaign: worstCampaign(data),
    campaign: worstCampaign(data),
    others,
    skipped: 1e6,
    elsewhere: null,
    mayRelease: true,
    underWay: 1e6,
    at: new Date('2026-11-23T15:00:00.000Z'),
  };
}

/** As many as fit on one post, each with what is as long as it may be. */
export function worstCrowd(data: Data, change: Partial<Conversation> = {}, reading: Reading = 'reply') {
  const campaign = worstCampaign(data);
  const lines = Array.from({ length: mostLines }, (_, no) => {
    const conversation = { ...worstConversation(data, change, reading), id: newConversationId() };
    const texts = conversation.messages.filter((message) => message.direction === 'in');
    return { conversation, texts, suppression: null, ...(no % 2 === 1 && { goesOn: { link: undefined } }) };
  });
  return { campaign, at: campaign.createdAt, lines, isMore: true, now: new Date('2026-11-23T15:00:00.000Z') };
}
