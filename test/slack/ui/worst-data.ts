import {
  type Answering,
  answeringLimits,
  nothingForeseen,
  outcomesOf,
} from '../../../src/domain/answering/answering.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import type { EarlierMessage } from '../../../src/domain/campaign/earlier-messages.ts';
import { CampaignId, ConversationId, UserId } from '../../../src/domain/ids.ts';
import type { LeaveOut } from '../../../src/domain/leave-out/leave-out.ts';
import type { Conversation } from '../../../src/domain/reply/conversation.ts';
import { answerLimits } from '../../../src/domain/reply/expected/expected-answer.ts';
import { type GroupAnswer, longestGroupAnswer, newGroup } from '../../../src/domain/reply/group.ts';
import type { Reading } from '../../../src/domain/reply/words/reading.ts';
import type { ResultCount } from '../../../src/services/campaigns/copying.ts';
import { newConversationId } from '../../../src/services/new-id.ts';
import type { NoReply, ReplyInHand } from '../../../src/services/replies/answering.ts';
import type { AnswerPreview } from '../../../src/services/replies/groups/answer-preview.ts';
import type { KnownGroup } from '../../../src/services/replies/groups/need-group.ts';
import type { GroupReport } from '../../../src/services/reports/groups.ts';
import type { Home, HomeLine } from '../../../src/services/reports/home.ts';
import type { CampaignReport, Counted } from '../../../src/services/reports/reports.ts';
import { mostLines } from '../../../src/slack/outbox/plan/crowds.ts';
import {
  aCampaign,
  aConversation,
  agent,
  aNumber,
  anAnswer,
  anInbound,
  aPreview,
  aProgress,
  approver,
  aReport,
  campaignId,
} from '../../support/builders.ts';

/** What strangers write: as long as it can be, so that every limit is met. */
export type Data = { name: string; short: string; text: string };

export const manyAgents = Array.from({ length: 30 }, (_, no) => UserId.parse(`U0ADMIN${no}`));
export const worstHands = manyAgents.map((member) => ({ member, replies: 1e6 }));

export function worstCampaign({ name, short, text }: Data, overrides: Partial<Campaign> = {}): Campaign {
  const rejected = Array.from({ length: 5 }, (_, line) => ({ line: 1e6 + line, value: short, reason: short }));
  return aCampaign({
    name,
    template: text,
    leaveOut: worstLeaveOut(name),
    throttle: { batchSize: 100_000, everySeconds: 7 * 86_400 - 1, holdAbove: 10_000 },
    list: { size: 1e6, columns: [short], hash: 'f', duplicates: 1e6, invalid: 1e6, optedOut: 1e6, rejected },
    segments: {
      total: 2e7,
      most: 20,
      encoding: 'UCS-2',
      odd: {
        people: 1e6,
        links: 1e6,
        numbers: 1e6,
        long: 1e6,
        hosts: Array(5).fill(short),
        moreHosts: 1e6,
        doubtful: 1e6,
        doubtfulHosts: Array(5).fill(short),
        nos: [],
      },
      costs: [1, 2, 20].map((segments) => ({ segments, people: 1e6 })),
      costly: { people: 1e6, more: 2e7, most: 20, letters: Array(5).fill(short.slice(0, 2)), example: short },
      thankYous: { total: 2e7, most: 20 },
      plainer: { letters: Array(10).fill('’'), people: 1e6, saved: 1e6 },
    },
    startAt: '2026-12-01T09:00:00.000Z',
    sentBack: { by: agent, at: '2026-11-23T14:00:00.000Z', reason: text },
    ...overrides,
  });
}

/** As much as a campaign may foresee, and more of a text than it may have. */
export function worstEarlier({ name, text }: Pick<Data, 'name' | 'text'>): EarlierMessage[] {
  return Array.from({ length: 10 }, (_, no) => ({
    id: CampaignId.parse(`abcdefg${'abcdefghij'[no]}`),
    name,
    template: text,
  }));
}

export function worstLeaveOut(name: string): LeaveOut {
  const others = Array.from({ length: 9 }, () => ({ kind: 'in_campaign' as const, campaignId, name }));
  return [{ kind: 'texted', days: 365 }, ...others];
}

export function worstAnswering({ name, short, text }: Data): Answering {
  const times = <T>(count: number, one: (no: number) => T): T[] => Array.from({ length: count }, (_, no) => one(no));
  const label = (no: number) => `${no}${name}`.slice(0, answeringLimits.label);
  const words = times(answerLimits.words, () => short.slice(0, answerLimits.word));
  return {
    expected: times(answerLimits.lines, (no) => ({ label: label(no), words, thankYou: text })),
    canned: times(answeringLimits.canned, (no) => ({ label: label(no), text })),
    outcomes: times(answeringLimits.outcomes, (no) => label(no + answeringLimits.expected)),
    showColumns: times(answeringLimits.columns, () => short.slice(0, 42)),
    answerWithinSeconds: 604_799,
  };
}

export function worstPreview(data: Data) {
  const { short, text } = data;
  return aPreview({
    foreseen: worstAnswering(data),
    samples: Array.from({ length: 3 }, () => ({ number: aNumber(), text, isLeftOut: true })),
    audience: { people: 1e6, optedOut: 1e6, leftOut: Array(10).fill(1e6), submitted: 1e6 - 1 },
    warnings: Array.from({ length: 40 }, () => short),
    pace: short,
    cost: { amount: 1_234_567.89, currency: 'EUR', unpriced: ['CU', 'NO', 'SE', 'FI'] },
    textedLately: 1e6,
    places: Array.from({ length: 40 }, () => ({ country: 'CU', people: 1e6, segments: 1e7, cost: 1e7 })),
    abroad: Array.from({ length: 40 }, () => ({ country: 'CU', people: 1e6, parts: 1e7 })),
    tests: [{ by: agent, at: '2026-11-23T14:40:00.000Z', state: 'delivered' as const, isThis: true }],
    alsoWaiting: { people: 1e6, campaigns: Array.from({ length: 40 }, () => ({ id: campaignId, name: short })) },
  });
}

export function worstPage(data: Data) {
  const one = { no: 1e6, number: '•••• 0100', text: data.text, isOdd: true, isLeftOut: true, byRule: true as const };
  return { campaign: worstCampaign(data), page: 1, pages: 1e5, messages: Array.from({ length: 3 }, () => one) };
}

export function worstReport(data: Data, overrides: Partial<CampaignReport> = {}): CampaignReport {
  return aReport({
    campaign: worstCampaign(data),
    progress: aProgress({
      queued: 1e6,
      delivered: 1e6,
      rejected: 1e6,
      unconfirmed: 1e6,
      skipped: 1e6,
      undeliverable: 1e6,
    }),
    replies: 1e6,
    unanswered: 1e6,
    countings: Array.from({ length: 100 }, (_, no) => ({
      example: `${no} ${data.text}`,
      counts: { id: 'c', label: data.short.slice(0, 30) || 'x', by: agent, at: '2026-11-23T14:40:00.000Z' },
    })),
    neverAnswered: { waiting: [{ member: null, replies: 1e6 }, ...worstHands], handled: worstHands },
    optedOut: 1e6,
    outcomes: Array.from({ length: 20 }, (_, no) => ({ label: `${no} ${data.short}`.slice(0, 40), people: 1e6 })),
    waits: {
      answered: 1e6,
      medianMs: 1e9,
      p90Ms: 1e9,
      longestMs: 1e9,
      byMember: Array.from({ length: 50 }, () => ({ member: agent, answered: 1e6 })),
    },
    batch: { no: 1e6, of: 1e6 },
    ...overrides,
  });
}

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

/** Of a million people who wrote what is as long as it may be. */
export function worstGroup(
  data: Data,
  { answer: state, people = 1e6, isCounted = false }: WorstGroup = {},
): GroupReport {
  const campaign = worstCampaign(data, { answering: worstAnswering(data) });
  const named = Array.from({ length: 5 }, () => worstConversation(data));
  const others = (
    [
      'unconfirmed',
      'rejected',
      'opted_out',
      'wrote_again',
      'taken',
      'no_value',
      'too_long',
      'cannot_be_texted',
      'not_sent',
      'waits',
    ] as const
  ).map((why) => ({ why, people: 1e6, named }));
  const text = data.text.slice(0, longestGroupAnswer) || 'x';
  const base = { id: 'V0ANSWER', text, by: agent, at: campaign.createdAt, until: campaign.createdAt, of: 1e6 };
  const answer = state ? { ...base, state, releasedBy: state === 'proposed' ? null : approver } : null;
  const counts = isCounted
    ? { id: 'c', label: data.short.slice(0, 30) || 'x', by: agent, at: campaign.createdAt }
    : null;
  const group = { ...newGroup({ says: 'ﷺ'.repeat(160), example: data.text }), answer, counts };
  return {
    campaign,
    group,
    people,
    since: campaign.createdAt,
    answer: answer && { ...answer, left: 1e6, reached: 1e6, others },
    earlier: Array.from({ length: 3 }, (_, no) => ({ ...base, of: 1e6 - no, releasedBy: approver, reached: 1e6 - no })),
  };
}

type WorstGroup = { answer?: GroupAnswer['state']; people?: number; isCounted?: boolean };

export function worstMembers(data: Data, size: number): KnownGroup {
  const { campaign, group } = worstGroup(data);
  const texts = Array.from({ length: 9 }, (_, no) => anInbound({ id: `in-${no}`, text: data.text }));
  const members = Array.from({ length: size }, (_, no) =>
    worstConversation(data, { name: `${no} ${data.name}`, messages: texts }),
  );
  return { campaign, group, members };
}

export function worstAnswerPreview(data: Data, overrides: Partial<AnswerPreview> = {}): AnswerPreview {
  const { campaign, group } = worstGroup(data);
  return {
    campaign,
    group,
    text: data.text,
    of: 1e7,
    until: campaign.createdAt,
    leftOut: new Map([
      ['opted_out', 1e6],
      ['no_value', 1e6],
      ['too_long', 1e6],
      ['cannot_be_texted', 1e6],
    ]),
    samples: Array.from({ length: 3 }, () => ({ person: worstConversation(data), text: data.text })),
    segments: 1e8,
    cost: { amount: 1_234_567.89, currency: 'EUR', unpriced: ['CU', 'NO', 'SE', 'FI'] },
    needsColleague: true,
    ...overrides,
  };
}

/** As many entries as a page of the Home tab has, of that kind, each of another campaign, with the checklist above. */
export function worstHome(data: Data, kind: HomeLine['kind'], overrides: Partial<Home> = {}): Home {
  const lines = Array.from({ length: 30 }, (_, no): HomeLine => {
    const id = CampaignId.parse(`homepa${String.fromCharCode(97 + Math.floor(no / 26), 97 + (no % 26))}`);
    return worstLine(kind, data, { id });
  });
  const checklist = (['admins', 'approvers', 'inbox', 'test', 'receipts', 'texts'] as const).map((what, no) => ({
    what,
    isDone: no % 2 === 0,
  }));
  const at = new Date('2026-11-23T15:00:00.000Z');
  return { at, zone: 'Europe/Berlin', mayWrite: true, checklist, page: 0, pages: 40, lines, ...overrides };
}

function worstLine(kind: HomeLine['kind'], data: Data, changes: Partial<Campaign>): HomeLine {
  if (kind === 'under_way' || kind === 'recent') {
    const status = kind === 'recent' ? 'completed' : 'paused';
    return { kind, report: worstReport(data, { campaign: worstCampaign(data, { ...changes, status }) }) };
  }
  return { kind, campaign: worstCampaign(data, changes), replies: 1e6, waitedMs: 1e12 };
}

export function worstResults(data: Data): ResultCount[] {
  const labels = outcomesOf(worstAnswering(data)).map((label) => ({ kind: 'outcome' as const, label }));
  const kinds = (['delivered', 'failed', 'no_answer'] as const).map((kind) => ({ kind }));
  return [...kinds, ...labels].map((result) => ({ result, people: 1e6 }));
}
