import type { Bug } from '../bug.ts';

/** A Slack that hangs, limits or lies, and a clock that is wrong. */
export const slackBreaches: readonly Bug[] = [
  {
    name: 'the tick waits until Slack says who approved',
    patches: [
      {
        file: 'src/services/lifecycle/start-campaign.ts',
        find: 'const verdict = checks.look(campaign, approval);',
        put: `const { people } = deps as unknown as { people: { findNow(id: string): Promise<object | undefined> } };
  const verdict = (await people.findNow(approval.by)) ? checks.look(campaign, approval) : 'unknown';`,
      },
    ],
    tests: ['test/services/lifecycle/start-checks.test.ts', 'test/services/sending/tick-waits-for-no-chat.test.ts'],
  },
  {
    name: 'one rate limit of Slack is waited out by everybody',
    patches: [
      {
        file: 'src/slack/api/clients.ts',
        find: 'allowAbsoluteUrls: false,\n    rejectRateLimitedCalls: true,',
        put: 'allowAbsoluteUrls: false,\n    rejectRateLimitedCalls: false,',
      },
    ],
    tests: ['test/slack/requests/deadlines.test.ts'],
  },
  {
    name: 'what an approver was five minutes ago releases a campaign',
    patches: [
      {
        file: 'src/services/campaigns/approving.ts',
        find: 'const { campaign: known, person } = await checkApprover(id, by, people.findNow);',
        put: 'const { campaign: known, person } = await checkApprover(id, by);',
      },
    ],
    tests: ['test/services/lifecycle/start-checks.test.ts'],
  },
  {
    name: 'a started campaign is resumed although its approver has left',
    patches: [
      {
        file: 'src/services/campaigns/controls.ts',
        find: '        refuseIfApproverLeft(current, approver, {',
        put: '        if (current.startedAt === null) refuseIfApproverLeft(current, approver, {',
      },
    ],
    tests: ['test/services/lifecycle/start-checks.test.ts'],
  },
  {
    name: 'a clock that was set back is not noticed',
    patches: [
      {
        file: 'src/services/lifecycle/clock-watch.ts',
        find: '    if (isStep(step)) owe(stepInWords(step));\n',
        put: '    if (isStep(step) && step > 0) owe(stepInWords(step));\n',
      },
    ],
    tests: ['test/services/lifecycle/clock-watch.test.ts'],
  },
  {
    name: 'a batch of the future is waited for',
    patches: [
      {
        file: 'src/services/lifecycle/lifecycle.ts',
        find: 'if (batch && isFromFuture(batch, now)) {',
        put: 'if (batch && isFromFuture(batch, now) && campaign.holdSince) {',
      },
    ],
    tests: ['test/services/lifecycle/clock-watch.test.ts'],
  },
  {
    name: 'a campaign whose sender is gone goes on saying that it sends',
    patches: [
      {
        file: 'src/services/lifecycle/lifecycle.ts',
        find: 'if (!deps.settings.senders.has(found.sender)) {',
        put: 'if (campaign.sender.length === 0) {',
      },
    ],
    tests: ['test/services/lifecycle/who-waits.test.ts'],
  },
  {
    name: 'a campaign whose last people are held goes on saying that it sends',
    patches: [
      {
        file: 'src/domain/pace/throttle.ts',
        find: 'const left = facts.queued - facts.held;',
        put: 'const left = facts.queued;',
      },
    ],
    tests: ['test/services/lifecycle/who-waits.test.ts'],
  },
];
