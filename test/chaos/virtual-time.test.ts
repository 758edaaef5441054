import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createVirtualTime } from '../../chaos/simulation/virtual/virtual-time.ts';

test('long work that gives others their turn takes no virtual time, however many turns it needs', async () => {
  const time = createVirtualTime(new Date('2026-03-10T15:00:00Z'));
  let doneAtMs: number | undefined;
  time.after(1_000, async () => {
    for (let turns = 0; turns < 50; turns += 1) await nextTurn();
    doneAtMs = time.nowMs();
  });
  time.after(3_600_000, () => {});

  while (await time.step());
  expect(doneAtMs).toBe(1_000);
});
