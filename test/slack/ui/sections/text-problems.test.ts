import { expect, test } from 'vitest';
import type { TextProblem } from '../../../../src/domain/wording/problems.ts';
import { actions } from '../../../../src/slack/ids.ts';
import { previewModal } from '../../../../src/slack/ui/modals/preview.ts';
import { reviewModal } from '../../../../src/slack/ui/modals/review.ts';
import { aPreview } from '../../../support/builders.ts';
import { buttonNamed, textOf } from '../read-blocks.ts';

const textProblems: TextProblem[] = [
  {
    code: 'no_way_out',
    sentence: 'The US wants a way out in each text, such as “Reply STOP to opt out”.',
    add: { what: 'way_out', text: 'Reply STOP to opt out' },
  },
  {
    code: 'no_sender_name',
    sentence: 'The US wants each text to say who writes, such as “Acme:”.',
    add: { what: 'name', text: 'Acme: ' },
  },
];

test('what a text lacks stands in preview and review, with the presses that add it in the preview', () => {
  const preview = previewModal(aPreview({ textProblems }));
  const review = reviewModal(aPreview({ textProblems }));
  for (const view of [preview, review]) {
    expect(textOf(view.blocks)).toContain(textProblems[0]!.sentence);
    expect(textOf(view.blocks)).toContain('The rules that we know are not legal advice.');
  }
  expect(buttonNamed(preview, 'Add “Reply STOP to opt out”')).toMatchObject({ action_id: actions.addWayOut });
  expect(buttonNamed(preview, 'Add “Acme: ”')).toMatchObject({ action_id: actions.addName });
  expect(JSON.stringify(review.blocks)).not.toContain(actions.addWayOut);
  expect(textOf(previewModal(aPreview()).blocks)).not.toContain('legal advice');
});
