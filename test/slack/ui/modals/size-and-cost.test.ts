import { describe, expect, test } from 'vitest';
import { actions } from '../../../../src/slack/ids.ts';
import { previewModal } from '../../../../src/slack/ui/modals/preview.ts';
import { reviewModal } from '../../../../src/slack/ui/modals/review.ts';
import { aDraft, aPreview } from '../../../support/builders.ts';
import { buttonNamed, textOf } from '../read-blocks.ts';

const factsOf = (overrides: Parameters<typeof aPreview>[0]) => textOf(reviewModal(aPreview(overrides)).blocks);

describe('the facts', () => {
  test.each([
    [{ amount: 94.4, currency: 'EUR', unpriced: [] }, 'Cost: about 94.40 EUR, 120 segments\n'],
    [
      { amount: 94.4, currency: 'EUR', unpriced: ['CU'] },
      'Cost: about 94.40 EUR, plus texts to Cuba (price not known), 120 segments\n',
    ],
    [null, 'Cost: unknown, the SMS provider did not tell its price; 120 segments\n'],
  ])('say what it costs: %j', (cost, sentence) => {
    expect(factsOf({ cost })).toContain(sentence);
  });

  test('say in how many segments it goes out, and because of which letters', () => {
    const costs = [1, 2].map((segments) => ({ segments, people: segments === 1 ? 83 : 37 }));
    const size = { total: 157, most: 2, encoding: 'UCS-2' as const, costs };
    const costly = { people: 37, more: 37, most: 2, letters: ['ë'], example: 'Zoë' };
    expect(factsOf({ campaign: aDraft({ segments: { ...size, costly } }) })).toContain(
      ', 157 segments, 1 to 2 a message. 37 messages cost 37 segments more, because of ë in “Zoë”\n',
    );
    const plainer = { letters: ['’', '\u00a0'], people: 37, saved: 74 };
    const view = previewModal(aPreview({ campaign: aDraft({ segments: { ...size, plainer } }) }));
    expect(textOf(view.blocks)).toContain(
      '’ a special space in the message cost 74 segments more, for 37 people. Plain characters say the same.',
    );
    expect(buttonNamed(view, 'Use plain characters')).toMatchObject({ action_id: actions.usePlainCharacters });
  });

  test.each([
    [[[2, 15]], ', 240 segments, 2 a message\n'],
    [
      [
        [1, 1],
        [2, 119],
      ],
      ', 240 segments, 1 to 2 a message\n',
    ],
    [
      [
        [1, 100],
        [2, 19],
        [7, 1],
      ],
      ', 240 segments, 1 to 7 a message\n',
    ],
    [
      [
        [1, 10],
        [2, 10],
        [3, 10],
        [4, 90],
      ],
      ', 240 segments, 1 to 4 a message\n',
    ],
  ])('say how long the messages are: %j', (lengths, said) => {
    const costs = lengths.map(([segments, people]) => ({ segments: segments!, people: people! }));
    const most = costs.at(-1)!.segments;
    expect(factsOf({ campaign: aDraft({ segments: { total: 240, most, encoding: 'GSM-7', costs } }) })).toContain(said);
  });

  test('count people, segments and cost for each country, and say who has to approve it because of them', () => {
    const text = factsOf({
      places: [
        { country: 'CU', people: 97, segments: 97, cost: 7.76 },
        { country: 'US', people: 3, segments: 3, cost: null },
      ],
      abroad: [{ country: 'CU', people: 97, parts: 97 }],
    });
    expect(text).toContain('Cuba: 97 people, 97 segments, 7.76 EUR');
    expect(text).toContain('United States: 3 people, 3 segments, price unknown');
    expect(text).toContain('An admin has to submit or approve this: the list has 97 people in Cuba.');
    const forAdmins = factsOf({ abroad: [{ country: 'CU', people: 97, parts: 97 }], needsAdmin: false });
    expect(forAdmins).toContain('⚠️ Check first\nThe list has 97 people in Cuba.');
  });
});
