import { expect, test } from 'vitest';
import { judgeTeam, sharesOf } from '../../bench/calibrate/judge.ts';

test('a forecast is right about as often as it says, for teams that answer by other laws than it assumes', async () => {
  const all = [];
  for (let seed = 1; seed <= 30; seed += 1) all.push(await judgeTeam(seed, { former: 2, runs: 50 }));
  for (const fact of ['mostOpen', 'longestWait'] as const) {
    const { within, sure } = sharesOf(all, fact);
    expect(Math.abs(sure - 0.8)).toBeLessThan(0.05);
    // Thirty facts: two deviations.
    expect(Math.abs(within - sure)).toBeLessThan(0.15);
  }
});
