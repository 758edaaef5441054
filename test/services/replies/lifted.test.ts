import { expect, test } from 'vitest';
import { PhoneNumber } from '../../../src/domain/ids.ts';
import { createOptOuts } from '../../../src/services/replies/opt-outs.ts';
import { admin } from '../../support/builders.ts';
import { aBench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const phone = PhoneNumber.parse(phoneOf(1));

test('whoever is taken off the opt-outs by hand has their cards drawn again, which say that they get no more texts', async () => {
  const bench = await aBench();
  const campaign = await bench.approved({ size: 2 });
  await bench.run(3);
  await bench.hear('STOP', phone);
  for (const { id } of await bench.store.announcements.pending()) await bench.store.announcements.done(id, null);

  await createOptOuts(bench.deps).remove(phone, { by: admin, because: 'she asked by letter' });
  const conversation = await bench.store.conversations.find(campaign.id, phone);
  const owed = (await bench.store.announcements.pending()).filter(({ kind }) => kind === 'conversation_changed');
  expect(owed).toMatchObject([{ conversationId: conversation!.id }]);
});
