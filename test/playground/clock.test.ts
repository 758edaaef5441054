import { describe, expect, test } from 'vitest';
import { handClock, realClock, stoppable } from '../../playground/clock.ts';

describe('a clock moved by hand', () => {
  test('runs what falls due at its own instant and in order, even what is added on the way', () => {
    const clock = handClock(1_000);
    const seen: [string, number][] = [];
    const note = (name: string) => () => seen.push([name, clock.now()]);
    clock.after(20, note('second'));
    clock.after(10, () => {
      note('first')();
      clock.after(5, note('added'));
    });
    clock.after(31, note('later'));

    clock.advance(30);

    expect(seen).toEqual([
      ['first', 1_010],
      ['added', 1_015],
      ['second', 1_020],
    ]);
    expect(clock.now()).toBe(1_030);
  });

  test('forgets what was cancelled', () => {
    const clock = handClock(0);
    const cancel = clock.after(1, () => expect.unreachable());
    cancel();
    clock.advance(10);
  });
});

describe('a clock on real time', () => {
  test('passes delays faster, and keeps the time of day', async () => {
    const clock = realClock(10_000);
    await new Promise<void>((resolve) => clock.after(60_000, resolve));
    expect(Math.abs(clock.now() - Date.now())).toBeLessThan(5_000);
  });
});

describe('a clock that was stopped', () => {
  test('runs nothing more, neither waiting nor new', () => {
    const hand = handClock(0);
    const clock = stoppable(hand);
    clock.after(5, () => expect.unreachable());
    clock.stop();
    clock.after(5, () => expect.unreachable());
    hand.advance(10);
  });
});
