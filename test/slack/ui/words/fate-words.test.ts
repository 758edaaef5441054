import { expect, test } from 'vitest';
import { whatBecameOf } from '../../../../src/domain/fate/what-became-of.ts';
import { asText } from '../../../../src/slack/ui/parts/sentence.ts';
import { fateSentence } from '../../../../src/slack/ui/words/fate-words.ts';
import { aCampaign, agent, aRecipient } from '../../../support/builders.ts';

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
