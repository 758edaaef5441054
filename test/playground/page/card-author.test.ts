import { expect, test } from 'vitest';
import { cardAuthor } from '../../../playground/page/card-author.ts';
import type { BlockJson } from '../../../playground/slack/block-json.ts';
import { textOfBlocks } from '../../../playground/slack/people/text-of.ts';
import type { Campaign } from '../../../src/domain/campaign/campaign.ts';
import { UserId } from '../../../src/domain/ids.ts';
import { reviewCard } from '../../../src/slack/ui/messages/review-card.ts';
import { aCampaign, aPreview } from '../../support/builders.ts';

const ada = UserId.parse('U0ADA');
const ben = UserId.parse('U0BEN');
const sentBack = { by: ada, at: '2026-11-23T14:00:00.000Z', reason: 'The date is wrong.' };

test.each<[string, Partial<Campaign>]>([
  ['waits for a review', { status: 'pending_approval' }],
  ['was sent back', { status: 'draft', sentBack }],
  ['is a draft again', { status: 'draft', sentBack: null }],
])('the card of a campaign that %s names its author', (_, overrides) => {
  const campaign = aCampaign({ approval: null, createdBy: ben, lastEditedBy: ben, ...overrides });
  const { blocks } = reviewCard(campaign, aPreview({ campaign }), ['U0ADA']);
  const text = textOfBlocks(blocks as unknown as BlockJson[], (id) => (id === ben ? 'Ben' : 'Ada'));
  expect(cardAuthor({ text })).toBe('ben');
});

test('without a card there is no author', () => {
  expect(cardAuthor(undefined)).toBeNull();
});
