import { expect, test } from 'vitest';
import { rollBack, rollBacks } from '../../chaos/simulation/roll-back.ts';

test.each(rollBacks)(
  'a folder that is put back in mid-campaign sends nothing before an admin’s word: to $to, the file beside it $beside, Slack $slack',
  async (way) => {
    for (let seed = 1; seed <= 3; seed += 1) {
      const { before, ...after } = await rollBack(seed, way);
      const isGone = way.to === 'nothing';
      const expected = { question: isGone ? 'new' : 'older', unasked: 0, wentOn: !isGone };
      expect([seed, after]).toEqual([seed, expected]);
      expect(before).toBeGreaterThan(10);
    }
  },
);
