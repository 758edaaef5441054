import { describe, expect, test } from 'vitest';
import { contentHash } from '../../../../src/domain/campaign/approval.ts';
import { type Pause, PauseReason } from '../../../../src/domain/campaign/campaign.ts';
import type { CampaignStatus } from '../../../../src/domain/campaign/campaign-status.ts';
import type { BatchPlan } from '../../../../src/domain/pace/throttle.ts';
import { actions } from '../../../../src/slack/ids.ts';
import { campaignMessage, statusMessage } from '../../../../src/slack/ui/messages/campaign-message.ts';
import { readButtonValue } from '../../../../src/slack/ui/parts/button-value.ts';
import { progressBar } from '../../../../src/slack/ui/parts/progress-bar.ts';
import { aCampaign, agent, aProgress, aReport, author, campaignId } from '../../../support/builders.ts';
import { buttonLabels, buttonNamed, textOf } from '../read-blocks.ts';

const inStatus = (status: CampaignStatus) => aReport({ campaign: aCampaign({ status }), plan: null, unanswered: 0 });
const withPlan = (plan: BatchPlan, unanswered = 1) => textOf(campaignMessage(aReport({ plan, unanswered })).blocks);

test.each([
  ['scheduled', ['Pause', 'Cancel']],
  ['running', ['Pause', 'Cancel', 'Change pace']],
  ['paused', ['Resume', 'Cancel', 'Change pace']],
  ['settling', []],
  ['cancelling', []],
  ['completed', ['Copy', 'Follow up']],
  ['cancelled', ['Copy', 'Follow up']],
  ['failed', ['Copy', 'Follow up']],
] as const)('a campaign that is %s has the buttons %j', (status, labels) => {
  expect(buttonLabels(campaignMessage(inStatus(status)).blocks)).toEqual(labels);
});

test.each(['running', 'completed'] as const)(
  'while somebody waits for an answer, one that is %s can be answered',
  (status) => {
    const { blocks } = campaignMessage({ ...inStatus(status), unanswered: 1 });
    expect(buttonLabels(blocks)[0]).toBe('Answer replies');
  },
);

test('cancelling says first that it is final and that nobody else gets a message', () => {
  const report = aReport();
  const button = buttonNamed(campaignMessage(report).blocks, 'Cancel');
  expect(button).toMatchObject({ action_id: actions.cancelCampaign, style: 'danger' });
  const about = { on: 'campaign', campaignId, contentHash: contentHash(report.campaign) };
  expect(readButtonValue(String(button.value))).toEqual(about);
  expect(textOf(button.confirm)).toContain('It is final: nobody else gets a message of “Autumn reunion”');
});

test('an answer for one person has the same facts and no buttons', () => {
  const report = aReport();
  expect(statusMessage(report).text).toBe(campaignMessage(report).text);
  expect(buttonLabels(statusMessage(report).blocks)).toEqual([]);
});

test('shows how far it is, in a bar and in numbers', () => {
  const progress = aProgress({ queued: 500, delivered: 540, submitted: 60, rejected: 3, unconfirmed: 1 });
  const { blocks, text } = campaignMessage(aReport({ progress, replies: 25, unanswered: 3, optedOut: 2 }));

  expect(textOf(blocks)).toContain('█████░░░░░ 55 %');
  for (const said of [textOf(blocks).replaceAll(' · ', ', '), text]) {
    expect(said).toContain(
      '1,104 people: 600 sent (540 delivered), 3 failed, 1 unconfirmed (decide in thread), 500 to come',
    );
    expect(said).toContain('25 replied (3 unanswered), 2 opted out');
  }
});

test.each([
  [0, '░░░░░░░░░░ 0 %'],
  [0.000_001, '█░░░░░░░░░ 1 %'],
  [0.5, '█████░░░░░ 50 %'],
  [0.999_999, '█████████░ 99 %'],
  [1, '██████████ 100 %'],
])('the bar at %d is %s: full only when all is done', (fraction, bar) => {
  expect(progressBar(fraction)).toBe(bar);
});

test('what it is stands in one line, with its short id as code', () => {
  const { blocks } = campaignMessage(aReport());
  expect(textOf(blocks)).toContain('50 every 5 minutes · +12015550123 · @U0AUTHOR, approved by @U0APPROVER · abcd2345');
  expect(JSON.stringify(blocks)).toContain('{"type":"text","text":"abcd2345","style":{"code":true}}');
});

test('a batch and an end on different days both name theirs', () => {
  const until = new Date('2026-11-24T08:00:00.000Z');
  const report = aReport({
    plan: { kind: 'wait', until, because: 'quiet hours' },
    doneAt: new Date('2026-11-25T08:05:00.000Z'),
  });
  expect(textOf(campaignMessage(report).blocks)).toContain(
    'next batch at 09:00 on 24 Nov (Europe/Berlin), done by 09:05 on 25 Nov unless held.',
  );
  expect(textOf(campaignMessage({ ...report, doneAt: null }).blocks)).toContain(
    'next batch at 09:00 on 24 Nov (Europe/Berlin).',
  );
});

describe('a running campaign says what happens next', () => {
  const until = new Date('2026-11-23T15:05:00.000Z');

  test.each<[BatchPlan, string]>([
    [{ kind: 'wait', until, because: 'interval' }, 'Next batch at 16:05 (Europe/Berlin), done by 16:10 unless held.'],
    [
      { kind: 'wait', until, because: 'quiet hours' },
      'Sending hours are over: next batch at 16:05 (Europe/Berlin), done by 16:10 unless held.',
    ],
    [
      { kind: 'wait', until: null, because: 'open replies' },
      '14 replies unanswered, goes on when 7 or fewer are left.',
    ],
    [{ kind: 'wait', until: null, because: 'in flight' }, 'The last messages have left'],
    [{ kind: 'wait', until: null, because: 'held people' }, 'Press Opt out or Keep texting at each such reply'],
    [
      { kind: 'wait', until, because: 'provider' },
      'Nothing is sent now: the SMS provider asks Trickle to wait.\nTrickle tries again at 16:05:00 on 23 Nov (Europe/Berlin).',
    ],
    [{ kind: 'wait', until: null, because: 'clock' }, 'Nothing is sent: the clock'],
    [
      { kind: 'send', count: 50, batch: { no: 2, startedAt: '2026-11-23T15:05:00.000Z' } },
      'Sending batch 2 of 3 now, done by 16:10 (Europe/Berlin) unless held.',
    ],
    [{ kind: 'finished' }, 'Every message has left.'],
  ])('when the plan is %j', (plan, sentence) => {
    expect(withPlan(plan, 14)).toContain(sentence);
  });
});

test.each([
  ['busy', 'it says that too many come at once'],
  ['unreachable', 'it cannot be reached'],
] as const)(
  'while the provider is %s, it says since when nothing is taken, and until when it waits if that is long',
  (because, why) => {
    const standstill = { since: new Date('2026-11-23T15:05:00.000Z'), because };
    const said = (until: Date | null) =>
      textOf(campaignMessage(aReport({ plan: { kind: 'wait', until, because: 'provider' }, standstill })).blocks);
    expect(said(null)).toContain(
      `Nothing is sent now: the SMS provider has taken no message since 16:05 on 23 Nov (Europe/Berlin): ${why}.\nTrickle tries again by itself`,
    );
    expect(said(new Date('2026-11-23T15:20:30.000Z'))).toContain(
      'Trickle tries again at 16:20:30 on 23 Nov (Europe/Berlin).',
    );
  },
);

test.each(PauseReason.options)('a campaign paused for %s says what to do', (reason) => {
  const pause: Pause = {
    reason,
    by: reason === 'person' ? agent : null,
    at: '2026-11-23T15:00:00.000Z',
    detail: 'HTTP 401',
  };
  const { text } = campaignMessage(aReport({ campaign: aCampaign({ status: 'paused', pause }), plan: null }));

  expect(text).toContain(
    reason === 'person' ? 'Paused. Nobody gets a message until somebody presses Resume.' : 'HTTP 401.',
  );
  expect(text).toMatch(/Nobody (gets|has got) a message/);
  expect(text).toMatch(/presse?s? Resume/);
});

test('a slower pace than the approved one names who chose it, and a proposed one who proposes it', () => {
  const slower = { batchSize: 20, everySeconds: 600, holdAbove: 10 };
  const { hours, throttle } = aCampaign();
  const slowed = { throttle: slower, hours, by: agent, at: '2026-11-23T15:00:00.000Z' };
  const faster = { throttle: { ...throttle, batchSize: 80 }, hours, answerWithinSeconds: null };
  const paceProposal = { by: author, at: '2026-11-23T15:00:00.000Z', pace: faster };
  const said = textOf(campaignMessage(aReport({ campaign: aCampaign({ slowed, paceProposal }) })).blocks);
  expect(said).toContain('20 every 10 minutes, slowed by @U0AGENT');
  expect(said).toContain('@U0AUTHOR proposes another pace, 80 every 5 minutes: somebody else has to press Review.');
  const looser = { ...paceProposal, pace: { ...faster, throttle: { ...throttle, holdAbove: 20 } } };
  expect(textOf(campaignMessage(aReport({ campaign: aCampaign({ paceProposal: looser }) })).blocks)).toContain(
    '@U0AUTHOR proposes another pace: somebody else has to press Review.',
  );
  const asApproved = campaignMessage(aReport({ campaign: aCampaign({ slowed: { ...slowed, throttle } }) }));
  expect(textOf(asApproved.blocks)).not.toContain('slowed by');
});
