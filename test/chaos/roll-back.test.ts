import { expect, test } from 'vitest';
import { rollBack } from '../../chaos/simulation/roll-back.ts';

test.each(['file', 'slack'] as const)(
  'a folder that is put back in mid-campaign sends nothing before an admin’s word (%s)',
  async (remembers) => {
    for (let seed = 1; seed <= 6; seed += 1) {
      const { before, ...after } = await rollBack(seed, { to: 'earlier', remembers });
      expect([seed, after]).toEqual([seed, { question: 'older', unasked: 0, wentOn: true }]);
      expect(before).toBeGreaterThan(10);
    }
  },
);

test('a folder that was lost in mid-campaign is asked about before anything is sent', async () => {
  for (const remembers of ['file', 'slack'] as const) {
    const { question, unasked } = await rollBack(3, { to: 'nothing', remembers });
    expect([question, unasked]).toEqual(['new', 0]);
  }
});
