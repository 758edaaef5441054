import { expect, test } from 'vitest';
import type { PlaceOutlook } from '../../../../src/services/places/outlook.ts';
import { previewModal } from '../../../../src/slack/ui/modals/preview.ts';
import { reviewModal } from '../../../../src/slack/ui/modals/review.ts';
import { aPreview } from '../../../support/builders.ts';
import { textOf } from '../read-blocks.ts';

const { forecast, outlook } = aPreview();
const now = forecast.firstBatchAt;
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const here: PlaceOutlook = { where: 'New York', people: 35, kind: 'reached', opens: now, closes: later(8), last: null };
const there: PlaceOutlook = { ...here, where: 'California', people: 3, opens: later(2) };
const shown = (...places: PlaceOutlook[]) => previewModal(aPreview({ outlook: { ...outlook, places } }));

test('that the forecast knows of no hours is said only where somebody waits for theirs', () => {
  const words = 'The forecast’s replies come as if nobody waited for these hours.';
  expect(textOf(shown(here).blocks)).toContain('35 people in New York: ');
  expect(textOf(shown(here).blocks)).not.toContain(words);
  expect(textOf(shown(here, there).blocks)).toContain(words);
});

test('that the rules are not legal advice is said once', () => {
  const textProblems = [{ sentence: 'Say who writes.' }];
  const preview = aPreview({ textProblems, outlook: { ...outlook, places: [here] } });
  for (const view of [shown(here), previewModal(preview), reviewModal(preview)]) {
    expect(textOf(view.blocks).match(/legal advice/g)).toHaveLength(1);
  }
});
