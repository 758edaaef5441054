import { type GroupAnswer, longestGroupAnswer, MissedBecause, newGroup } from '../../../../src/domain/reply/group.ts';
import type { AnswerPreview } from '../../../../src/services/replies/groups/answer-preview.ts';
import type { KnownGroup } from '../../../../src/services/replies/groups/need-group.ts';
import type { GroupReport } from '../../../../src/services/reports/groups.ts';
import { agent, anInbound, approver } from '../../../support/builders.ts';
import { worstAnswering, worstCampaign } from './campaigns.ts';
import type { Data } from './data.ts';
import { worstConversation } from './replies.ts';

/** Of a million people who wrote what is as long as it may be. */
export function worstGroup(
  data: Data,
  { answer: state, people = 1e6, isCounted = false }: WorstGroup = {},
): GroupReport {
  const campaign = worstCampaign(data, { answering: worstAnswering(data) });
  const named = Array.from({ length: 5 }, () => worstConversation(data));
  const others = ([...MissedBecause.options, 'unconfirmed', 'rejected', 'waits'] as const).map((why) => ({
    why,
    people: 1e6,
    named,
  }));
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
