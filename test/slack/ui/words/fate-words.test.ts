import { describe, expect, test } from 'vitest';
import { whatBecameOf } from '../../../../src/domain/fate/what-became-of.ts';
import { asText } from '../../../../src/slack/ui/parts/sentence.ts';
import { fateSentence } from '../../../../src/slack/ui/words/fate-words.ts';
import { aCampaign, agent, aRecipient, aSuppression } from '../../../support/builders.ts';

test.each([
  ['person', 'Waits: the campaign is paused by <@U0AGENT>, and goes on when somebody presses Resume.'],
  [
    'provider_balance',
    'Waits: the campaign is paused, because the account at the SMS provider has no credit left, and goes on when somebody presses Resume.',
  ],
] as const)('whoever waits for a paused campaign is told why it is: %s', (reason, said) => {
  const pause = { reason, by: reason === 'person' ? agent : null, at: '2026-11-23T15:00:00.000Z', detail: null };
  const campaign = aCampaign({ status: 'paused', pause });
  const recipient = aRecipient({ state: 'queued', reason: null, attempt: 0 });
  const became = whatBecameOf({ recipient, campaign, suppression: undefined, plan: null });
  expect(asText([fateSentence(became, 'UTC')])).toBe(said);
});

describe('who opted out after they were texted', () => {
  const said = (since: string) => {
    const suppression = aSuppression({ at: since });
    const recipient = aRecipient({ state: 'delivered', changedAt: '2026-11-23T15:05:00.000Z' });
    const became = whatBecameOf({ recipient, campaign: aCampaign(), suppression, plan: null });
    return asText([fateSentence(became, 'Europe/Berlin')]);
  };

  test('is told in one sentence, which names the zone once', () => {
    expect(said('2026-11-23T16:00:00.000Z')).toBe(
      'Texted, and delivered at 16:05 on 23 Nov 2026 (Europe/Berlin); opted out since 17:00.',
    );
    expect(said('2027-01-02T16:00:00.000Z')).toBe(
      'Texted, and delivered at 16:05 on 23 Nov 2026 (Europe/Berlin); opted out since 17:00 on 2 Jan 2027.',
    );
  });

  test('has the zone named where nothing else names it', () => {
    const suppression = aSuppression({ at: '2026-11-23T16:00:00.000Z' });
    const recipient = aRecipient({ state: 'rejected', reason: null, changedAt: null });
    const became = whatBecameOf({ recipient, campaign: aCampaign(), suppression, plan: null });
    expect(asText([fateSentence(became, 'UTC')])).toBe(
      'Not texted: the SMS provider refused the message; opted out since 16:00 on 23 Nov 2026 (UTC).',
    );
  });
});

test('whom the campaign leaves out is told by whom they were texted', () => {
  const recipient = aRecipient({ state: 'skipped', reason: 'texted_abcd2345_2026-05-03' });
  const became = whatBecameOf({
    recipient,
    campaign: aCampaign(),
    suppression: undefined,
    plan: null,
    nameOf: () => 'Open evening',
  });
  expect(asText([fateSentence(became, 'UTC')])).toBe(
    'Not texted: the person was texted on 3 May 2026 by “Open evening”.',
  );
});
