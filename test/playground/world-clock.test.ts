import { afterEach, describe, expect, test } from 'vitest';
import { createWorldClock, realMs, type WorldClock } from '../../playground/world-clock.ts';
import { realTime } from '../../src/clock.ts';

const startMs = Date.parse('2026-11-23T10:00:00Z');
const clocks: WorldClock[] = [];

afterEach(() => {
  for (const clock of clocks.splice(0)) clock.stop();
});

describe('the playground’s time', () => {
  test('begins where it is told, and runs as fast as it is told', async () => {
    const clock = aClock(1_000);
    const before = realMs();
    await clock.sleep(60_000);
    expect(clock.nowMs()).toBeGreaterThanOrEqual(startMs + 60_000);
    expect(realMs() - before).toBeLessThan(30_000);
  });

  test('wakes who sleeps earlier when time is made to run faster', async () => {
    const clock = aClock(1);
    const slept = clock.sleep(3_600_000);
    clock.setSpeed(100_000);
    await slept;
    expect(clock.nowMs()).toBeGreaterThanOrEqual(startMs + 3_600_000);
  });

  test('never jumps when its speed changes', () => {
    const clock = aClock(1);
    const before = clock.nowMs();
    clock.setSpeed(10);
    clock.setSpeed(1);
    expect(clock.nowMs() - before).toBeLessThan(2_000);
    expect(clock.nowMs()).toBeGreaterThanOrEqual(before);
  });

  test('follows the clock of another process', () => {
    const [leader, follower] = [aClock(50), aClock(1)];
    follower.follow(leader.anchor);
    expect(Math.abs(follower.nowMs() - leader.nowMs())).toBeLessThan(1_000);
  });

  test('ends a sleep at once when it is told to, before or meanwhile', async () => {
    const clock = aClock(1);
    await clock.sleep(3_600_000, AbortSignal.abort());
    const ending = new AbortController();
    const slept = clock.sleep(3_600_000, ending.signal);
    ending.abort();
    await slept;
    expect(clock.nowMs()).toBeLessThan(startMs + 3_600_000);
  });

  test('lets what waits be cancelled', async () => {
    const clock = aClock(1_000);
    const rung: string[] = [];
    const cancel = clock.after(1_000, () => rung.push('cancelled'));
    clock.after(2_000, () => rung.push('kept'));
    cancel();
    await clock.sleep(5_000);
    expect(rung).toEqual(['kept']);
  });

  test('hurries nobody else: answers are waited for in real time', () => {
    expect(aClock(10).real).toBe(realTime);
  });
});

function aClock(speed: number): WorldClock {
  const clock = createWorldClock({ realMs: realMs(), worldMs: startMs, speed });
  clocks.push(clock);
  return clock;
}
