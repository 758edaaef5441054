import { expect, test } from 'vitest';
import { type Answering, nothingForeseen } from '../../../../src/domain/answering/answering.ts';
import { answeringFacts } from '../../../../src/slack/ui/sections/answering-facts.ts';
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
const facts = (shown: Answering) => textOf({ blocks: answeringFacts({ foreseen: shown }) } as never);

test('say what was foreseen, with each text as it is read', () => {
  const text = facts(foreseen);
  for (const said of [
    'Yes: coming, sure, count me in and 2 more. Thank-you: “See you, Ana!”',
    'No: Thank-you: “Pity.”',
    'Maybe: later',
    'Who?',
    'Parking: “Behind the hall, Ana”',
    'Outcomes: Call back and Wrong number',
    'Show on replies: city',
    'Answer within: 2 hours',
  ]) {
    expect(text).toContain(said);
  }
});

test('say nothing of what was not foreseen', () => {
  expect(answeringFacts({ foreseen: null })).toEqual([]);
  expect(answeringFacts({ foreseen: nothingForeseen })).toEqual([]);
  const text = facts({ ...nothingForeseen, outcomes: ['Call back'] });
  expect(text.trim()).toBe('Outcomes: Call back');
});
