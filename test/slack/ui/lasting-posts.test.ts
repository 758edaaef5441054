import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { CampaignStatus } from '../../../src/domain/campaign/campaign-status.ts';
import { privateStatus, statusMessage } from '../../../src/slack/ui/messages/campaign-message.ts';
import { cancelledAnswer, cancelQuestion } from '../../../src/slack/ui/messages/cancel-question.ts';
import { decidedCard, formerReviewCard, reviewCard } from '../../../src/slack/ui/messages/review-card.ts';
import { aCampaign, aDraft, aPreview, approver, aReport } from '../../support/builders.ts';
import { everyNote } from './every/notes.ts';
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
      for (const card of [reviewCard(campaign, aPreview({ campaign })), decidedCard(campaign)]) {
        expect(textOf(card.blocks)).not.toMatch(/done by|leaves at|starts? at|first batch/);
      }
    }
  },
);

test.each([
  ['approved', aCampaign()],
  ['approved and cancelled', aCampaign({ status: 'cancelled' })],
  ['cancelled', aDraft({ status: 'cancelled' })],
  ['sent back', aDraft({ sentBack: { by: approver, at: '2026-11-23T14:45:00.000Z', reason: 'Wrong\ndate' } })],
  ['taken back', aDraft()],
])('once it is %s, the review card is one line, without the campaign’s facts', (_, campaign) => {
  const said = textOf(decidedCard(campaign).blocks.filter(({ type }) => type !== 'actions'));
  expect(said.split('\n')).toHaveLength(1);
  expect(said).not.toMatch(/Who gets it|Cost|segments|every 5 minutes/);
  expect(said).toContain('“Autumn reunion”');
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
