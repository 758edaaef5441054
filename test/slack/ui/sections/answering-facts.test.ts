import { expect, test } from 'vitest';
import { type Answering, nothingForeseen } from '../../../../src/domain/answering/answering.ts';
import { answeringFacts } from '../../../../src/slack/ui/sections/answering-facts.ts';
import { aDraft } from '../../../support/builders.ts';
import { textOf } from '../read-blocks.ts';

const foreseen: Answering = {
  expected: [
    { label: 'Yes', words: ['coming', 'sure', 'count me in', 'ok', 'fine'], thankYou: 'See you, Ana!' },
    { label: 'No', words: [], thankYou: 'Pity.' },
    { label: 'Maybe', words: ['later'], thankYou: null },
    { label: 'Who?', words: [], thankYou: null },
  ],
  canned: [{ label: 'Parking', text: 'Behind the hall, Ana' }],
  outcomes: ['Call back', 'Wrong number'],
  showColumns: ['city'],
  answerWithinSeconds: 7_200,
};
const { segments } = aDraft();
const facts = (shown: Answering | null, total = 240) => {
  const campaign = aDraft({ segments: { ...segments, thankYous: { total, most: 2 } } });
  return textOf({ blocks: answeringFacts({ foreseen: shown, campaign }) } as never);
};

test('say what was foreseen, with each text as it is read and what thank-yous may cost', () => {
  const text = facts(foreseen);
  for (const said of [
    'Yes: coming, sure, count me in and 2 more. Thank-you: “See you, Ana!”',
    'No: Thank-you: “Pity.”',
    'Maybe: later',
    'Who?',
    'Parking: “Behind the hall, Ana”',
    'Thank-yous: up to 240 more segments',
    'Outcomes: Call back and Wrong number',
    'Show on replies: city',
    'Answer within: 2 hours',
  ]) {
    expect(text).toContain(said);
  }
});

test('say nothing of what was not foreseen', () => {
  const campaign = aDraft();
  expect(answeringFacts({ foreseen: null, campaign })).toEqual([]);
  expect(answeringFacts({ foreseen: nothingForeseen, campaign })).toEqual([]);
  const text = facts({ ...nothingForeseen, outcomes: ['Call back'] }, 0);
  expect(text.trim()).toBe('Outcomes: Call back');
});
