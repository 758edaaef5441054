import { expect, test } from 'vitest';
import { liveThroughBadDay } from '../../support/forgetful-team.ts';

/** Agents open replies and vanish, members leave, the chat is silent and drops posts, the process is killed. */
test.each([1, 2, 3])('on bad days, no reply is without an owner after the third step (seed %i)', async (seed) => {
  const day = await liveThroughBadDay(seed, 20);
  expect(day.breaches).toEqual([]);
  expect(day.texts).toBeGreaterThan(20);
  expect(day.givenToSomebody).toBeGreaterThan(0);
  expect(day.posts).toBeGreaterThan(3);
  expect(day.kills).toBeGreaterThan(3);
});
