import { describe, expect, test } from 'vitest';
import { lines, richText } from '../../../../src/slack/ui/parts/sentence.ts';
import { cost } from '../../../../src/slack/ui/sections/campaign-facts.ts';
import { aDraft, aPreview } from '../../../support/builders.ts';
import { textOf } from '../read-blocks.ts';

const { segments } = aDraft();
const price = { amount: 80, currency: 'EUR', unpriced: [] };
const costs = (changes: Partial<Parameters<typeof cost>[0]> = {}) => {
  const campaign = aDraft({ segments: { ...segments, total: 1_000, thankYous: { total: 240, most: 2 } } });
  return textOf(richText(lines(cost({ ...aPreview(), campaign, cost: price, ...changes }))));
};

describe('what a campaign costs', () => {
  test('says what thank-yous may add, at the price of the messages', () => {
    expect(costs()).toContain('Thank-yous: up to 240 segments more, about 19.20 EUR');
  });

  test('says it in segments where a price is not known', () => {
    expect(costs({ cost: null })).toMatch(/Thank-yous: up to 240 segments more$/);
    expect(costs({ cost: { ...price, unpriced: ['CU'] } })).toMatch(/Thank-yous: up to 240 segments more$/);
  });

  test('says nothing of thank-yous where none were foreseen', () => {
    expect(costs({ campaign: aDraft() })).not.toContain('Thank-yous');
  });
});
