import { describe, expect, test } from 'vitest';
import { nothingForeseen } from '../../../../src/domain/answering/answering.ts';
import { CampaignId } from '../../../../src/domain/ids.ts';
import { isHolding, resumeAt, type Throttle } from '../../../../src/domain/pace/throttle.ts';
import type { TeamLoad } from '../../../../src/domain/team/load.ts';
import { campaignFormModal } from '../../../../src/slack/ui/modals/campaign-form.ts';
import { lines, richText } from '../../../../src/slack/ui/parts/sentence.ts';
import { holdInWords } from '../../../../src/slack/ui/words/figures.ts';
import { holdSentence, nowSentences } from '../../../../src/slack/ui/words/status-words.ts';
import { aCampaign, aReport, aTeam, sender } from '../../../support/builders.ts';
import { textOf } from '../read-blocks.ts';

const upTo = Array.from({ length: 120 }, (_, holdAbove) => holdAbove);
const throttleOf = (holdAbove: number): Throttle => ({ batchSize: 50, everySeconds: 300, holdAbove });

/** The first number of a sentence is where the hold begins, the second where it ends. */
function numbersIn(sentence: string): [number, number] {
  const begins = sentence.includes('any unanswered reply')
    ? 0
    : Number(/above ([\d,]+) unanswered repl/.exec(sentence)?.[1]);
  const ends = sentence.includes('none is')
    ? 0
    : Number(/(?:until|goes on when) ([\d,]+) or fewer/.exec(sentence)?.[1]);
  return [begins, ends];
}

test.each(upTo)('what is said of a hold above %i is what the throttle does', (holdAbove) => {
  const throttle = throttleOf(holdAbove);
  const [begins, ends] = numbersIn(holdInWords(holdAbove));
  expect(isHolding(throttle, { unanswered: begins + 1, holding: false })).toBe(true);
  expect(isHolding(throttle, { unanswered: begins, holding: false })).toBe(false);
  expect(isHolding(throttle, { unanswered: ends + 1, holding: true })).toBe(true);
  expect(isHolding(throttle, { unanswered: ends, holding: true })).toBe(false);
  expect(numbersIn(holdSentence(aCampaign(), aTeam({ replies: begins + 1 }), resumeAt(holdAbove)))[1]).toBe(ends);
});

test.each([
  [0, 'Held by any unanswered reply, until none is left.'],
  [1, 'Held above 1 unanswered reply, until none is left.'],
  [3, 'Held above 3 unanswered replies, until 2 or fewer are left.'],
  [10, 'Held above 10 unanswered replies, until 7 or fewer are left.'],
])('a hold above %i is told in one sentence that does not contradict itself', (holdAbove, sentence) => {
  expect(holdInWords(holdAbove)).toBe(sentence);
});

describe('a hold of a team', () => {
  const others = [1, 2, 3].map((no) => ({ id: CampaignId.parse(`othersa${no + 1}`), name: `No ${no}`, replies: no }));
  const held = (overrides: Partial<TeamLoad>) => holdSentence(aCampaign(), aTeam({ replies: 5, ...overrides }), 2);
  const own = aTeam({ replies: 5 }).of;

  test.each([
    [{}, '5 replies unanswered, goes on when 2 or fewer are left.'],
    [{ of: [...own, others[0]!] }, '5 replies unanswered, 1 of them to “No 1”, goes on when 2 or fewer are left.'],
    [
      { of: [...own, ...others] },
      '5 replies unanswered, 1 of them to “No 1”, 2 of them to “No 2” and more to others, goes on when 2 or fewer are left.',
    ],
    [{ inHands: 3 }, '5 replies unanswered, beside 3 in somebody’s hands, goes on when 2 or fewer are left.'],
  ])('names whose replies they are: %j', (overrides, sentence) => {
    expect(held(overrides)).toBe(sentence);
  });

  test('by one reply that waited too long says within which time', () => {
    const plan = { kind: 'wait', until: null, because: 'late replies' } as const;
    const answering = { ...nothingForeseen, answerWithinSeconds: 900 };
    const report = aReport({ campaign: aCampaign({ answering }), plan });
    expect(textOf(richText(lines(...nowSentences(report))))).toBe(
      'A reply has waited longer than 15 minutes, and holds the next batch until it is answered.',
    );
  });
});

test('the form says the same without a number', () => {
  expect(JSON.stringify(campaignFormModal({ input: {}, senders: [sender] }))).toContain(
    'When more replies than this are unanswered in the channel, of all its campaigns, the next batch waits until three quarters of this number are, or fewer.',
  );
});

const berlin = { zone: 'Europe/Berlin', days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '20:00' };
test.each([
  [{ hours: null, startAt: null }, 'get it within seconds.'],
  [{ hours: berlin, startAt: null }, 'get it within seconds.'],
  [{ hours: { ...berlin, from: '18:00' }, startAt: null }, 'get it at 18:00 on 23 Nov (Europe/Berlin).'],
  [{ hours: berlin, startAt: '2026-11-24T12:00:00.000Z' }, 'get it at 13:00 on 24 Nov (Europe/Berlin).'],
  [{ hours: berlin, startAt: '2026-11-24T22:00:00.000Z' }, 'get it at 09:00 on 25 Nov (Europe/Berlin).'],
  [{ hours: null, startAt: '2026-11-24T22:00:00.000Z' }, 'get it at 23:00 on 24 Nov (Europe/Berlin).'],
])('an approved campaign says when the first get it: %j', (overrides, sentence) => {
  const report = aReport({ campaign: aCampaign({ status: 'scheduled', ...overrides }), plan: null });
  expect(textOf(richText(lines(...nowSentences(report))))).toContain(sentence);
});
