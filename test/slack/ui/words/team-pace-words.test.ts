import { describe, expect, test } from 'vitest';
import type { CampaignReport } from '../../../../src/services/reports/reports.ts';
import { campaignMessage } from '../../../../src/slack/ui/messages/campaign-message.ts';
import { aCampaign, aReport } from '../../../support/builders.ts';

const campaign = aCampaign({ throttle: { batchSize: 50, everySeconds: 300, holdAbove: 10, pace: 'team' } });
const sizing = { size: 12, open: 9, expected: 5, answering: 3, because: 'room' as const };
const textOf = (report: Partial<CampaignReport>) =>
  JSON.stringify(campaignMessage(aReport({ campaign, doneAt: null, sizing, ...report })));

describe('the message of a campaign that follows the team', () => {
  test('says how large the next batch is, and on what that rests', () => {
    const said = textOf({ unanswered: 9 });
    expect(said).toContain('Next batch 12 people: 9 replies open, about 5 more to come, 3 answering.');
    expect(said).toContain('It leaves at 16:05 (Europe/Berlin).');
    expect(said).not.toContain('Next batch at');
    expect(said).toContain('Follows the team, up to 50 every 5 minutes');
  });

  test('says why it waits when no more replies fit, and that some are of another campaign', () => {
    const plan = { kind: 'wait', until: null, because: 'no room' } as const;
    const said = textOf({ plan, sizing: { ...sizing, size: 0, answering: 0, because: 'no room' as const } });
    expect(said).toContain(
      'The next batch waits: 9 replies open in this channel, about 5 more to come, nobody answering.',
    );
    expect(said).toContain('Send the next batch anyway');
  });

  test('says when nobody answers', () => {
    const said = textOf({ plan: { kind: 'wait', until: null, because: 'nobody answers' } });
    expect(said).toContain('nobody has handled one for an hour: the next batch waits until somebody does.');
  });
});
