import { expect, test } from 'vitest';
import { PhoneNumber, SenderId } from '../../../src/domain/ids.ts';
import { agent } from '../../support/builders.ts';
import { aBench } from '../../support/services.ts';
import { phoneOf } from '../../support/story.ts';

const phone = PhoneNumber.parse(phoneOf(1));
const otherSender = SenderId.parse('12015550124');

test('Keep texting never lifts the STOP that the person writes to another sender at the same moment', async () => {
  const senders = new Map([SenderId.parse('12015550123'), otherSender].map((id) => [id, 100] as const));
  for (let turns = 0; turns < 60; turns += 1) {
    const bench = await aBench({ settings: { senders } });
    const campaign = await bench.approved({ size: 1 });
    await bench.run(3);
    const other = await bench.approved({ size: 1, sender: otherSender });
    await bench.run(3);
    await bench.hear('enough of this', phone);
    const held = (await bench.store.conversations.find(campaign.id, phone))!;
    // A STOP takes some steps until it is stored, and so does the decision: they meet at one of these.
    const stopped = bench.hear('STOP', phone, otherSender);
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
    const pressed = bench.inbox.keep(held.id, agent, 1).catch(() => undefined);
    await Promise.all([pressed, stopped]);
    expect((await bench.store.conversations.find(other.id, phone))?.messages).toHaveLength(1);
    expect([turns, (await bench.store.suppressions.get(phone))?.kind]).toEqual([turns, 'opted_out']);
    await bench.close();
  }
});
