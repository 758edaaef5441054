import { expect, test } from 'vitest';
import { runAnswering } from '../../bench/answering/run-answering.ts';

test('of a hundred phones forty answer, and two agents leave nobody waiting, with fewer presses than card by card', async () => {
  const figures = await runAnswering({ seed: 1, people: 100, speed: 60 });
  expect(figures.broken).toEqual([]);
  expect(figures).toMatchObject({ replies: 40, stops: 4, counted: 20 });
  expect(figures.inGroups + figures.oneByOne).toBe(16);
  expect(figures.pressesNow).toBeLessThan(figures.pressesBefore);
  expect(figures.longestWaitMs).toBeGreaterThan(0);
});
