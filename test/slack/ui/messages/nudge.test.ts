import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../../../src/domain/reply/conversation.ts';
import type { NudgeReport } from '../../../../src/services/reports/waiting-reports.ts';
import { digestMessage } from '../../../../src/slack/ui/messages/nudging/digest.ts';
import { nudgeMessage } from '../../../../src/slack/ui/messages/nudging/nudge.ts';
import { conversationCard } from '../../../../src/slack/ui/messages/replies/inbound.ts';
import { aCampaign, aConversation, admin, agent, approver } from '../../../support/builders.ts';
import { parts, textOf } from '../read-blocks.ts';

const campaign = aCampaign({ hours: null });
const since = '2026-11-23T13:00:00.000Z';
const said = (overrides: Partial<NudgeReport>) => {
  const none = { replies: 0, groups: 0 };
  const nudge: NudgeReport = {
    campaign,
    step: 1,
    replies: 2,
    alike: none,
    since,
    owners: [],
    orphans: 0,
    named: [agent, admin],
  };
  return textOf(nudgeMessage({ ...nudge, ...overrides }).blocks);
};
const press = 'Press Answer replies on the campaign’s message, or Handled where no answer is needed.';
const first = 'the first since 14:00 on 23 Nov (Europe/Berlin).';

describe('a nudge says', () => {
  test('how many wait, since when, and for whom this is', () => {
    expect(said({})).toBe(
      `2 replies to “Autumn reunion” have waited longer than 1 hour, ${first}\n${press}\n@U0AGENT and @U0ADMIN: this is for you.`,
    );
  });

  test('how many of them say the same', () => {
    expect(said({ replies: 12, alike: { replies: 9, groups: 1 } })).toContain(
      '12 replies (9 in one group) to “Autumn reunion” have waited',
    );
  });

  test('how long, in the sending hours of the campaign', () => {
    expect(said({ step: 2, replies: 1, campaign: aCampaign() })).toContain(
      '1 reply to “Autumn reunion” has waited longer than 2 hours of sending hours, since 14:00 on 23 Nov',
    );
  });

  test('into whose hands they were given', () => {
    expect(said({ step: 3, owners: [{ member: approver, replies: 2 }], named: [] })).toBe(
      `2 replies to “Autumn reunion” have waited longer than 3 hours, ${first} They are in hand now: @U0APPROVER has 2.\n${press}`,
    );
  });

  test('that nobody is left to give them to', () => {
    expect(said({ step: 3, orphans: 2, named: [] })).toContain(
      '2 replies are in nobody’s hands: its approver and its author have left, and no admin is named as a person.',
    );
  });

  test.each([1, 3] as const)('one short line once none is left, after step %i', (step) => {
    const line = said({ step, replies: 0, since: null, named: null });
    expect(line.split('\n')).toHaveLength(1);
    expect(line).not.toContain('@');
  });
});

test('the card of a reply that was given to somebody names them until it is seen to', () => {
  const owner = { member: approver, at: since, from: null };
  const card = (overrides: Partial<Conversation>) =>
    textOf(conversationCard(aConversation({ owner, ...overrides }), 0, { campaign }).blocks);
  const given = 'In the hands of @U0APPROVER, because nobody answered in time.';
  expect(card({})).toContain(given);
  expect(card({ owner: { ...owner, from: agent } })).not.toContain('In the hands of');
  expect(card({ status: 'handled', handledBy: agent })).not.toContain('In the hands of');
});

test('a digest names what waits, and leads to where it is done', () => {
  const link = 'https://team.slack.com/archives/C0SMS/p1764000000000100';
  const { blocks } = digestMessage({
    approvals: [{ campaign, link }],
    replies: [{ campaign, replies: 3, link: undefined }],
  });
  expect(textOf(blocks)).toContain('“Autumn reunion” asks for your approval.');
  expect(textOf(blocks)).toContain('“Autumn reunion”: 3 replies are in your hands.');
  expect(parts(blocks)).toContainEqual(expect.objectContaining({ type: 'link', url: link }));
});
