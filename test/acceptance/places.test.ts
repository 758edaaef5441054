import { expect, onTestFinished, test } from 'vitest';
import { createWorldClock, realMs } from '../../playground/world-clock.ts';
import { createWorldScheduler } from '../../playground/world-scheduler.ts';
import { wallClock } from '../../src/domain/moment.ts';
import { approve, newest, submitCampaign } from '../support/story.ts';
import { startWorld } from '../support/world.ts';

/** Who may be texted from when, on Monday, 30 November 2026; and when their place closes on that day. */
const people = [
  { number: '+27821234567', opens: '06:00', closes: '18:00' },
  { number: '+33612345678', opens: '07:30', closes: '19:00' },
  { number: '+12015550150', opens: '14:00', closes: '01:00' },
  { number: '+12145550150', opens: '15:00', closes: '02:00' },
  { number: '+13035550150', opens: '16:00', closes: '03:00' },
  { number: '+14155550150', opens: '17:00', closes: '04:00' },
] as const;

/** With the way out of each of the countries. */
const message = 'How was your visit? Reply STOP to opt out, or STOP au 36180.';

const at = (time: string) => Date.parse(`2026-11-30T${time}:00Z`);
/** On the clock of whoever wrote the campaign, as every time that is shown. */
const inNewYork = (time: string) => wallClock(new Date(at(time)), 'America/New_York').time;
const closing = (time: string) => at(time) + (time < '06:00' ? 86_400_000 : 0);

test('people in six zones and three countries get it in the hours of where they are, and the message says who waits until when', {
  timeout: 90_000,
}, async () => {
  const clock = createWorldClock({ realMs: realMs(), worldMs: at('05:50'), speed: 1 });
  onTestFinished(clock.stop);
  const world = await startWorld({
    clock,
    scheduled: createWorldScheduler(clock),
    slack: { clock: { now: clock.nowMs, after: realTimer, steadyNow: realMs } },
    vonage: { clock: { now: clock.nowMs, after: realTimer } },
    environment: { RULES_FILE: '', TIME_ZONE: 'UTC' },
  });
  onTestFinished(world.close);
  const { slack, vonage } = world;
  const leapTo = (ms: number) => clock.follow({ realMs: realMs(), worldMs: ms, speed: 1 });
  const texted = () => vonage.accepted.map(({ to }) => `+${to}`).sort();
  const card = () => newest(slack, 'Pause')?.text ?? '';

  const review = await submitCampaign(slack, { numbers: people.map(({ number }) => number), batchSize: 50, message });
  await approve(slack, review);
  await slack.until(() => card().includes(`1 in South Africa until ${inNewYork('06:00')}`), {
    timeoutMs: 30_000,
    what: 'who waits, before any place opens',
  });
  expect(texted()).toEqual([]);
  expect(card()).toContain(`1 in France until ${inNewYork('07:30')}`);

  for (const [index, { number, opens }] of people.entries()) {
    // A second before, nobody else has got it.
    leapTo(at(opens) - 2_000);
    expect(texted()).toHaveLength(index);
    leapTo(at(opens));
    await vonage.until(() => texted().includes(number), { timeoutMs: 30_000 });
    expect(texted()).toHaveLength(index + 1);
    const next = people[index + 1];
    if (next)
      await slack.until(() => card().includes(`until ${inNewYork(next.opens)}`), {
        timeoutMs: 30_000,
        what: `who waits until ${next.opens}`,
      });
  }

  for (const { number, opens, closes } of people) {
    const { at: takenAt, ttl = 0 } = vonage.accepted.find(({ to }) => to === number.slice(1))!;
    expect(takenAt).toBeGreaterThanOrEqual(at(opens));
    // Delivered by then or dropped: never after the place has closed, and with all the time that there is until then.
    expect(takenAt + ttl * 1_000).toBeLessThanOrEqual(closing(closes));
    expect(takenAt + ttl * 1_000).toBeGreaterThan(closing(closes) - 10_000);
  }
});

function realTimer(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
}
