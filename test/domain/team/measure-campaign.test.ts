import { describe, expect, test } from 'vitest';
import { countedAt, delayEnds, handlingEnds } from '../../../src/domain/rehearsal/measure.ts';
import { dealingsIn } from '../../../src/domain/team/dealings.ts';
import { measureCampaign } from '../../../src/domain/team/measure-campaign.ts';
import { openAndWaits } from '../../../src/domain/team/what-happened.ts';
import { aConversation, agent, aNumber, anInbound, approver } from '../../support/builders.ts';

const at = (minutes: number) => new Date(Date.parse('2026-11-23T09:00:00.000Z') + minutes * 60_000).toISOString();
const handled = (no: number, { came, done, by = agent }: { came: number; done: number; by?: typeof agent }) =>
  aConversation({
    number: aNumber(no),
    status: 'handled',
    messages: [anInbound({ at: at(came) })],
    decisions: [{ kind: 'handled', by, at: at(done), after: 1 }],
  });
const waiting = (no: number, came: number) =>
  aConversation({ number: aNumber(no), messages: [anInbound({ at: at(came) })] });
const context = { zone: 'UTC', hours: null, now: new Date(at(3 * 1_440)) };

describe('how a campaign was answered', () => {
  test('is counted as delays after the text and as the attention each reply took', () => {
    const texted = [0, 1, 2, 3].map((no) => ({ number: aNumber(no), at: at(0) }));
    const talks = [handled(0, { came: 4, done: 10 }), handled(1, { came: 5, done: 12 }), waiting(2, 30)];
    const measure = measureCampaign(texted, talks, context);
    expect(measure.texts).toBe(4);
    expect(measure.delays[countedAt(delayEnds, 4)]).toBe(2);
    expect(measure.delays[countedAt(delayEnds, 30)]).toBe(1);
    // The second was begun when the first was done.
    expect(measure.handling[countedAt(handlingEnds, 360)]).toBe(1);
    expect(measure.handling[countedAt(handlingEnds, 120)]).toBe(1);
  });

  test('names the hours of the week with people in them, each person once an hour', () => {
    const talks = [
      handled(0, { came: 4, done: 10 }),
      handled(1, { came: 5, done: 12, by: approver }),
      handled(2, { came: 5, done: 13 }),
    ];
    const { handled: dealt, staffed, people } = measureCampaign([], talks, context);
    expect([dealt[9], staffed[9], people[9]]).toEqual([3, 1, 2]);
  });

  test('knows the hours in which somebody waited, of sending hours and for a day at most', () => {
    const { waited } = measureCampaign([], [waiting(0, 30)], context);
    expect([waited[8], waited[9], waited[10], waited[9 + 24]]).toEqual([0, 1, 1, 1]);
    const hours = { zone: 'UTC', days: [1 as const], from: '10:00', to: '12:00' };
    const inHours = measureCampaign([], [waiting(0, 30)], { ...context, hours }).waited;
    expect(inHours.flatMap((count, of) => (count > 0 ? [of] : []))).toEqual([10, 11]);
  });

  test('takes no night for attention: hours in which nobody was at work are left out', () => {
    const talks = [handled(0, { came: 0, done: 1 }), handled(1, { came: 50, done: 23 * 60 + 2 })];
    const { handling } = measureCampaign([], talks, context);
    expect(handling[countedAt(handlingEnds, 12 * 60)]).toBe(1);
  });

  test('leaves out texts that may still be answered', () => {
    expect(measureCampaign([{ number: aNumber(0), at: at(3 * 1_440 - 60) }], [], context).texts).toBe(0);
  });

  test('takes an automatic reply for no answer, neither to the text nor to be dealt with', () => {
    const texted = [{ number: aNumber(0), at: at(0) }];
    const away = anInbound({ at: at(1), reading: 'automatic', text: 'I am out of office until Monday.' });
    const talk = aConversation({ number: aNumber(0), messages: [away, anInbound({ id: 'in-2', at: at(30) })] });
    const { delays, waited } = measureCampaign(texted, [talk], context);
    expect(delays[countedAt(delayEnds, 30)]).toBe(1);
    expect(delays[countedAt(delayEnds, 1)]).toBe(0);
    const alone = measureCampaign(texted, [aConversation({ number: aNumber(0), messages: [away] })], context);
    expect([...alone.delays, ...alone.waited].every((count) => count === 0)).toBe(true);
    expect(waited[9]).toBe(1);
  });

  test('says the most that was open at once, and the longest wait until now', () => {
    const talks = [handled(0, { came: 0, done: 20 }), handled(1, { came: 10, done: 30 }), waiting(2, 25)];
    expect(openAndWaits(talks, null, new Date(at(65)))).toEqual({ mostOpen: 2, longestWait: 40 * 60 });
  });

  test('knows no wait where the person thanked after the answer and nobody had to answer again', () => {
    expect(dealingsIn(handled(0, { came: 0, done: 5 }))).toEqual([{ since: at(0), at: at(5), by: agent }]);
  });
});
