import { expect, test } from 'vitest';
import { aBench } from '../../support/services.ts';

test('a campaign of which a promise does not hold is stopped for good, and its thread says why', async () => {
  const bench = await aBench();
  const { id } = await bench.approved({ size: 3, throttle: { batchSize: 1, everySeconds: 60, holdAbove: null } });
  await bench.run(3);
  expect(bench.sent).toHaveLength(1);

  // Nothing in the program does this: somebody edited the files by hand.
  const running = await bench.campaigns.get(id);
  await bench.store.campaigns.save({ ...running, template: 'Buy now!' });
  await bench.run(120);
  expect((await bench.campaigns.get(id)).status).toBe('failed');
  expect(bench.sent).toHaveLength(1);
  const failure = (await bench.store.announcements.pending()).find(
    (owed) => owed.kind === 'note' && owed.note.kind === 'failed',
  );
  expect(failure).toMatchObject({ note: { detail: 'What is stored is not what was approved.' } });
});
