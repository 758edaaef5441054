import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CampaignStatus } from '../../../src/domain/campaign/campaign-status.ts';
import { privateStatus, statusMessage } from '../../../src/slack/ui/messages/campaign-message.ts';
import { cancelledAnswer, cancelQuestion } from '../../../src/slack/ui/messages/cancel-question.ts';
import { formerReviewCard, reviewCard } from '../../../src/slack/ui/messages/review-card.ts';
import { aCampaign, aDraft, aPreview, aReport } from '../../support/builders.ts';
import { everyNote } from './every-view.ts';
import { textOf } from './read-blocks.ts';

/** What is true when it is posted, and not for ever: what comes next, and what can be pressed elsewhere. */
const passing =
  /\bpress(?:es)? (?!Handled)|\babove\b|next batch|leaves? (?:at|by itself)|done by|within seconds|\bwill (?!not)|can edit it|goes on with|\bwaiting\b|repl(?:y|ies) unanswered/i;

describe('a post that nothing edits later', () => {
  const notes = everyNote({ name: 'Reunion', short: 'x', text: 'Hi' });

  // The card of people in doubt is edited as receipts and decisions come.
  test.each(notes.filter(([name]) => !name.startsWith('note unconfirmed')))(
    'foretells nothing: %s',
    (_, { blocks }) => {
      expect(textOf(blocks)).not.toMatch(passing);
    },
  );

  test('is what stays of the question whether to cancel', () => {
    expect(textOf(cancelledAnswer(aCampaign()).blocks)).not.toMatch(passing);
  });

  test('is left of a review card that another one replaced', () => {
    expect(textOf(formerReviewCard(aCampaign()).blocks)).not.toMatch(passing);
  });
});

test.each(CampaignStatus.options)(
  'the review card of a campaign that is %s names no time at which it is done',
  (status) => {
    for (const campaign of [aCampaign({ status }), aDraft({ status })]) {
      expect(textOf(reviewCard(campaign, aPreview({ campaign })).blocks)).not.toMatch(/done by|leaves at|starts? at/);
    }
  },
);

test.each([
  ['approved', aCampaign()],
  ['approved and cancelled', aCampaign({ status: 'cancelled' })],
  ['cancelled', aDraft({ status: 'cancelled' })],
])('once it is %s, the review card does not say who gets it and what it costs', (_, campaign) => {
  const said = textOf(reviewCard(campaign, aPreview({ campaign })).blocks);
  expect(said).not.toMatch(/get one message|It costs/);
  expect(said).toContain('50 people every 5 minutes: 3 batches, from +12015550123.');
});

test.each(CampaignStatus.options)('how a campaign that is %s stood is told to one person with the moment', (status) => {
  const report = aReport({ campaign: aCampaign({ status }) });
  const moment = 'As of 16:01:00 on 23 Nov (Europe/Berlin). Its post in #C0REUNION is kept up to date.';
  expect(textOf(privateStatus(report).blocks)).toContain(moment);
  expect(textOf(cancelQuestion(report).blocks)).toContain(moment);
  expect(textOf(statusMessage(report).blocks)).not.toContain('As of');
});

test('nobody is answered with a status that does not say when it was true', () => {
  const answers = globSync('src/slack/listeners/**/*.ts');
  const bare = answers.filter((file) => /\b(?:campaignMessage|statusMessage)\b/.test(readFileSync(file, 'utf8')));
  expect(bare).toEqual([]);
  expect(answers.length).toBeGreaterThan(20);
});
