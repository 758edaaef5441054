import { expect, test } from 'vitest';
import { raceOptOuts } from '../support/opt-out-races.ts';

test('once a STOP is answered nothing more leaves for that number, whatever was on its way', async () => {
  let [races, sent] = [0, 0];
  for (let seed = 1; seed <= 24; seed += 1) {
    const report = await raceOptOuts(seed);
    expect(report.breaches).toEqual([]);
    expect(report.wrongEnds).toEqual([]);
    races += report.races;
    sent += report.sent;
  }
  expect(races).toBeGreaterThan(800);
  expect(sent).toBeGreaterThan(800);
});
