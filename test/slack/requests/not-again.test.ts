import { expect, test } from 'vitest';
import { notAgain } from '../../../src/slack/requests/not-again.ts';

/** A program that has taken requests until then, by Slack's clock. */
function startedAfter(takenUntil: number) {
  const taken: number[] = [];
  const requests = { takenUntil: () => takenUntil, take: async (signedAt: number) => void taken.push(signedAt) };
  const middleware = notAgain(requests, { debug() {}, info() {}, warn() {}, error() {} });
  const ask = async (signedAt: number) => middleware({ context: { signedAt }, next: async () => {} } as never);
  return { ask, taken };
}

test('a request that was signed before the program stopped is refused, for it may have been answered then', async () => {
  const { ask, taken } = startedAfter(1_764_000_000);
  for (const signedAt of [1_763_999_999, 1_764_000_000]) {
    await expect(ask(signedAt)).rejects.toMatchObject({ code: 'of_before_the_start' });
  }
  await ask(1_764_000_001);
  expect(taken).toEqual([1_764_000_001]);
});
